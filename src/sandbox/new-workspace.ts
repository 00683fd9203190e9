import { randomBytes, randomInt } from 'node:crypto';
import type { MovableClock } from './clock.ts';
import type { Manifest } from './manifest.ts';
import type { Change, Conversation, InstalledApp, Member, NewMember, Workspace } from './workspace.ts';

export interface WorkspaceOptions {
  readonly clock: MovableClock;
  readonly manifest: Manifest;
  readonly teamName: string;
  /** The first is the one whom the page belongs to. */
  readonly people: readonly NewMember[];
  readonly channels: readonly { readonly name: string; readonly topic?: string; readonly withApp?: boolean }[];
}

/** A workspace as it is before anybody did anything: its people, its channels, and the app installed. */
export function createWorkspace(options: WorkspaceOptions): Workspace {
  const { clock, manifest } = options;
  let count = 0;
  let lastTs = 0;
  const watchers = new Set<(change: Change) => void>();
  const newId = (prefix: string) => {
    count += 1;
    return `${prefix}0${count.toString(36).toUpperCase().padStart(9, '0')}`;
  };
  const secret = (bytes: number) => randomBytes(bytes).toString('hex');

  const team = { id: newId('T'), name: options.teamName, domain: handle(options.teamName) };
  const appId = newId('A');
  const app: InstalledApp = {
    id: appId,
    botId: newId('B'),
    botUserId: newId('U'),
    manifest,
    appToken: ['xapp', '1', appId, secret(16)].join('-'),
    botToken: ['xoxb', team.id, secret(12)].join('-'),
    signingSecret: secret(16),
    clientId: `${randomInt(10 ** 12)}.${randomInt(10 ** 12)}`,
    clientSecret: secret(16),
    grants: { codes: new Set(), accessTokens: new Set(), refreshTokens: new Set() },
    verificationToken: secret(12),
  };
  const locale = 'en-US';
  const bot: Member = {
    id: app.botUserId,
    name: handle(manifest.botName),
    realName: manifest.botName,
    isBot: true,
    locale,
  };
  const slackbot: Member = { id: 'USLACKBOT', name: 'slackbot', realName: 'Slackbot', isBot: true, locale };
  const people = options.people.map((person): Member => ({ locale, ...person, id: newId('U'), isBot: false }));
  const members = new Map([bot, slackbot, ...people].map((member) => [member.id, member]));

  const conversations = new Map<string, Conversation>();
  for (const channel of options.channels) {
    const conversation = newConversation({
      id: newId('C'),
      name: channel.name,
      kind: 'channel',
      topic: channel.topic ?? '',
      created: clock.now(),
      members: people.map((person) => person.id).concat(channel.withApp === false ? [] : [bot.id]),
    });
    conversations.set(conversation.id, conversation);
  }
  for (const person of people) {
    const conversation = newConversation({
      id: newId('D'),
      name: person.name,
      kind: 'im',
      topic: '',
      created: clock.now(),
      members: [person.id, bot.id],
    });
    conversations.set(conversation.id, conversation);
  }

  return {
    clock,
    team,
    app,
    members,
    conversations,
    files: new Map(),
    views: new Map(),
    homes: new Map(),
    modals: new Map(),
    prompts: new Map(),
    statuses: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    origin: '',
    newId,
    newTs() {
      lastTs = Math.max(lastTs + 1, Math.floor(clock.now() * 1000));
      const digits = String(lastTs);
      return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
    },
    watch(see) {
      watchers.add(see);
      return () => watchers.delete(see);
    },
    changed(change) {
      for (const see of watchers) see(change);
    },
  };
}

function newConversation(made: {
  readonly id: string;
  readonly name: string;
  readonly kind: Conversation['kind'];
  readonly topic: string;
  readonly created: number;
  readonly members: readonly string[];
}): Conversation {
  return {
    ...made,
    members: new Set(made.members),
    messages: new Map(),
    threads: new Map(),
    ephemerals: new Map(),
  };
}

/** `Step by Step` as it stands in a name: `stepbystep`. */
function handle(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9._-]/g, '');
}
