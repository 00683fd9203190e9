/**
 * What Slack needs to know of the one workspace that Stepwise is installed in. With an app token it connects by Socket
 * Mode and needs no public address; with a signing secret Slack sends signed HTTP requests to `/slack/events`.
 */
export type SlackSettings = {
  /** `SLACK_BOT_TOKEN`, `xoxb-…`. */
  readonly botToken: string;
  /** `SLACK_SUPPORT_CHANNEL`: the id of a channel, `C…`, that finished support requests are also posted to. */
  readonly supportChannel?: string;
  /** The root of the Web API, with a slash at its end, where it is not Slack's own: the local workspace's. */
  readonly slackApiUrl?: string;
} & (
  | {
      readonly mode: 'socket';
      /** `SLACK_APP_TOKEN`, `xapp-…`. */
      readonly appToken: string;
    }
  | {
      readonly mode: 'http';
      /** `SLACK_SIGNING_SECRET`. */
      readonly signingSecret: string;
      /** `PORT`; 0 takes any that is free. */
      readonly port: number;
    }
);
