import type { ServerResponse } from 'node:http';
import { type CustomRoute, HTTPReceiver, type Logger } from '@slack/bolt';

export interface HttpReceiverOptions {
  readonly signingSecret: string;
  readonly customRoutes: CustomRoute[];
  readonly logger: Logger;
}

/** Slack waits this long, in milliseconds: https://docs.slack.dev/apis/events-api#responding */
const slackWaitsMs = 3_000;

/**
 * Hears Slack's signed requests at `/slack/events`. What was not answered, or not yet, gets a `503`, so that Slack delivers
 * it again.
 */
export function createHttpReceiver({ signingSecret, customRoutes, logger }: HttpReceiverOptions): HTTPReceiver {
  return new HTTPReceiver({
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
}

function again(response: ServerResponse): void {
  if (response.headersSent) return;
  response.writeHead(503);
  response.end();
}
