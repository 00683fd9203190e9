import type { Context, webApi } from '@slack/bolt';
import type { Seen } from '../../sealing/seal.ts';
import type { Shown } from '../answers.ts';
import { answerToMessage, type Showing } from '../blocks/blocks.ts';
import { type Message, plainMessage } from '../blocks/message.ts';
import { count, judgedOf, teamOf } from '../counting.ts';
import { type Desk, orTell } from '../desk.ts';
import { addLive, movedOn } from '../live-addition.ts';
import type { Place, Replied } from '../outgoing/outgoing.ts';
import { tooMany } from '../outgoing/rate.ts';
import { findReply } from '../outgoing/reply-mark.ts';
import { isWorthAnotherTry, slackErrorOf } from '../trouble.ts';
import type { PersonsMessage } from './events.ts';
import { readFiles } from './files.ts';
import { isGreeting, isThanks, youAreWelcome } from './greeting.ts';
import { readThread, type Thread } from './thread.ts';
import { usageMessage } from './usage.ts';
import { type Written, warnAuthors } from './warn-authors.ts';

/** A message in which a person asks, and where it stands. */
export interface Asked {
  readonly client: webApi.WebClient;
  readonly botUserId: string | undefined;
  readonly botToken: string | undefined;
  /** Another process may have answered it, and died before it said so. */
  readonly again: boolean;
  /** Where the app is installed. */
  readonly team: string | undefined;
  readonly channel: string;
  readonly message: PersonsMessage;
  /** A direct message: nobody else reads it. */
  readonly direct: boolean;
}

/** What Bolt knows of whom a message was delivered to. */
export function deliveredTo(context: Context): Pick<Asked, 'botUserId' | 'botToken' | 'again' | 'team'> {
  const { botUserId, botToken } = context;
  return { botUserId, botToken, again: context.again === true, team: teamOf(context) };
}

/** How long after it was written an edit still changes the reply, in seconds. */
const editableFor = 60;

/** Of one question: its own, and those of the messages that stand around it. */
const mostFiles = 10;

/**
 * Answers a message where it stands: in its thread, or, in a direct message that stands in no thread, below it. Reads the
 * thread too, since the paste is often above the question. Asked twice about the same message it answers once; about one
 * that was edited soon after, it changes its reply; about one that mentions the app only since it was edited, it answers.
 */
export async function answerInConversation(desk: Desk, asked: Asked): Promise<void> {
  const { channel, message, direct } = asked;
  const id = `${channel} ${message.ts}`;
  const isEdit = message.editedTs !== undefined;
  if (isEdit && direct && !editedSoon(message)) return;
  const threadTs = message.threadTs ?? (direct ? undefined : message.ts);
  const place: Place = { channel, threadTs };
  const replyTs = desk.replies.get(id) ?? (await replyOfAnother(asked, place));
  // In a channel it may be the edit that mentions the app: then it is the first that the app hears of the message.
  if (isEdit && (replyTs === undefined ? direct : !editedSoon(message))) return;
  const claim = `answered ${id} ${replyTs === undefined ? '' : (message.editedTs ?? '')}`;
  if (!desk.once.first(claim)) return;
  await orTell(
    desk,
    () => answer(desk, asked, place, replyTs),
    async (sentence) => {
      desk.once.forget(claim);
      await tellWhereverPossible(desk, asked, place, sentence);
    },
  );
}

/** What another process, or this one before it was started again, replied to the message. */
async function replyOfAnother({ client, again, message, botUserId }: Asked, place: Place): Promise<string | undefined> {
  if (!again && message.editedTs === undefined) return undefined;
  try {
    return await findReply(client, place, { to: message.ts, botUserId });
  } catch (error) {
    // Where nothing may be read, an answer too many is better than none.
    if (isWorthAnotherTry(error)) throw error;
    return undefined;
  }
}

function editedSoon({ ts, editedTs }: PersonsMessage): boolean {
  return Number(editedTs) - Number(ts) <= editableFor;
}

async function answer(desk: Desk, asked: Asked, place: Place, replyTs: string | undefined): Promise<void> {
  const { message, direct } = asked;
  // Files take a moment; everything else is read at once.
  if (direct && message.files.length > 0) await desk.out.tellStatus(asked.client, place, 'is reading your files…');
  const { messages, notes, inPane } = await whatStandsThere(desk, asked);
  const own = messages.filter(({ user }) => user === message.user);
  const read = chooseWhatToRead(desk, own, messages);
  const text = textOf(read);
  const standing = standingOf(asked, place);
  const say = (said: Message, seen?: Seen) => reply(desk, standing, replyTs, said, seen);
  if (isThanks(messages[0]?.text ?? '')) return say(plainMessage(youAreWelcome));
  if ((text === '' && notes.length === 0) || asksHowToUse(messages, direct)) return say(usageMessage());
  if (!desk.rate.allows(message.user)) return tellAlone(desk, asked, place, tooMany);
  const locale = await desk.locales.of(asked.client, message.user);
  const { diagnosis, answer, seen } = desk.troubleshoot(text, { channel: asked.channel, locale });
  const shown = { answer, ownPaste: direct };
  const key = desk.answers.keep(shown, seen);
  desk.latestAnswers.set(standing.id, key);
  const showing = { key, toAuthorAlone: direct, shareable: false, notes };
  await say(answerToMessage(answer, showing), seen);
  addLive(desk, { diagnosis, shown, key, seen }, changeOf(desk, standing, replyTs, { key, showing, seen }));
  if (inPane) entitle(desk, standing, answer.findings[0]?.question ?? answer.headline, seen);
  // An edit asks the same question again.
  if (replyTs === undefined) await count(desk, asked.team, answer, judgedOf(answer, undefined), 'found');
  if (!direct && answer.warning !== undefined) await warnAuthors(desk, asked.client, place, read);
}

/** Where a reply stands, with nothing of what it replies to: what comes later must not hold on to a paste. */
interface Standing {
  readonly client: webApi.WebClient;
  readonly place: Place;
  readonly replied: Replied;
  /** The channel and the timestamp of the message that is replied to. */
  readonly id: string;
}

function standingOf({ client, channel, message: { ts }, botUserId }: Asked, place: Place): Standing {
  return { client, place, replied: { to: ts, botUserId }, id: `${channel} ${ts}` };
}

/** A new reply, or the one that stands there already, changed. */
async function reply(
  desk: Desk,
  { client, place, replied, id }: Standing,
  replyTs: string | undefined,
  said: Message,
  seen: Seen | undefined,
): Promise<void> {
  const { channel } = place;
  if (replyTs !== undefined) return desk.out.changeReply(client, { channel, ts: replyTs }, replied, said, seen);
  const ts = await desk.out.reply(client, place, replied, said, seen);
  if (ts !== undefined) desk.replies.set(id, ts);
}

/** Shows in a reply what was added to its answer, unless the message was edited since, or its reader has gone on. */
function changeOf(
  desk: Desk,
  standing: Standing,
  replyTs: string | undefined,
  { key, showing, seen }: { readonly key: string; readonly showing: Showing; readonly seen: Seen },
): (live: Shown) => Promise<void> {
  return async ({ answer }) => {
    const ts = desk.replies.get(standing.id) ?? replyTs;
    if (ts === undefined || desk.latestAnswers.get(standing.id) !== key || !desk.once.first(movedOn(key))) return;
    await reply(desk, standing, ts, answerToMessage(answer, showing), seen);
  };
}

function entitle({ later, out }: Desk, { client, place }: Standing, title: string, seen: Seen): void {
  later.begin(() => out.entitle(client, place, title, seen));
}

interface StandsThere {
  /** The asker's question first, then the thread, oldest first, then what a program reported above it. */
  readonly messages: readonly Written[];
  readonly notes: readonly string[];
  /** They stand in the pane of an assistant. */
  readonly inPane: boolean;
}

async function whatStandsThere(desk: Desk, asked: Asked): Promise<StandsThere> {
  const { message, botUserId } = asked;
  const around = await threadAround(asked);
  const notes: string[] = [...around.notes];
  const messages: Written[] = [];
  let filesLeft = mostFiles;
  const { report } = around;
  for (const one of [message, ...around.messages.filter(({ ts }) => ts < message.ts)]) {
    const files = await readFiles(desk, asked, one.files, filesLeft);
    filesLeft -= files.texts.length;
    notes.push(...files.unread);
    const text = [withoutMention(one.text, botUserId), ...files.texts].filter((part) => part !== '').join('\n\n');
    messages.push({ user: one.user, ts: one.ts, text });
  }
  if (report !== undefined) messages.push({ user: undefined, ...report });
  return { messages, notes, inPane: around.inPane };
}

async function threadAround({
  client,
  channel,
  message,
  botUserId,
}: Asked): Promise<Thread & { readonly notes: readonly string[] }> {
  if (message.threadTs === undefined) return { messages: [], notes: [], inPane: false };
  try {
    const place = { channel, threadTs: message.threadTs };
    return { ...(await readThread(client, place, botUserId)), notes: [] };
  } catch (error) {
    // Where the question holds something itself, half an answer is better than none.
    const hasOwn = withoutMention(message.text, botUserId) !== '' || message.files.length > 0;
    if (!hasOwn || slackErrorOf(error) === undefined) throw error;
    return {
      messages: [],
      inPane: false,
      notes: ['I could not read the rest of this thread, so this answers your message alone.'],
    };
  }
}

/**
 * A question that shows a whole exchange, or a request where an earlier one of the asker's shows another, is about that
 * alone. Otherwise what the asker wrote is enough where it shows a request; the paste may be somebody else's, above.
 */
function chooseWhatToRead(desk: Desk, own: readonly Written[], all: readonly Written[]): readonly Written[] {
  if (all.length === 1) return all;
  const shows = (part: readonly Written[]) => desk.troubleshoot(textOf(part)).diagnosis.paste.exchanges;
  const asked = shows(own.slice(0, 1)).filter(({ request }) => request !== undefined);
  const isWhole = asked.some(({ response, failure }) => response !== undefined || failure !== undefined);
  const showsRequest = (part: readonly Written[]) => shows(part).some(({ request }) => request !== undefined);
  if (isWhole || (asked.length > 0 && showsRequest(own.slice(1)))) return own.slice(0, 1);
  if (own.length === all.length || showsRequest(own)) return own;
  return [...own, ...all.filter((one) => !own.includes(one))];
}

/** In a channel a word is enough to have what stands above read. */
function asksHowToUse(messages: readonly Written[], direct: boolean): boolean {
  return (direct || messages.length === 1) && isGreeting(textOf(messages.slice(0, 1)));
}

function textOf(messages: readonly Written[]): string {
  return messages
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n\n');
}

/** Says something that only the asker needs to read. */
async function tellAlone(desk: Desk, asked: Asked, place: Place, sentence: string): Promise<void> {
  const { client, message, direct, botUserId } = asked;
  const said = plainMessage(sentence);
  if (direct) await desk.out.reply(client, place, { to: message.ts, botUserId }, said);
  else await desk.out.whisper(client, place, message.user, said);
}

/** In the place itself; where the app may not write there, in a direct message. */
async function tellWhereverPossible(desk: Desk, asked: Asked, place: Place, sentence: string): Promise<void> {
  try {
    await tellAlone(desk, asked, place, sentence);
  } catch (error) {
    if (asked.direct || slackErrorOf(error) === undefined) throw error;
    await desk.out.post(asked.client, { channel: asked.message.user }, plainMessage(sentence));
  }
}

function withoutMention(text: string, botUserId: string | undefined): string {
  return (botUserId === undefined ? text : text.replaceAll(`<@${botUserId}>`, '')).trim();
}
