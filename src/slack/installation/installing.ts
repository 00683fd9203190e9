import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type HTTPReceiverOptions, webApi } from '@slack/bolt';
import type { Installations } from '../../store/store.ts';
import type { SlackSettings } from '../slack-settings.ts';
import { createInstallationStore, placesOf } from './installations.ts';

const redirectUriPath = '/slack/oauth_redirect';

/**
 * The installation over OAuth, in Bolt's receiver: `/slack/install` sends the person to Slack, with a state that is signed,
 * bound to their browser and good for ten minutes; Slack sends them back to `/slack/oauth_redirect`.
 * `scopes` are asked for. Undefined where the app is in one workspace, with its token. https://docs.slack.dev/authentication/installing-with-oauth
 */
export function installerOf(
  settings: SlackSettings,
  clientOptions: webApi.WebClientOptions,
  installations: Installations,
  scopes: readonly string[],
): Partial<HTTPReceiverOptions> | undefined {
  if (settings.mode !== 'http' || settings.install === undefined) return undefined;
  const { install, signingSecret, allowedTeams, slackApiUrl } = settings;
  return {
    clientId: install.clientId,
    clientSecret: install.clientSecret,
    // One secret less to look after, and the same in every process.
    stateSecret: createHmac('sha256', signingSecret).update('state of an installation').digest('hex'),
    scopes: [...scopes],
    installationStore: createInstallationStore(installations),
    ...(install.publicUrl === undefined ? {} : { redirectUri: new URL(redirectUriPath, install.publicUrl).href }),
    installerOptions: {
      directInstall: true,
      redirectUriPath,
      clientOptions,
      ...(slackApiUrl === undefined ? {} : { authorizationUrl: new URL('../../oauth/v2/authorize', slackApiUrl).href }),
      callbackOptions: {
        async afterInstallation(installation, _options, _request, response) {
          if (allowedTeams === undefined || placesOf(installation).some((id) => allowedTeams.includes(id))) return true;
          await takeBack(installation.bot?.token, clientOptions);
          show(response, 403, 'Stepwise may not be installed there. Ask whoever runs it to allow your workspace.');
          return false;
        },
        success(_installation, _options, _request, response) {
          show(response, 200, 'Stepwise is installed. In Slack, try /troubleshoot, or open Stepwise under Apps.');
        },
        failure({ code }, _options, _request, response) {
          show(response, 400, sentences[code] ?? otherwise);
        },
      },
    },
  };
}

/** Gives up a token that is not kept. */
async function takeBack(token: string | undefined, clientOptions: webApi.WebClientOptions): Promise<void> {
  if (token === undefined) return;
  // Where Slack does not take it now, whoever installed the app can remove it.
  await new webApi.WebClient(token, clientOptions).auth.revoke().catch(() => undefined);
}

/** By the code of Bolt's error. */
const sentences: Readonly<Record<string, string>> = {
  slack_oauth_installer_authorization_error: 'You did not let Stepwise in, so nothing was installed.',
  slack_oauth_invalid_state: 'This took too long, or began in another browser. Begin again at /slack/install.',
  slack_oauth_missing_state: 'This took too long, or began in another browser. Begin again at /slack/install.',
  slack_oauth_missing_code: 'Slack sent no code. Begin again at /slack/install.',
};

const otherwise =
  'Stepwise could not be installed. Begin again at /slack/install; if it fails again, ask whoever runs it.';

/** No part of the request stands in the page. */
function show(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  response.end(`<!doctype html><html lang="en"><title>Stepwise</title><p>${sentence}</p></html>`);
}
