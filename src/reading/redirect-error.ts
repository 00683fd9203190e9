import { readPairs } from './content/pairs.ts';
import { readPairsError } from './content/reported-error.ts';
import type { Exchange, ReportedError, Response } from './paste.ts';

/**
 * The error that an authorization server hands to the redirect URI (RFC 6749, section 4.1.2.1): in the address that is
 * called, or in the one that the answer leads to.
 */
export function redirectErrorOf({ request, response }: Exchange): ReportedError | undefined {
  const { query = [], fragment = [] } = request?.target ?? {};
  return readPairsError(query) ?? readPairsError(fragment) ?? errorInLocation(response);
}

function errorInLocation(response: Response | undefined): ReportedError | undefined {
  const location = response?.fields.find(({ name }) => name.toLowerCase() === 'location');
  const mark = location?.value.search(/[?#]/) ?? -1;
  if (location === undefined || mark === -1) return undefined;
  return readPairsError(readPairs(location.value.slice(mark + 1), () => location.span));
}
