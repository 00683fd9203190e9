import type { Answer, Request, Told } from '../live-protocol.ts';
import { change, look, putMessages, take } from './store.ts';

let socket: WebSocket | undefined;
let lastId = 0;
const awaited = new Map<number, (answer: Answer) => void>();

const againAfterMs = 1_000;

/** Opens the page's socket as `person`, and again whenever it breaks. */
export function connect(person: string | undefined): void {
  const previous = socket;
  const query = person === undefined ? '' : `?person=${encodeURIComponent(person)}`;
  const opened = new WebSocket(`ws://${location.host}/sandbox/live${query}`);
  socket = opened;
  previous?.close();
  opened.addEventListener('message', (event) => {
    if (socket !== opened) return;
    for (const told of readTold(event.data)) hear(told);
  });
  opened.addEventListener('close', () => {
    if (socket !== opened) return;
    change({ online: false });
    for (const give of awaited.values()) give({ ok: false, error: 'The workspace is not running.' });
    awaited.clear();
    setTimeout(() => {
      if (socket === opened) connect(person);
    }, againAfterMs);
  });
}

function hear(told: Told): void {
  if (told.type === 'answer') {
    awaited.get(told.id)?.(told.answer);
    awaited.delete(told.id);
    return;
  }
  take(told);
  if (told.type === 'setting') void loadHistory(look().channel);
}

/** The workspace is this page's own server: what it sends is of the type that both sides share. */
function readTold(data: unknown): readonly Told[] {
  return typeof data === 'string' ? JSON.parse(data) : [];
}

export function ask(request: Request): Promise<Answer> {
  return new Promise((resolve) => {
    if (socket?.readyState !== WebSocket.OPEN) {
      resolve({ ok: false, error: 'The workspace is not running.' });
      return;
    }
    lastId += 1;
    awaited.set(lastId, resolve);
    socket.send(JSON.stringify({ id: lastId, request }));
  });
}

/** Asks, and shows the person what went wrong where it did. */
export async function attempt(request: Request): Promise<Answer> {
  const answer = await ask(request);
  if (!answer.ok && 'error' in answer) change({ notice: answer.error });
  return answer;
}

export async function loadHistory(channel: string, before?: string): Promise<void> {
  if (channel === '') return;
  const answer = await ask({ do: 'history', channel, ...(before === undefined ? {} : { before }) });
  if (!answer.ok || !('messages' in answer)) return;
  putMessages(channel, answer.messages);
  change({ loaded: new Map(look().loaded).set(channel, answer.more) });
}

export async function openThread(channel: string, ts: string): Promise<void> {
  change({ side: { show: 'thread', channel, ts } });
  const answer = await ask({ do: 'thread', channel, ts });
  if (answer.ok && 'messages' in answer) putMessages(channel, answer.messages);
}

export function openChannel(channel: string, tab: 'messages' | 'home' = 'messages'): void {
  const unread = new Set(look().unread);
  unread.delete(channel);
  const { side, setting } = look();
  change({
    channel,
    tab,
    unread,
    menuOpen: false,
    side: side.show === 'thread' && side.channel !== channel ? { show: 'nothing' } : side,
  });
  if (!look().loaded.has(channel)) void loadHistory(channel);
  const app = setting?.conversations.find(({ id }) => id === channel)?.kind === 'im';
  if (app) void ask({ do: 'openApp', tab });
}
