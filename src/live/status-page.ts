import { z } from 'zod';
import { type DocumentWay, getJson } from './get.ts';
import type { Incident, IncidentsResult, StatusResult } from './result.ts';

/** The state alone takes a few hundred; fifty incidents, with all that was told of them, some hundred thousand. */
const mostBytes = { status: 64 * 1024, incidents: 1024 * 1024 };

/** Of a text in it, in UTF-16 code units. */
const mostText = 300;

const line = z.string().transform((text) => text.slice(0, mostText));

const status = z.object({
  status: z.object({
    indicator: z.enum(['none', 'minor', 'major', 'critical', 'maintenance']),
    description: line,
  }),
});

/** Reads the state of a page in the format of Statuspage: https://metastatuspage.com/api#status. Never rejects. */
export async function readStatus(page: string, way: DocumentWay): Promise<StatusResult> {
  const got = await getJson(new URL('/api/v2/status.json', page).href, way, mostBytes.status);
  if (got.state !== 'got') return { kind: 'status', page, ...got };
  const read = status.safeParse(got.json).data?.status;
  return read === undefined
    ? { kind: 'status', page, state: 'other' }
    : { kind: 'status', page, state: 'read', ...read };
}

const time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

const incidents = z.object({
  incidents: z.array(
    z.object({ name: line, created_at: time, started_at: time.nullish(), resolved_at: time.nullish() }).transform(
      ({ name, created_at: created, started_at: started, resolved_at: resolved }): Incident => ({
        name,
        from: started ?? created,
        ...(resolved === null || resolved === undefined ? {} : { until: resolved }),
      }),
    ),
  ),
});

/** Reads the latest incidents of such a page, fifty of them: https://metastatuspage.com/api#incidents. Never rejects. */
export async function readIncidents(page: string, way: DocumentWay): Promise<IncidentsResult> {
  const got = await getJson(new URL('/api/v2/incidents.json', page).href, way, mostBytes.incidents);
  if (got.state !== 'got') return { kind: 'incidents', page, ...got };
  const read = incidents.safeParse(got.json).data;
  return read === undefined
    ? { kind: 'incidents', page, state: 'other' }
    : { kind: 'incidents', page, state: 'read', ...read };
}
