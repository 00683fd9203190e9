import type { FailedAck } from '../delivery.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import type { Command } from '../manifest.ts';
import { post } from '../messages.ts';
import { newResponseUrl, say } from '../response-urls.ts';
import { newTrigger } from '../triggers.ts';
import type { Slack } from '../web-api/method.ts';
import type { Conversation, Member, Workspace } from '../workspace.ts';
import { type Acting, conversationFor, type Done, nameInPayload, type Place } from './done.ts';
import { readTyped } from './typed.ts';
import { fromSlackbot } from './writing.ts';

/** Runs a slash command: https://docs.slack.dev/interactivity/implementing-slash-commands */
export async function runCommand(
  { slack, delivery }: Acting,
  person: Member,
  place: Place,
  name: string,
  text: string,
): Promise<Done> {
  const { workspace } = slack;
  const { manifest } = workspace.app;
  const conversation = conversationFor(workspace, person, place.channel);
  if (conversation === undefined) return { ok: false, error: 'channel_not_found' };
  const refuse = (error: string): Done => {
    fromSlackbot(workspace, person, conversation, error, place.threadTs);
    return { ok: false, error };
  };
  const command = manifest.scopes.has('commands') ? manifest.commands.get(name) : undefined;
  if (command === undefined) return refuse(`\`${name}\` is not a valid command.`);
  if (place.threadTs !== undefined) return refuse(`\`${name}\` is not supported in threads. Sorry!`);
  const payload = payloadOf(workspace, person, conversation, command, text);
  const ack = await delivery.ask({ type: 'slash_commands', payload, name });
  if (!ack.ok) return refuse(`${name} failed with the error "${errorOf(ack)}"`);
  const error = sayInAck(slack, person, conversation, `${name} ${text}`.trim(), ack.payload);
  return error === undefined ? { ok: true } : refuse(`${name} failed with the error "${error}"`);
}

function errorOf(ack: FailedAck): string {
  return ack.reason === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed';
}

function payloadOf(
  workspace: Workspace,
  person: Member,
  conversation: Conversation,
  command: Command,
  text: string,
): JsonObject {
  const { app, team } = workspace;
  return {
    token: app.verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: conversation.id,
    channel_name: nameInPayload(conversation),
    user_id: person.id,
    user_name: person.name,
    command: command.name,
    text: command.escapes ? readTyped(text, workspace).text : text,
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: newResponseUrl(workspace, 'commands', { user: person.id, channel: conversation.id }),
    trigger_id: newTrigger(workspace, person.id),
  };
}

/** What the ack says is shown at once. The error, where it cannot be. */
function sayInAck(
  slack: Slack,
  person: Member,
  conversation: Conversation,
  typed: string,
  payload: unknown,
): string | undefined {
  const message = typeof payload === 'string' ? { text: payload } : payload;
  if (!isJsonObject(message) || (message.text === undefined && message.blocks === undefined)) return undefined;
  if (message.response_type === 'in_channel') {
    // Slack shows the command itself to all where its answer is for all.
    post(slack.workspace, conversation, { user: person.id, byApp: false, text: typed });
  }
  const error = say(slack, { user: person.id }, conversation, message);
  return error === undefined ? undefined : String(error.error);
}
