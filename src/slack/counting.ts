import type { Context } from '@slack/bolt';
import type { Answer } from '../answer/answer.ts';
import type { Outcome } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { describeError } from './log.ts';

/** What a person judges: the rule that was found, or the item of the check that they stand at. */
export interface Judged {
  readonly item?: string;
  readonly rule?: string;
}

/** `check` is an index into the checklist, undefined for what was found. */
export function judgedOf({ findings, more, checklist }: Answer, check: number | undefined): Judged {
  if (check === undefined) return { item: findings[0]?.item, rule: findings[0]?.rule };
  const item = checklist[check]?.id;
  return { item, rule: more.find((finding) => finding.item === item)?.rule };
}

/** Whose counts they are: a workspace's, whose organization goes first where that installed the app for all of its own. */
export function teamOf(context: Pick<Context, 'teamId' | 'enterpriseId' | 'isEnterpriseInstall'>): string | undefined {
  const { teamId, enterpriseId, isEnterpriseInstall } = context;
  if (!isEnterpriseInstall) return teamId ?? enterpriseId;
  return [enterpriseId, teamId].filter((id) => id !== undefined).join(' ') || undefined;
}

/** Counts an outcome by the ids of the checklist alone. Never rejects: an answer is worth more than its count. */
export async function count(
  { store, log, now }: Pick<Desk, 'store' | 'log' | 'now'>,
  team: string | undefined,
  { pack }: Answer,
  judged: Judged,
  outcome: Outcome,
): Promise<void> {
  if (team === undefined) return;
  try {
    await store.counts.add({ team, pack, ...judged, outcome }, now());
  } catch (error) {
    log.warn({ error: describeError(error) }, 'An outcome was not counted.');
  }
}
