import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type JsonObject, parseJson } from './json.ts';
import {
  type Answer,
  framedSchema,
  type PagePerson,
  type Request,
  type Sample,
  type Setting,
  type Told,
} from './live-protocol.ts';
import { removeEphemeral, toWire } from './messages.ts';
import type { Acts } from './people/acts.ts';
import { longestTyped } from './people/writing.ts';
import { ownHost } from './server.ts';
import type { Traffic } from './traffic.ts';
import { viewToWire } from './views.ts';
import type { Change, Member, StoredMessage, Workspace } from './workspace.ts';

/** The page's own socket, apart from everything of Slack's. */
export const livePath = '/sandbox/live';

/** How many messages the page gets at once. */
const historyLength = 100;
const crossingsAtFirst = 200;

export interface Live {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

export interface LiveParts {
  readonly workspace: Workspace;
  readonly acts: Acts;
  readonly traffic: Traffic;
  readonly connections: () => number;
  readonly samples: readonly Sample[];
  readonly invitation: string;
}

/** Tells each open page what changes for its person, and does what the person does there. */
export function createLive(parts: LiveParts): Live {
  const { workspace, traffic } = parts;
  const server = new WebSocketServer({ noServer: true, maxPayload: 4 << 20, perMessageDeflate: false });
  const people = [...workspace.members.values()].filter((member) => !member.isBot);
  const pages = new Map(people.map((person) => [person, createAudience()]));

  const unwatch = [
    workspace.watch((change) => {
      for (const [person, audience] of pages) {
        const told = audience.sockets.size === 0 ? undefined : toldOf(parts, person, change);
        if (told !== undefined) audience.tell(told);
      }
    }),
    traffic.watch((crossing) => {
      for (const audience of pages.values()) audience.tell({ type: 'crossing', crossing });
    }),
  ];

  function welcome(socket: WebSocket, me: Member): void {
    const audience = pages.get(me);
    const tell = (...told: readonly Told[]) => socket.send(JSON.stringify(told));
    socket.on('message', (data) => {
      const framed = framedSchema.safeParse(parseJson(data.toString()));
      if (!framed.success) return;
      const { id, request } = framed.data;
      void perform(parts, me, request).then((answer) => {
        if (socket.readyState !== socket.OPEN) return;
        // What the act changed is seen before its answer.
        audience?.flush();
        tell({ type: 'answer', id, answer });
      });
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => audience?.sockets.delete(socket));
    tell(
      { type: 'setting', setting: settingOf(parts, me), crossings: traffic.all().slice(-crossingsAtFirst) },
      { type: 'connected', connections: parts.connections() },
      { type: 'modal', stack: modalsOf(workspace, me.id) },
      { type: 'home', view: homeOf(workspace, me.id) },
    );
    audience?.sockets.add(socket);
  }

  return {
    upgrade(request, socket, head) {
      // A socket is under no same-origin rule, so a page of another site is turned away by its Origin.
      const origin = request.headers.origin;
      const own = origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.headers.host;
      const name = new URL(request.url ?? '', 'http://loopback').searchParams.get('person');
      const me = people.find((person) => person.name === name) ?? people[0];
      if (!own || !ownHost(request.headers.host) || me === undefined) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, (opened) => welcome(opened, me));
    },
    close() {
      for (const stop of unwatch) stop();
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

/** The open pages of one person. Whatever comes in one turn is written once and goes out in one frame to each. */
interface Audience {
  readonly sockets: Set<WebSocket>;
  tell(told: Told): void;
  flush(): void;
}

function createAudience(): Audience {
  const sockets = new Set<WebSocket>();
  let waiting: string[] = [];
  const flush = () => {
    if (waiting.length === 0) return;
    const frame = `[${waiting.join(',')}]`;
    waiting = [];
    for (const socket of sockets) socket.send(frame);
  };
  return {
    sockets,
    flush,
    tell(told) {
      if (sockets.size === 0) return;
      if (waiting.length === 0) setImmediate(flush);
      waiting.push(JSON.stringify(told));
    },
  };
}

function toldOf(parts: LiveParts, me: Member, change: Change): Told | undefined {
  const { workspace } = parts;
  switch (change.kind) {
    case 'message': {
      const conversation = workspace.conversations.get(change.channel);
      const message = conversation?.messages.get(change.ts);
      if (message === undefined || conversation?.members.has(me.id) !== true) return undefined;
      return { type: 'message', channel: change.channel, message: toWire(workspace, message) };
    }
    case 'deleted':
      return { type: 'deleted', channel: change.channel, ts: change.ts };
    case 'ephemeral': {
      if (change.user !== me.id) return undefined;
      const message = workspace.conversations.get(change.channel)?.ephemerals.get(change.ts);
      return message === undefined
        ? { type: 'deleted', channel: change.channel, ts: change.ts }
        : { type: 'message', channel: change.channel, message: forOne(workspace, message) };
    }
    case 'modal':
      return change.user === me.id ? { type: 'modal', stack: modalsOf(workspace, me.id) } : undefined;
    case 'home':
      return change.user === me.id ? { type: 'home', view: homeOf(workspace, me.id) } : undefined;
    case 'connections':
      return { type: 'connected', connections: parts.connections() };
    case 'conversation':
      return undefined;
  }
}

function forOne(workspace: Workspace, message: StoredMessage): JsonObject {
  return { ...toWire(workspace, message), is_ephemeral: true };
}

function modalsOf(workspace: Workspace, user: string): readonly JsonObject[] {
  return (workspace.modals.get(user) ?? []).flatMap((id) => {
    const view = workspace.views.get(id);
    return view === undefined ? [] : [viewToWire(workspace, view)];
  });
}

function homeOf(workspace: Workspace, user: string): JsonObject | undefined {
  const view = workspace.homes.get(user);
  return view === undefined ? undefined : viewToWire(workspace, view);
}

function settingOf({ workspace, samples, invitation }: LiveParts, me: Member): Setting {
  const { app, team } = workspace;
  const { manifest } = app;
  const shown = (member: Member): PagePerson => ({ ...member });
  const bot = workspace.members.get(app.botUserId);
  return {
    team: team.name,
    me: shown(me),
    people: [...workspace.members.values()].map(shown),
    bot:
      bot === undefined
        ? { id: app.botUserId, name: manifest.botName, realName: manifest.botName, isBot: true }
        : shown(bot),
    app: {
      name: manifest.botName,
      description: manifest.description,
      commands: [...manifest.commands.values()],
      shortcuts: manifest.shortcuts,
      homeTab: manifest.homeTab,
      messagesTab: manifest.messagesTab,
    },
    conversations: [...workspace.conversations.values()]
      .filter((conversation) => conversation.members.has(me.id))
      .map(({ id, name, kind, topic, members }) => ({ id, name, kind, topic, withApp: members.has(app.botUserId) })),
    samples,
    invitation,
    longestTyped,
  };
}

async function perform({ workspace, acts }: LiveParts, me: Member, request: Request): Promise<Answer> {
  switch (request.do) {
    case 'post':
      return acts.post(me, request, request.text);
    case 'command':
      return acts.command(me, request, request.command, request.text);
    case 'remove':
      return acts.remove(me, request.channel, request.ts);
    case 'dismiss': {
      const conversation = workspace.conversations.get(request.channel);
      if (conversation?.ephemerals.get(request.ts)?.to === me.id) removeEphemeral(workspace, conversation, request.ts);
      return { ok: true };
    }
    case 'react':
      return acts.react(me, request.channel, request.ts, request.name);
    case 'click':
      return acts.click(me, request.channel, request.ts, request, request.state);
    case 'clickInView':
      return acts.clickInView(me, request.view, request, request.state);
    case 'shortcut': {
      const { channel, ts } = request;
      return acts.shortcut(
        me,
        request.callbackId,
        channel === undefined || ts === undefined ? undefined : { channel, ts },
      );
    }
    case 'submit':
      return acts.submit(me, request.view, request.state);
    case 'close':
      return acts.close(me, request.view, request.all);
    case 'openApp':
      return acts.openHome(me, request.tab);
    case 'history':
      return history(workspace, me, request.channel, request.before);
    case 'thread':
      return thread(workspace, me, request.channel, request.ts);
    case 'file': {
      const file = workspace.files.get(request.file);
      if (file === undefined) return { ok: false, error: 'file_not_found' };
      return { ok: true, content: new TextDecoder().decode(file.content) };
    }
  }
}

function history(workspace: Workspace, me: Member, channel: string, before: string | undefined): Answer {
  const conversation = workspace.conversations.get(channel);
  if (conversation?.members.has(me.id) !== true) return { ok: false, error: 'channel_not_found' };
  const top: StoredMessage[] = [];
  let more = false;
  for (const message of [...conversation.messages.values()].reverse()) {
    if (before !== undefined && message.ts >= before) continue;
    if (message.threadTs !== undefined && message.broadcast !== true) continue;
    if (top.length === historyLength) {
      more = true;
      break;
    }
    top.push(message);
  }
  const own = [...conversation.ephemerals.values()].filter(
    ({ to, threadTs }) => to === me.id && threadTs === undefined,
  );
  const shown = before === undefined ? own.map((message) => forOne(workspace, message)) : [];
  return { ok: true, messages: [...top.reverse().map((message) => toWire(workspace, message)), ...shown], more };
}

function thread(workspace: Workspace, me: Member, channel: string, ts: string): Answer {
  const conversation = workspace.conversations.get(channel);
  if (conversation?.members.has(me.id) !== true) return { ok: false, error: 'channel_not_found' };
  const all = [ts, ...(conversation.threads.get(ts) ?? [])].flatMap((one) => conversation.messages.get(one) ?? []);
  const own = [...conversation.ephemerals.values()].filter(
    (message) => message.to === me.id && message.threadTs === ts,
  );
  return {
    ok: true,
    messages: [
      ...all.map((message) => toWire(workspace, message)),
      ...own.map((message) => forOne(workspace, message)),
    ],
    more: false,
  };
}
