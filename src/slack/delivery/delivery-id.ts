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

const id = z.string().nullish();
const place = z.object({ id }).nullish();
const origin = z
  .object({ team_id: id, enterprise_id: id, team: z.union([place, z.string()]), enterprise: place })
  .partial();

/** The ids of the workspace and the organization that a delivery comes from. */
export function teamsOf(body: unknown): readonly string[] {
  const read = origin.safeParse(body);
  if (!read.success) return [];
  const { team_id, enterprise_id, team, enterprise } = read.data;
  const ids = [team_id, enterprise_id, typeof team === 'string' ? team : team?.id, enterprise?.id];
  return ids.filter((one): one is string => typeof one === 'string' && one !== '');
}
