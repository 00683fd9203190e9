import { quotedSlot, type Slot, skipBlanks } from '../places/slot.ts';
import { type Scan, take } from '../scan.ts';
import { isKept, isKey } from '../values/key-value.ts';
import { isUuid } from '../values/suspicion.ts';

/** Names of clients that are made with a key, in lower case. */
export const clientNames: readonly string[] =
  'client apiclient restclient stripe openai anthropic resend sendgrid mailgun postmark algoliasearch octokit telegraf webclient slack pusher mixpanel segment rollbar plaid shippo easypost nexmo vonage messagebird mailchimp sentry github analytics amplitude posthog launchdarkly bugsnag telebot sendgridapiclient sdk api'.split(
    ' ',
  );
const names: ReadonlySet<string> = new Set(clientNames);

/** Any class that is called a client; not what names whom it is for, and none whose clients have ids of their own. */
const clientClass = /^(?:New|_)?[A-Z]\w{0,50}(?:Client|Api|API|SDK|Sdk)$/;
const otherClass =
  /^(?:New)?(?:Tenant|User|Account|Project|Workspace|Organi[sz]ation|Customer|Device|Mqtt|MQTT|Kafka|Nats|Stomp|Redis|Ldap|Public)\w{0,20}(?:Client|Api|API)$/;

const opening =
  /^(?:\.(?:getInstance\(\)\.)?(?:[iI]nit|initialize|setup|start|[nN]ew|configure|create|Client)|::new|->new)?\(/;

const mostArguments = 4;

/** Whether a word may be a client that is made with a key. */
export function isClient(word: string): boolean {
  return names.has(word.toLowerCase()) || (clientClass.test(word) && !otherClass.test(word));
}

/**
 * The key of a client in the strings that it is made with: `new AcmeClient("https://…", "…")`, `Stripe("…")`. It is the last
 * one, and may be a UUID, but where nothing tells it from an id. Returns where to read on; undefined where there is none.
 */
export function takeClient(scan: Scan, start: number, end: number): number | undefined {
  const { text } = scan;
  const opened = opening.exec(text.slice(end, end + 40));
  if (opened === null) return undefined;
  const strings = stringsFrom(text, end + opened[0].length);
  const isClass = /[A-Z]/.test(text.charAt(start)) || text.startsWith('new ', start - 4);
  const isPlain = names.has(text.slice(start, end).toLowerCase());
  let taken: number | undefined;
  strings.forEach(({ slot, alone }, index) => {
    const value = text.slice(slot.start, slot.end);
    const isLast = isClass && index === strings.length - 1 && !(isPlain && alone && isUuid(value));
    if (!isKey(value) && !(isLast && isKept(value))) return;
    take(scan, slot.start, slot.end, 'API key');
    taken = slot.next;
  });
  return taken;
}

const otherArgument =
  /^[\w.$@&*:]{1,80}(?:\([^()"'`\n]{0,80}\))?(?=\s{0,4}[,)])|^(?:new )?\w{1,30}\(["'][^"'\n]{1,200}["']\)/;

interface Argument {
  readonly slot: Slot;
  /** Whether no other stands before it. */
  readonly alone: boolean;
}

/** The arguments that are strings of one word, among others that are plain. */
function stringsFrom(text: string, from: number): readonly Argument[] {
  const strings: Argument[] = [];
  let at = skipBlanks(text, from);
  for (let count = 0; count < mostArguments; count += 1) {
    const slot = quotedSlot(text, at);
    const plain = slot === undefined ? otherArgument.exec(text.slice(at, at + 300)) : null;
    if (slot === undefined && plain === null) break;
    if (slot !== undefined && !/\s|:\/\//.test(text.slice(slot.start, slot.end)))
      strings.push({ slot, alone: count === 0 });
    const next = skipBlanks(text, slot?.next ?? at + (plain?.[0].length ?? 0));
    if (text.charCodeAt(next) !== 44) break;
    at = skipBlanks(text, next + 1);
  }
  return strings;
}
