/** What Stepwise may do where it is installed: the scopes of `manifest.yml`, which says what each is for. */
export const scopes = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'chat:write',
  'commands',
  'files:read',
  'groups:history',
  'im:history',
  'mpim:history',
] as const;
