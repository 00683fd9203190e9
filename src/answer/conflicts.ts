import type { Exchange, Paste, Response } from '../reading/paste.ts';

/**
 * What in a paste contradicts itself, a sentence each: a status that is told and another that is shown, a status line
 * and another status in the content, a token that is sent and a response that says there was none. Rules believe what is
 * shown; whoever reads the answer should know of the other.
 */
export function conflictsOf({ exchanges }: Paste): readonly string[] {
  return [...toldOtherwise(exchanges), ...exchanges.flatMap((exchange) => withinExchange(exchange))];
}

/** Asked of one shown response only: of several, the status that is told may belong to a call that is not shown. */
function toldOtherwise(exchanges: readonly Exchange[]): readonly string[] {
  const statuses = (basis: Response['statusBasis']): readonly number[] =>
    exchanges.flatMap(({ response }) =>
      response?.status !== undefined && response.statusBasis === basis ? [response.status] : [],
    );
  const [shown, ...others] = statuses('shown');
  const told = statuses('stated').filter((status) => status >= 400);
  const [first] = told;
  if (shown === undefined || others.length > 0 || first === undefined || told.includes(shown)) return [];
  return [
    `The text speaks of a ${first}, and the response that it shows is a ${shown}. Check which of them you get now.`,
  ];
}

function withinExchange({ request, response }: Exchange): readonly string[] {
  if (response?.status === undefined || response.content === undefined) return [];
  const notes: string[] = [];
  const inContent = statusInContent(response);
  if (response.statusBasis === 'shown' && inContent !== undefined && inContent !== response.status) {
    notes.push(`The status line says ${response.status} and the content of the response ${inContent}.`);
  }
  const sent = request?.fields.some(
    ({ name, value, open }) => name.toLowerCase() === 'authorization' && open === undefined && filledIn.test(value),
  );
  if (sent === true && response.status === 401 && saysNone.test(response.content.text.slice(0, longestLooked))) {
    notes.push(
      'The request sends an Authorization header, and the response says that none came: check whether this very command ' +
        'got this response, and whether a redirect or a proxy takes the header away.',
    );
  }
  return notes;
}

const longestLooked = 4_000;

/** A scheme and something after it that is no placeholder. */
const filledIn = /^[A-Za-z]+ +[^\s{}<>$[\]]/;

/** `missing_token`, `No Authorization header was provided`, `credentials were not sent`; not `no valid token`. */
const saysNone =
  /\b(?:no|missing|without)[ _-](?!valid|longer)(?:[a-z]{1,20}[ _-]){0,3}(?:token|authorization|authentication|credentials|header)\b|\b(?:token|authorization|authentication|credentials)(?: header| field)? (?:is |was |were |are )?(?:missing|not (?:found|provided|sent|present|supplied|given))\b/i;

/** What a JSON content calls its status, where it is one of an error. */
function statusInContent({ content }: Response): number | undefined {
  if (content?.data.kind !== 'json') return undefined;
  const { value } = content.data;
  if (typeof value !== 'object' || value === null || !('status' in value || 'statusCode' in value)) return undefined;
  const given = 'status' in value ? value.status : value.statusCode;
  const status = typeof given === 'string' && /^\d{3}$/.test(given) ? Number(given) : given;
  return typeof status === 'number' && Number.isInteger(status) && status >= 400 && status <= 599 ? status : undefined;
}
