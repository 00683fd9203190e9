import { problemsOfBlocks, textLengthOf } from './blocks/validate.ts';
import { type JsonObject, objectsIn } from './json.ts';
import { withBlockIds } from './messages.ts';
import { withActionIds } from './views.ts';
import type { Workspace } from './workspace.ts';

/** What the app may say in a message, checked as Slack checks it. */
export type Content =
  | { readonly ok: true; readonly said: Said; readonly warning?: string }
  | { readonly ok: false; readonly error: string; readonly messages: readonly string[] };

export interface Said {
  readonly text: string;
  readonly blocks?: readonly JsonObject[];
  readonly attachments?: readonly JsonObject[];
}

/** https://docs.slack.dev/changelog/2018-truncating-really-long-messages */
export const longestText = 40_000;
/** Not in the reference, yet enforced: the texts of all blocks of a message together. */
export const longestBlocks = 13_200;
/** https://docs.slack.dev/reference/methods/chat.postMessage */
const mostAttachments = 100;
const longestMarkdown = 12_000;

export interface Given {
  readonly text?: string | undefined;
  readonly markdown?: string | undefined;
  readonly blocks?: unknown;
  readonly attachments?: unknown;
}

/** `given` are the members of a method's arguments or of a message to a response_url, already parsed. */
export function readContent(workspace: Workspace, given: Given): Content {
  const refused = refusal(given);
  if (refused !== undefined) return refused;
  const blocks = objectsIn(given.blocks).map((block) => withActionIds(workspace, block));
  const attachments = objectsIn(given.attachments);
  const text = given.text ?? given.markdown ?? '';
  if (textLengthOf(blocks) > longestBlocks) return no('msg_blocks_too_long');
  if (text === '' && blocks.length === 0 && attachments.length === 0) return no('no_text');
  const said = {
    text: text.slice(0, longestText),
    ...(blocks.length === 0 ? {} : { blocks: withBlockIds(workspace, blocks) }),
    ...(attachments.length === 0 ? {} : { attachments }),
  };
  return { ok: true, said, ...(text.length > longestText ? { warning: 'message_truncated' } : {}) };
}

function refusal(given: Given): Content | undefined {
  const { markdown, blocks, attachments } = given;
  if (markdown !== undefined && (given.text !== undefined || blocks !== undefined)) return no('markdown_text_conflict');
  if (markdown !== undefined && markdown.length > longestMarkdown) return no('msg_too_long');
  const problems = blocks === undefined ? [] : problemsOfBlocks(blocks, 'message', '/blocks');
  if (problems.length > 0) return no('invalid_blocks', problems);
  if (attachments !== undefined && !Array.isArray(attachments)) return no('invalid_attachments');
  return Array.isArray(attachments) && attachments.length > mostAttachments ? no('too_many_attachments') : undefined;
}

function no(error: string, messages: readonly string[] = []): Content {
  return { ok: false, error, messages };
}
