/** How long Slack waits for an acknowledgement, in milliseconds: https://docs.slack.dev/apis/events-api#responding */
export const slackWaitsMs = 3_000;
