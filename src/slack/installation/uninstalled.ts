import type { App, Context } from '@slack/bolt';
import type { Desk } from '../desk.ts';

/** A workspace or an organization removes the app, or revokes its token: nothing of it is kept. */
export function onUninstalled(app: App, desk: Desk): void {
  app.event('app_uninstalled', ({ context }) => erase(context, desk));
  app.event('tokens_revoked', async ({ event, context }) => {
    // People's own tokens are never asked for.
    if ((event.tokens.bot ?? []).length > 0) await erase(context, desk);
  });
}

async function erase({ isEnterpriseInstall, enterpriseId, teamId }: Context, { store, log }: Desk): Promise<void> {
  const id = isEnterpriseInstall ? enterpriseId : teamId;
  if (id === undefined) return;
  await store.installations.erase(id);
  log.info({}, 'Stepwise was uninstalled, and what was kept for that workspace is erased.');
}
