import { webApi } from '@slack/bolt';
import { createLatest } from '../latest.ts';

/** Makes of a client another with its token that tries once. */
export type WithoutRetries = (client: webApi.WebClient) => webApi.WebClient;

const mostClients = 500;

/** One client for each token. */
export function createWithoutRetries(options: webApi.WebClientOptions): WithoutRetries {
  const clients = createLatest<webApi.WebClient>(mostClients);
  return ({ token = '' }) => {
    const known = clients.get(token);
    if (known !== undefined) return known;
    const once = { ...options, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
    const made = new webApi.WebClient(token, once);
    clients.set(token, made);
    return made;
  };
}
