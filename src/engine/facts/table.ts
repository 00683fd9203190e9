import type { FactDefinition } from '../fact.ts';
import { authorizationFacts } from './authorization.ts';
import { claimFacts } from './claims.ts';
import { errorFacts } from './error.ts';
import { failureFacts } from './failure.ts';
import { oauthFacts } from './oauth.ts';
import { placeholderFacts } from './placeholder.ts';
import { redirectUriFacts } from './redirect-uri.ts';
import { requestFacts } from './request.ts';
import { responseFacts } from './response.ts';
import { scopeFacts } from './scopes.ts';
import { targetFacts } from './target.ts';
import { textFacts } from './text.ts';
import { tokenFacts } from './token.ts';

/**
 * The vocabulary that all rules are written in, and its documentation. It is closed: a rule that uses another name is
 * refused when its pack is loaded.
 */
export const facts: readonly FactDefinition[] = [
  ...targetFacts,
  ...requestFacts,
  ...authorizationFacts,
  ...tokenFacts,
  ...placeholderFacts,
  ...responseFacts,
  ...errorFacts,
  ...failureFacts,
  ...oauthFacts,
  ...redirectUriFacts,
  ...scopeFacts,
  ...claimFacts,
  ...textFacts,
];
