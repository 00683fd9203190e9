import type { Authorize, Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { Installations } from '../../store/store.ts';

/** Says that nobody has installed Stepwise there, or that it was uninstalled. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';
}

/**
 * Bolt's installations, in ours: one a workspace, or one for all workspaces of an organization. A workspace's own goes before
 * its organization's. Rejects with {@link NotInstalled} where there is none.
 */
export function createInstallationStore(installations: Installations): InstallationStore {
  return {
    storeInstallation: (installation) => installations.put(idOf(installation), JSON.stringify(installation)),
    async fetchInstallation(query) {
      for (const id of idsOf(query)) {
        const text = await installations.get(id);
        if (text === undefined) continue;
        // Nobody but `storeInstallation` can have written it: it is sealed.
        const installation: Installation = JSON.parse(text);
        return installation;
      }
      throw new NotInstalled('Stepwise is not installed there.');
    },
    async deleteInstallation(query) {
      const [id] = idsOf(query);
      if (id !== undefined) await installations.erase(id);
    },
  };
}

/** The ids that the installation belongs to: of the workspace and of the organization. */
export function placesOf({ team, enterprise }: Installation): readonly string[] {
  return [team?.id, enterprise?.id].filter((id): id is string => id !== undefined);
}

function idOf({ isEnterpriseInstall, team, enterprise }: Installation): string {
  const id = isEnterpriseInstall === true ? enterprise?.id : team?.id;
  if (id === undefined) throw new Error('Slack did not say where Stepwise was installed.');
  return id;
}

function idsOf({ isEnterpriseInstall, teamId, enterpriseId }: InstallationQuery<boolean>): readonly string[] {
  const ids = isEnterpriseInstall ? [enterpriseId] : [teamId, enterpriseId];
  return ids.filter((id): id is string => id !== undefined);
}

/**
 * Asks once for all that ask about the same place at the same time, since a token that is about to expire is changed for a
 * new one then, and Slack changes it once. Where another process was faster, its new token is in the store a moment later.
 */
export function authorizeTogether(authorize: Authorize<boolean>): Authorize<boolean> {
  const asking = new Map<string, ReturnType<Authorize<boolean>>>();
  return (source, body) => {
    const key = `${source.enterpriseId ?? ''} ${source.teamId ?? ''} ${source.isEnterpriseInstall}`;
    const asked = asking.get(key);
    if (asked !== undefined) return asked;
    const answering = authorize(source, body)
      .catch((error: unknown) => {
        if (isNotInstalled(error)) throw error;
        return authorize(source, body);
      })
      .finally(() => asking.delete(key));
    asking.set(key, answering);
    return answering;
  };
}

/** Bolt wraps an error that comes out of an installation store, twice. */
export function isNotInstalled(error: unknown): boolean {
  if (error instanceof NotInstalled) return true;
  return error instanceof Error && 'original' in error && isNotInstalled(error.original);
}
