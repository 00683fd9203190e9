import { isJsonObject, stringMember } from '../../json.ts';
import { withEmoji } from './emoji.ts';
import { Mrkdwn } from './mrkdwn.tsx';

/** A text object: https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export function Text({ of }: { of: unknown }) {
  const text = stringMember(of, 'text') ?? '';
  if (isJsonObject(of) && of.type === 'mrkdwn') return <Mrkdwn text={text} />;
  return <>{withEmoji(text)}</>;
}

export function plainOf(of: unknown): string {
  return withEmoji(stringMember(of, 'text') ?? '');
}
