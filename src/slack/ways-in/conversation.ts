import { plainMessage } from '../blocks/message.ts';
import type { Rest } from '../delivery/outbox.ts';
import { type Desk, troubleOf } from '../desk.ts';
import { answerText } from '../live-addition.ts';
import { tooMany } from '../outgoing/rate.ts';
import { isWorthAnotherTry, slackErrorOf } from '../trouble.ts';
import type { PersonsMessage } from './events.ts';
import { readFiles } from './files.ts';
import { isGreeting, isThanks, youAreWelcome } from './greeting.ts';
import { isLateEdit, placeOf, replying, type Saying, type Standing } from './replying.ts';
import { readThread, type Thread } from './thread.ts';
import { usageMessage } from './usage.ts';
import { type Warning, type Written, warningsAbout } from './warn-authors.ts';

/** Of one question: its own, and those of the messages that stand around it. */
const mostFiles = 10;

/**
 * Answers a message where it stands. Reads the thread too, since the paste is often above the question. Resolves once all is
 * read: the reply waits for its turn, and for Slack.
 */
export async function answerInConversation(
  desk: Desk,
  where: Pick<Standing, 'client' | 'botUserId' | 'botToken' | 'again' | 'team' | 'channel' | 'direct'>,
  message: PersonsMessage,
): Promise<void> {
  const { user, ts, threadTs, editedTs } = message;
  const standing: Standing = { ...where, user, ts, threadTs, editedTs };
  if (isLateEdit(desk, standing)) return;
  const rest = await read(desk, standing, message);
  const { channel, threadTs: thread = '' } = placeOf(standing);
  desk.outbox.hand(rest, `${channel} ${thread}`);
}

/** Never rejects. */
async function read(desk: Desk, standing: Standing, message: PersonsMessage): Promise<Rest> {
  try {
    const around = await threadAround(desk, standing, message);
    if (around === 'not now') return readingLater(desk, standing);
    return replying(desk, standing, await sayingTo(desk, standing, message, around));
  } catch (error) {
    return replying(desk, standing, { is: 'trouble', sentence: troubleOf(desk, error) });
  }
}

/** Reads the message in its thread, once Slack shows that: until then nothing of it is held. */
function readingLater(desk: Desk, standing: Standing): Rest {
  return () => readInThread(desk, standing).then((rest) => rest());
}

async function readInThread(desk: Desk, standing: Standing): Promise<Rest> {
  try {
    const { client, channel, botUserId, ts, threadTs = ts } = standing;
    const thread = await readThread(client, { channel, threadTs }, botUserId);
    const message = thread.messages.find((one) => one.ts === ts);
    // Its author has taken it back meanwhile.
    if (message === undefined) return async () => {};
    return replying(desk, standing, await sayingTo(desk, standing, message, { ...thread, notes: [] }));
  } catch (error) {
    return replying(desk, standing, { is: 'trouble', sentence: troubleOf(desk, error) });
  }
}

async function sayingTo(desk: Desk, standing: Standing, message: PersonsMessage, around: Around): Promise<Saying> {
  const { client, channel, direct, user } = standing;
  // Files take a moment; everything else is read at once.
  if (direct && message.files.length > 0) tellThatFilesAreRead(desk, standing);
  const { messages, notes, inPane } = await whatStandsThere(desk, standing, message, around);
  const own = messages.filter((one) => one.user === user);
  const written = chooseWhatToRead(desk, own, messages);
  const text = textOf(written);
  if (isThanks(messages[0]?.text ?? '')) return { is: 'message', said: plainMessage(youAreWelcome) };
  if ((text === '' && notes.length === 0) || asksHowToUse(messages, direct))
    return { is: 'message', said: usageMessage() };
  if (!desk.rate.allows(user)) return { is: 'aside', sentence: tooMany };
  const locale = await desk.locales.of(client, user);
  const answered = answerText(desk, text, { channel, locale }, direct);
  const isWarning = !direct && answered.shown.answer.warning !== undefined;
  const warnings: readonly Warning[] = isWarning ? await warningsAbout(desk, client, written) : [];
  return { is: 'answer', answered, notes, inPane, warnings };
}

function tellThatFilesAreRead({ later, out }: Desk, standing: Standing): void {
  later.begin(() => out.tellStatus(standing.client, placeOf(standing), 'is reading your files…'));
}

interface StandsThere {
  /** The asker's question first, then the thread, oldest first, then what a program reported above it. */
  readonly messages: readonly Written[];
  readonly notes: readonly string[];
  /** They stand in the pane of an assistant. */
  readonly inPane: boolean;
}

/** What stands around a message, with sentences about what could not be read. */
type Around = Thread & { readonly notes: readonly string[] };

async function whatStandsThere(
  desk: Desk,
  standing: Standing,
  message: PersonsMessage,
  around: Around,
): Promise<StandsThere> {
  const notes: string[] = [...around.notes];
  const messages: Written[] = [];
  let filesLeft = mostFiles;
  const { report } = around;
  for (const one of [message, ...around.messages.filter(({ ts }) => ts < message.ts)]) {
    const files = await readFiles(desk, standing, one.files, filesLeft);
    filesLeft -= files.texts.length;
    notes.push(...files.unread);
    const text = [withoutMention(one.text, standing.botUserId), ...files.texts]
      .filter((part) => part !== '')
      .join('\n\n');
    messages.push({ user: one.user, ts: one.ts, text });
  }
  if (report !== undefined) messages.push({ user: undefined, ...report });
  return { messages, notes, inPane: around.inPane };
}

/** Tries once: who waits for Slack must not hold the message meanwhile. */
async function threadAround(
  { withoutRetries }: Desk,
  { client, channel, botUserId }: Standing,
  { text, files, threadTs }: PersonsMessage,
): Promise<Around | 'not now'> {
  if (threadTs === undefined) return { messages: [], notes: [], inPane: false };
  try {
    return { ...(await readThread(withoutRetries(client), { channel, threadTs }, botUserId)), notes: [] };
  } catch (error) {
    if (isWorthAnotherTry(error)) return 'not now';
    // Where the question holds something itself, half an answer is better than none.
    const hasOwn = withoutMention(text, botUserId) !== '' || files.length > 0;
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

function withoutMention(text: string, botUserId: string | undefined): string {
  return (botUserId === undefined ? text : text.replaceAll(`<@${botUserId}>`, '')).trim();
}
