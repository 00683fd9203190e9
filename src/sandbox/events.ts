import type { Ack, Post } from './delivery.ts';
import type { JsonObject } from './json.ts';
import { toWire } from './messages.ts';
import type { Conversation, StoredMessage, Workspace } from './workspace.ts';

/** Tells the app what happened, where its manifest subscribes to it: https://docs.slack.dev/apis/events-api */
export interface Events {
  messagePosted(conversation: Conversation, message: StoredMessage): void;
  messageChanged(conversation: Conversation, message: StoredMessage, previous: StoredMessage): void;
  messageDeleted(conversation: Conversation, previous: StoredMessage): void;
  reaction(added: boolean, user: string, name: string, message: StoredMessage): void;
  homeOpened(user: string, conversation: Conversation, tab: 'home' | 'messages', view: JsonObject | undefined): void;
  /** A person opens an assistant's pane, or goes on to another channel with it open. */
  assistantThread(
    what: 'started' | 'context_changed',
    user: string,
    first: StoredMessage,
    lookingAt: string | undefined,
  ): void;
  joined(conversation: Conversation, user: string): void;
  /** Any other event, to say it twice or to say what the workspace does not do by itself. */
  send(event: JsonObject, eventId?: string): Promise<Ack>;
}

/** Which event an app subscribes to, and the scope that it must have, by where it happened. */
const messageEvents = {
  channel: { event: 'message.channels', scope: 'channels:history', type: 'channel' },
  im: { event: 'message.im', scope: 'im:history', type: 'im' },
} as const;

export function createEvents(workspace: Workspace, post: Post): Events {
  const { app, team } = workspace;
  const may = (event: string, scope?: string) =>
    app.manifest.events.has(event) && (scope === undefined || app.manifest.scopes.has(scope));

  function send(event: JsonObject, eventId = workspace.newId('Ev')): Promise<Ack> {
    const payload = {
      token: app.verificationToken,
      team_id: team.id,
      context_team_id: team.id,
      context_enterprise_id: null,
      api_app_id: app.id,
      event: { event_ts: workspace.newTs(), ...event },
      type: 'event_callback',
      event_id: eventId,
      event_time: Math.floor(workspace.clock.now() / 1000),
      authorizations: [
        { enterprise_id: null, team_id: team.id, user_id: app.botUserId, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: false,
      event_context: `4-${eventId}`,
    };
    return post.notify({ type: 'events_api', payload, name: String(event.type) });
  }

  function tell(event: JsonObject): void {
    // It is settled by retries alone: nobody waits for it.
    void send(event);
  }

  function hears(conversation: Conversation): boolean {
    const { event, scope } = messageEvents[conversation.kind];
    return conversation.members.has(app.botUserId) && may(event, scope);
  }

  function whereabouts(conversation: Conversation): JsonObject {
    return { channel: conversation.id, channel_type: messageEvents[conversation.kind].type };
  }

  function tellMention(conversation: Conversation, message: StoredMessage): void {
    const mentioned = message.text.includes(`<@${app.botUserId}>`) && !message.byApp;
    if (
      mentioned &&
      conversation.kind === 'channel' &&
      conversation.members.has(app.botUserId) &&
      may('app_mention', 'app_mentions:read')
    ) {
      tell({
        ...toWire(workspace, message),
        type: 'app_mention',
        channel: conversation.id,
        event_ts: message.ts,
      });
    }
  }

  return {
    messagePosted(conversation, message) {
      const wire = toWire(workspace, message);
      if (hears(conversation)) {
        tell({ ...wire, ...whereabouts(conversation), event_ts: message.ts });
      }
      tellMention(conversation, message);
    },
    messageChanged(conversation, message, previous) {
      // As often as a message that mentions the app is edited: https://github.com/slackapi/bolt-js/issues/960
      tellMention(conversation, message);
      if (!hears(conversation)) return;
      tell({
        type: 'message',
        subtype: 'message_changed',
        message: toWire(workspace, message),
        previous_message: toWire(workspace, previous),
        hidden: true,
        ts: workspace.newTs(),
        ...whereabouts(conversation),
      });
    },
    messageDeleted(conversation, previous) {
      if (!hears(conversation)) return;
      tell({
        type: 'message',
        subtype: 'message_deleted',
        previous_message: toWire(workspace, previous),
        deleted_ts: previous.ts,
        hidden: true,
        ts: workspace.newTs(),
        ...whereabouts(conversation),
      });
    },
    reaction(added, user, name, message) {
      const type = added ? 'reaction_added' : 'reaction_removed';
      if (!may(type, 'reactions:read')) return;
      tell({
        type,
        user,
        reaction: name,
        item_user: message.user,
        item: { type: 'message', channel: message.channel, ts: message.ts },
      });
    },
    homeOpened(user, conversation, tab, view) {
      if (!may('app_home_opened')) return;
      tell({ type: 'app_home_opened', user, channel: conversation.id, tab, ...(view === undefined ? {} : { view }) });
    },
    assistantThread(what, user, first, lookingAt) {
      const type = `assistant_thread_${what}`;
      if (!may(type, 'assistant:write')) return;
      const context = lookingAt === undefined ? {} : { channel_id: lookingAt, team_id: team.id, enterprise_id: null };
      tell({
        type,
        assistant_thread: { user_id: user, context, channel_id: first.channel, thread_ts: first.ts },
      });
    },
    joined(conversation, user) {
      if (!may('member_joined_channel', 'channels:read')) return;
      tell({ type: 'member_joined_channel', user, channel: conversation.id, channel_type: 'C', team: team.id });
    },
    send,
  };
}
