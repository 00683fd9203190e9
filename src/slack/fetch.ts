import type { webApi } from '@slack/bolt';
import { type Dispatcher, fetch } from 'undici';

/** A request to the outside, by whatever way the process has there. */
export type Fetch = typeof fetch;

export function fetchThrough(dispatcher: Dispatcher): Fetch {
  return (input, init) => fetch(input, { ...init, dispatcher });
}

/** The same for Slack's client of the Web API, which sends a form only with a file, and no file is ever sent. */
export function webFetch(dispatcher: Dispatcher): NonNullable<webApi.WebClientOptions['fetch']> {
  return (url, { body, ...init } = {}) =>
    fetch(url, { ...init, body: typeof body === 'string' ? body : null, dispatcher });
}
