import { readFile } from 'node:fs/promises';
import { packageFile } from './package-file.ts';
import type { Sandbox } from './sandbox/start.ts';
import { startSandbox } from './sandbox/start.ts';
import { createSlackApp, type SlackApp, type SlackAppOptions } from './slack/app.ts';
import type { Packs } from './troubleshoot.ts';

export interface LocalWorkspace {
  /** Where a browser finds it. */
  readonly url: string;
  stop(): Promise<void>;
}

export type StartedWorkspace =
  | { readonly ok: true; readonly workspace: LocalWorkspace }
  | { readonly ok: false; readonly problem: string };

/** More of them would hide the page behind them. */
const mostSamples = 12;

/**
 * The real app in front of a small Slack on this machine, with a page for the browser: nothing in it is a demo but the
 * Slack.
 */
export async function startLocalWorkspace(
  port: number,
  packs: Packs,
  app: Omit<SlackAppOptions, 'settings'>,
): Promise<StartedWorkspace> {
  const manifest = await readFile(packageFile('manifest.yml'), 'utf8');
  const sandbox = await startSandbox({ manifest, port, samples: samplesOf(packs) });
  const slackApp = createSlackApp({ ...app, settings: settingsOf(sandbox) });
  const started = await slackApp.start();
  if (!started.ok) {
    await sandbox.close();
    return started;
  }
  return { ok: true, workspace: { url: sandbox.pageUrl, stop: () => stopBoth(slackApp, sandbox) } };
}

function settingsOf(sandbox: Sandbox): SlackAppOptions['settings'] {
  return {
    mode: 'socket',
    botToken: sandbox.botToken,
    appToken: sandbox.appToken,
    slackApiUrl: sandbox.url,
    // Whom the page belongs to.
    admins: [sandbox.as('ada').id],
  };
}

async function stopBoth(app: SlackApp, sandbox: Sandbox): Promise<void> {
  await app.stop();
  await sandbox.close();
}

/** The checklist's own examples: the first of each item, so that every kind of trouble can be tried. */
function samplesOf(packs: Packs): readonly { readonly title: string; readonly text: string }[] {
  const [pack] = packs;
  return pack.items
    .flatMap(({ question, rules }) => {
      const example = rules[0]?.applies[0];
      return example === undefined ? [] : [{ title: question, text: example.text.trim() }];
    })
    .slice(0, mostSamples);
}
