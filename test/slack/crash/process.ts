import { z } from 'zod';
import { loadPacks } from '../../../src/packs/load.ts';
import { createSlackApp } from '../../../src/slack/app.ts';
import { openStore } from '../../../src/store/open.ts';
import { defaultRetention } from '../../../src/store/store.ts';
import { troubleshoot } from '../../../src/troubleshoot.ts';

/** One process of several that serve the same workspace on the same Postgres. It is there to be killed. */
const told = z.object({
  botToken: z.string(),
  appToken: z.string(),
  slackApiUrl: z.string(),
  databaseUrl: z.string(),
  pack: z.string(),
});

async function main(): Promise<void> {
  const { botToken, appToken, slackApiUrl, databaseUrl, pack } = told.parse(JSON.parse(process.argv[2] ?? ''));
  const loaded = await loadPacks([pack]);
  const [first, ...others] = loaded.ok ? loaded.packs : [];
  if (first === undefined) throw new Error('There is no checklist.');
  const now = () => Date.now();
  const line = (about: object, message: string) => process.stderr.write(`${JSON.stringify(about)} ${message}\n`);
  const store = openStore(
    { place: { kind: 'postgres', url: databaseUrl }, retention: defaultRetention, keys: [] },
    { onLost: () => line({}, 'The store is lost.'), onBack: () => line({}, 'The store is back.'), now },
  );
  const app = createSlackApp({
    settings: { mode: 'socket', botToken, appToken, slackApiUrl },
    troubleshoot: (text) => troubleshoot(text, [first, ...others], now()),
    log: { info() {}, warn: line, error: line },
    now,
    checklists: [first],
    store,
    // Slack's clock stands, too.
    slackWaitsMs: 600_000,
  });
  const started = await app.start();
  if (!started.ok) throw new Error(started.problem);
  process.send?.('ready');
  process.once('SIGTERM', () => {
    app
      .stop()
      .then(() => store.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  });
}

await main();
