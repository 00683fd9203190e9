import type { webApi } from '@slack/bolt';
import { createLatest } from './latest.ts';
import { slackErrorOf } from './trouble.ts';

/** The scope that a person's locale is asked with: https://docs.slack.dev/reference/methods/users.info */
export const localeScope = 'users:read';

/** The locales of people, for answers in their language. */
export interface Locales {
  /** As Slack names it (`pt-BR`); undefined where Slack does not tell, or not soon. Never rejects. */
  of(client: webApi.WebClient, user: string): Promise<string | undefined>;
}

/** Where no checklist has another language, nobody is asked for. */
export const noLocales: Locales = { of: async () => undefined };

/** As many people and tokens are remembered. */
const remembered = { people: 20_000, tokens: 500 };

/** A language that a person has changed is noticed after so long, in milliseconds. */
const freshForMs = 24 * 60 * 60 * 1000;

interface Known {
  readonly locale: string | undefined;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/**
 * Asks Slack once a day for each person, and not again with a token that lacks the scope. An answer in the wrong language
 * is better than a late one: `withoutRetries` makes a client that gives up soon.
 */
export function createLocales(
  withoutRetries: (client: webApi.WebClient) => webApi.WebClient,
  now: () => number,
): Locales {
  const people = createLatest<Known>(remembered.people);
  const refused = createLatest<true>(remembered.tokens);
  return {
    async of(client, user) {
      const { token = '' } = client;
      const id = `${token} ${user}`;
      const known = people.get(id);
      if (known !== undefined && now() - known.at < freshForMs) return known.locale;
      if (refused.get(token)) return undefined;
      try {
        const { user: person } = await withoutRetries(client).users.info({ user, include_locale: true });
        people.set(id, { locale: person?.locale, at: now() });
        return person?.locale;
      } catch (error) {
        if (slackErrorOf(error) === 'missing_scope') refused.set(token, true);
        return known?.locale;
      }
    },
  };
}
