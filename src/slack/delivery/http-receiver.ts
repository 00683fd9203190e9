import type { ServerResponse } from 'node:http';
import { type CustomRoute, HTTPReceiver, type HTTPReceiverOptions, type Logger } from '@slack/bolt';
import { authorizeTogether } from '../installation/installations.ts';
import { slackWaitsMs } from './slack-waits.ts';

export interface HttpReceiverOptions {
  readonly signingSecret: string;
  readonly customRoutes: CustomRoute[];
  readonly logger: Logger;
  /** Where many workspaces install the app. */
  readonly installer?: Partial<HTTPReceiverOptions>;
}

/**
 * How long a connection stays open between two requests, in milliseconds: longer than the minute of most load balancers, since
 * one that is closed at the moment in which it is used again costs a delivery.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#connection-idle-timeout
 */
export const keepAliveMs = 75_000;

/**
 * Hears Slack's signed requests at `/slack/events`. What was not answered, or not yet, gets a `503`, so that Slack delivers
 * it again.
 */
export function createHttpReceiver(options: HttpReceiverOptions): HTTPReceiver {
  const { signingSecret, customRoutes, logger, installer = {} } = options;
  const receiver = new HTTPReceiver({
    ...installer,
    signingSecret,
    customRoutes,
    logger,
    unhandledRequestTimeoutMillis: slackWaitsMs,
    unhandledRequestHandler: ({ response }) => again(response),
    async processEventErrorHandler({ response }) {
      again(response);
      return true;
    },
  });
  if (receiver.installer !== undefined) {
    receiver.installer.authorize = authorizeTogether(receiver.installer.authorize.bind(receiver.installer));
  }
  return receiver;
}

function again(response: ServerResponse): void {
  if (response.headersSent) return;
  response.writeHead(503);
  response.end();
}
