import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What tells one delivery of Slack's from another, and what becomes of it where it is not acknowledged. */
export interface DeliveryId {
  readonly id: string;
  /** An event is delivered again until it is acknowledged; what a person waits for is delivered once. */
  readonly comesAgain: boolean;
}

const event = z.object({ type: z.literal('event_callback'), event_id: z.string().min(1) });
const act = z.object({ trigger_id: z.string().min(1) });

/**
 * Undefined where Slack gives no id, as for a form that is closed. A trigger id opens forms for its first seconds, so its
 * hash stands for it.
 * https://docs.slack.dev/apis/events-api#callback-field, https://docs.slack.dev/interactivity/handling-user-interaction
 */
export function deliveryIdOf(body: unknown): DeliveryId | undefined {
  const asEvent = event.safeParse(body);
  if (asEvent.success) return { id: asEvent.data.event_id, comesAgain: true };
  const asAct = act.safeParse(body);
  if (!asAct.success) return undefined;
  const hash = createHash('sha256').update(asAct.data.trigger_id).digest('base64url');
  return { id: `act ${hash}`, comesAgain: false };
}

const id = z.string().nullish().catch(undefined);
const ids = { team_id: id, enterprise_id: id };
const origin = z.object({
  ...ids,
  authorizations: z.array(z.object(ids)).nullish().catch(undefined),
  team: z.object({ id, enterprise_id: id }).nullish().catch(undefined),
  enterprise: z.object({ id }).nullish().catch(undefined),
  user: z.object({ team_id: id }).nullish().catch(undefined),
  view: z.object({ app_installed_team_id: id }).nullish().catch(undefined),
});

/**
 * The ids of the workspace and the organization that Stepwise answers a delivery in: where it is installed. In a channel that
 * two of them share, the person who writes or presses may belong to the other one; and where an organization installed it, the
 * workspace is named with the person alone. https://docs.slack.dev/apis/slack-connect
 */
export function teamsOf(body: unknown): readonly string[] {
  const read = origin.safeParse(body);
  if (!read.success) return [];
  const { authorizations, team_id, enterprise_id, team, enterprise, user, view } = read.data;
  const [installed] = authorizations ?? [];
  const workspaces = [installed?.team_id, view?.app_installed_team_id, team?.id, team_id, user?.team_id];
  const organizations =
    installed === undefined ? [enterprise?.id, team?.enterprise_id, enterprise_id] : [installed.enterprise_id];
  return [workspaces, organizations].flatMap((each) => each.find((one) => (one ?? '') !== '') ?? []);
}
