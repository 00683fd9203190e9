/**
 * What Slack needs to know of where Stepwise is installed. With an app token it connects by Socket Mode and needs no
 * public address; with a signing secret Slack sends signed HTTP requests to `/slack/events`.
 */
export type SlackSettings = {
  /** `SLACK_SUPPORT_CHANNEL`: the id of a channel, `C…`, that finished support requests are also posted to. */
  readonly supportChannel?: string;
  /** `ADMINS`: ids of people, `U…` or `W…`, who see in the Home tab what people stumble over. Without it nobody does. */
  readonly admins?: readonly string[];
  /** `ALLOWED_TEAMS`: ids of workspaces, `T…`, and organizations, `E…`. Without it every one is. */
  readonly allowedTeams?: readonly string[];
  /** The root of the Web API, with a slash at its end, where it is not Slack's own: the local workspace's. */
  readonly slackApiUrl?: string;
} & (
  | {
      readonly mode: 'socket';
      /** `SLACK_BOT_TOKEN`, `xoxb-…`. */
      readonly botToken: string;
      /** `SLACK_APP_TOKEN`, `xapp-…`. */
      readonly appToken: string;
    }
  | ({
      readonly mode: 'http';
      /** `SLACK_SIGNING_SECRET`. */
      readonly signingSecret: string;
      /** `PORT`; 0 takes any that is free. */
      readonly port: number;
    } & (
      | { readonly botToken: string; readonly install?: undefined }
      /** Each workspace's own token is in the store. */
      | { readonly install: InstallSettings; readonly botToken?: undefined }
    ))
);

/** Lets workspaces install Stepwise themselves at `/slack/install`. */
export interface InstallSettings {
  /** `SLACK_CLIENT_ID`. */
  readonly clientId: string;
  /** `SLACK_CLIENT_SECRET`. */
  readonly clientSecret: string;
  /** `PUBLIC_URL`: where Slack sends people back to, if the app lists more than one address. */
  readonly publicUrl?: string;
}
