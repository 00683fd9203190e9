import { randomUUID } from 'node:crypto';
import { type Draft, post, postEphemeral, remove, replace } from '../messages.ts';
import type { Slack } from '../web-api/method.ts';
import { withReaction } from '../web-api/reactions.ts';
import type { Conversation, Member, StoredMessage, Workspace } from '../workspace.ts';
import { conversationFor, type Done, type Place } from './done.ts';
import { readTyped } from './typed.ts';

/** A longer text than this is not sent as a message: the client makes it a snippet. */
export const longestTyped = 4_000;

const notThere: Done = { ok: false, error: 'message_not_found' };

/** Sends what was typed, as a message or, where it is long, as a snippet. */
export function postTyped(slack: Slack, person: Member, place: Place, text: string): Done {
  const { workspace, events } = slack;
  const { app } = workspace;
  const conversation = conversationFor(workspace, person, place.channel);
  if (conversation === undefined) return { ok: false, error: 'channel_not_found' };
  if (conversation.kind === 'im' && !app.manifest.messagesTab) {
    return { ok: false, error: 'Sending messages to this app has been turned off.' };
  }
  if (text.trim() === '') return { ok: false, error: 'no_text' };
  const draft =
    text.length > longestTyped ? snippet(workspace, person, conversation, text) : typed(workspace, person, text);
  const message = post(workspace, conversation, {
    ...draft,
    ...(place.threadTs === undefined ? {} : { threadTs: place.threadTs }),
  });
  events.messagePosted(conversation, message);
  if (!conversation.members.has(app.botUserId) && message.text.includes(`<@${app.botUserId}>`)) {
    fromSlackbot(
      workspace,
      person,
      conversation,
      `You mentioned <@${app.botUserId}>, but they’re not in this channel.`,
    );
  }
  return { ok: true, ts: message.ts };
}

function typed(workspace: Workspace, person: Member, text: string): Draft {
  return { ...readTyped(text, workspace), user: person.id, byApp: false, clientMsgId: randomUUID() };
}

function snippet(workspace: Workspace, person: Member, conversation: Conversation, text: string): Draft {
  const id = workspace.newId('F');
  workspace.files.set(id, {
    id,
    name: 'Untitled.txt',
    title: 'Untitled',
    mode: 'snippet',
    mimetype: 'text/plain',
    filetype: 'text',
    prettyType: 'Plain Text',
    content: new TextEncoder().encode(text),
    user: person.id,
    created: workspace.clock.now(),
    channels: [conversation.id],
  });
  return { user: person.id, byApp: false, text: '', subtype: 'file_share', files: [id] };
}

/** Slack's own words, to one person. */
export function fromSlackbot(
  workspace: Workspace,
  person: Member,
  conversation: Conversation,
  text: string,
  threadTs?: string,
): void {
  postEphemeral(workspace, conversation, person.id, {
    user: 'USLACKBOT',
    byApp: false,
    text,
    ...(threadTs === undefined ? {} : { threadTs }),
  });
}

export function editOwn(slack: Slack, person: Member, channel: string, ts: string, text: string): Done {
  const { workspace, events } = slack;
  const conversation = conversationFor(workspace, person, channel);
  const message = conversation?.messages.get(ts);
  if (conversation === undefined || message === undefined) return notThere;
  if (message.user !== person.id) return { ok: false, error: 'cant_update_message' };
  const changed: StoredMessage = { ...message, ...readTyped(text, workspace), edited: workspace.newTs() };
  replace(workspace, conversation, changed);
  events.messageChanged(conversation, changed, message);
  return { ok: true, ts };
}

export function removeOwn(slack: Slack, person: Member, channel: string, ts: string): Done {
  const { workspace, events } = slack;
  const conversation = conversationFor(workspace, person, channel);
  const message = conversation?.messages.get(ts);
  if (conversation === undefined || message === undefined) return notThere;
  if (message.user !== person.id) return { ok: false, error: 'cant_delete_message' };
  remove(workspace, conversation, ts);
  events.messageDeleted(conversation, message);
  return { ok: true, ts };
}

/** Adds the person's reaction, or takes it back. */
export function react(slack: Slack, person: Member, channel: string, ts: string, name: string): Done {
  const { workspace, events } = slack;
  const conversation = conversationFor(workspace, person, channel);
  const message = conversation?.messages.get(ts);
  if (conversation === undefined || message === undefined) return notThere;
  const added = !(message.reactions?.get(name) ?? []).includes(person.id);
  const changed = withReaction(message, name, person.id, added);
  if (changed !== undefined) {
    replace(workspace, conversation, changed);
    events.reaction(added, person.id, name, changed);
  }
  return { ok: true, ts };
}
