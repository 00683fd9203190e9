import type { Context, webApi } from '@slack/bolt';
import type { Seen } from '../../sealing/seal.ts';
import type { Shown } from '../answers.ts';
import { answerToMessage, type Showing } from '../blocks/blocks.ts';
import { type Message, plainMessage } from '../blocks/message.ts';
import { count, judgedOf, teamOf } from '../counting.ts';
import type { Rest } from '../delivery/outbox.ts';
import { type Desk, orLog, orTell } from '../desk.ts';
import { type Answered, addLive, movedOn } from '../live-addition.ts';
import type { Place, Replied } from '../outgoing/outgoing.ts';
import { findReply } from '../outgoing/reply-mark.ts';
import { isWorthAnotherTry, slackErrorOf } from '../trouble.ts';
import { type Warning, warnAuthors } from './warn-authors.ts';

/** Where a message stands in which a person asks, and with whom, with nothing of what it says. */
export interface Standing {
  readonly client: webApi.WebClient;
  readonly botUserId: string | undefined;
  readonly botToken: string | undefined;
  /** Another process may have answered it, and died before it said so. */
  readonly again: boolean;
  /** Where the app is installed. */
  readonly team: string | undefined;
  readonly channel: string;
  /** A direct message: nobody else reads it. */
  readonly direct: boolean;
  /** Who asks. */
  readonly user: string;
  readonly ts: string;
  readonly threadTs: string | undefined;
  /** When it was edited last. */
  readonly editedTs: string | undefined;
}

/** What Bolt knows of whom a message was delivered to. */
export function deliveredTo(context: Context): Pick<Standing, 'botUserId' | 'botToken' | 'again' | 'team'> {
  const { botUserId, botToken } = context;
  return { botUserId, botToken, again: context.again === true, team: teamOf(context) };
}

/** Where its reply stands: in its thread, or, in a direct message that stands in no thread, below it. */
export function placeOf({ channel, threadTs, direct, ts }: Standing): Place {
  return { channel, threadTs: threadTs ?? (direct ? undefined : ts) };
}

/** How long after it was written an edit still changes the reply, in seconds. */
const editableFor = 60;

/** Whether it is an edit that nobody waits for an answer to, by what is known without asking Slack. */
export function isLateEdit({ replies }: Desk, standing: Standing): boolean {
  const { direct, editedTs } = standing;
  return editedTs !== undefined && !editedSoon(standing) && (direct || replies.get(idOf(standing)) !== undefined);
}

function editedSoon({ ts, editedTs }: Standing): boolean {
  return Number(editedTs) - Number(ts) <= editableFor;
}

/** What is to be said to a message, sealed, with nothing that leads back to it. */
export type Saying =
  /** Why there is no answer. */
  | { readonly is: 'trouble'; readonly sentence: string }
  /** What only the asker needs to read. */
  | { readonly is: 'aside'; readonly sentence: string }
  | { readonly is: 'message'; readonly said: Message }
  | {
      readonly is: 'answer';
      readonly answered: Answered;
      readonly notes: readonly string[];
      /** It stands in the pane of an assistant. */
      readonly inPane: boolean;
      /** For the authors of what was read. */
      readonly warnings: readonly Warning[];
    };

/**
 * Says it. Asked twice about the same message it answers once; about one that was edited soon after, it changes its reply;
 * about one that mentions the app only since it was edited, it answers.
 */
export function replying(desk: Desk, standing: Standing, saying: Saying): Rest {
  return async () => {
    const { editedTs, direct } = standing;
    const replyTs = desk.replies.get(idOf(standing)) ?? (await replyOfAnother(standing));
    // In a channel it may be the edit that mentions the app: then it is the first that the app hears of the message.
    if (editedTs !== undefined && (replyTs === undefined ? direct : !editedSoon(standing))) return;
    const claim = `answered ${idOf(standing)} ${replyTs === undefined ? '' : (editedTs ?? '')}`;
    if (!desk.once.first(claim)) return;
    const tell = async (sentence: string): Promise<void> => {
      desk.once.forget(claim);
      await tellWhereverPossible(desk, standing, sentence);
    };
    if (saying.is === 'trouble') await orLog(desk, saying.sentence, tell);
    else await orTell(desk, () => say(desk, standing, replyTs, saying), tell);
  };
}

/** What another process, or this one before it was started again, replied to the message. */
async function replyOfAnother(standing: Standing): Promise<string | undefined> {
  const { client, again, editedTs } = standing;
  if (!again && editedTs === undefined) return undefined;
  try {
    return await findReply(client, placeOf(standing), repliedOf(standing));
  } catch (error) {
    // Where nothing may be read, an answer too many is better than none.
    if (isWorthAnotherTry(error)) throw error;
    return undefined;
  }
}

async function say(
  desk: Desk,
  standing: Standing,
  replyTs: string | undefined,
  saying: Exclude<Saying, { readonly is: 'trouble' }>,
): Promise<void> {
  if (saying.is === 'aside') return tellAlone(desk, standing, saying.sentence);
  if (saying.is === 'message') return reply(desk, standing, replyTs, saying.said, undefined);
  const { answered, notes, inPane, warnings } = saying;
  const { key, seen, shown } = answered;
  const { answer } = shown;
  desk.latestAnswers.set(idOf(standing), key);
  const showing = { key, toAuthorAlone: standing.direct, shareable: false, notes };
  await reply(desk, standing, replyTs, answerToMessage(answer, showing), seen);
  addLive(desk, answered, changeOf(desk, standing, replyTs, { key, showing, seen }));
  if (inPane) entitle(desk, standing, answer.findings[0]?.question ?? answer.headline, seen);
  // An edit asks the same question again.
  if (replyTs === undefined) await count(desk, standing.team, answer, judgedOf(answer, undefined), 'found');
  await warnAuthors(desk, standing.client, placeOf(standing), warnings);
}

/** A new reply, or the one that stands there already, changed. */
async function reply(
  desk: Desk,
  standing: Standing,
  replyTs: string | undefined,
  said: Message,
  seen: Seen | undefined,
): Promise<void> {
  const { client, channel } = standing;
  const replied = repliedOf(standing);
  if (replyTs !== undefined) return desk.out.changeReply(client, { channel, ts: replyTs }, replied, said, seen);
  const ts = await desk.out.reply(client, placeOf(standing), replied, said, seen);
  if (ts !== undefined) desk.replies.set(idOf(standing), ts);
}

/** Shows in a reply what was added to its answer, unless the message was edited since, or its reader has gone on. */
function changeOf(
  desk: Desk,
  standing: Standing,
  replyTs: string | undefined,
  { key, showing, seen }: { readonly key: string; readonly showing: Showing; readonly seen: Seen },
): (live: Shown) => Promise<void> {
  const id = idOf(standing);
  return async ({ answer }) => {
    const ts = desk.replies.get(id) ?? replyTs;
    if (ts === undefined || desk.latestAnswers.get(id) !== key || !desk.once.first(movedOn(key))) return;
    await reply(desk, standing, ts, answerToMessage(answer, showing), seen);
  };
}

function entitle({ later, out }: Desk, standing: Standing, title: string, seen: Seen): void {
  later.begin(() => out.entitle(standing.client, placeOf(standing), title, seen));
}

async function tellAlone(desk: Desk, standing: Standing, sentence: string): Promise<void> {
  const { client, user, direct } = standing;
  const said = plainMessage(sentence);
  if (direct) await desk.out.reply(client, placeOf(standing), repliedOf(standing), said);
  else await desk.out.whisper(client, placeOf(standing), user, said);
}

/** In the place itself; where the app may not write there, in a direct message. */
async function tellWhereverPossible(desk: Desk, standing: Standing, sentence: string): Promise<void> {
  try {
    await tellAlone(desk, standing, sentence);
  } catch (error) {
    if (standing.direct || slackErrorOf(error) === undefined) throw error;
    await desk.out.post(standing.client, { channel: standing.user }, plainMessage(sentence));
  }
}

function idOf({ channel, ts }: Standing): string {
  return `${channel} ${ts}`;
}

function repliedOf({ ts, botUserId }: Standing): Replied {
  return { to: ts, botUserId };
}
