import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Sandbox } from '../src/sandbox/start.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** The built programs: what starts Stepwise, and the command line. */
export interface Built {
  readonly main: string;
  readonly cli: string;
}

/** Builds Stepwise from the sources as `npm run build` does, beside the packages. */
export async function buildApp(name: string): Promise<Built> {
  const built = join(root, 'node_modules', '.cache', name);
  await rm(built, { recursive: true, force: true });
  await mkdir(built, { recursive: true });
  await writeFile(join(built, 'package.json'), await readFile(join(root, 'package.json')));
  const outDir = join(built, 'dist');
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir } });
  return { main: join(outDir, 'main.js'), cli: join(outDir, 'cli.js') };
}

/** Stepwise as an operator starts it. */
export interface AppProcess {
  readonly child: ChildProcess;
  /** What it said on standard output and standard error. */
  said(): string;
  /** Resolves once it said that it is connected. Rejects where it ends before. */
  readonly connected: Promise<void>;
  /** Sends a signal, and answers the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts it with these settings and no others. */
export function startApp(file: string, settings: Readonly<Record<string, string>>): AppProcess {
  const child = spawn(process.execPath, [file], {
    cwd: dirname(file),
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', LOG_LEVEL: 'warn', ...settings },
  });
  let said = '';
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const connected = new Promise<void>((resolve, reject) => {
    const hear = (chunk: unknown) => {
      said += String(chunk);
      if (said.includes('is connected to Slack')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void gone.then(() => reject(new Error(`It ended: ${said}`)));
  });
  // Whoever does not wait for it hears of it by its end.
  connected.catch(() => undefined);
  return {
    child,
    said: () => said,
    connected,
    end(signal) {
      child.kill(signal);
      return gone;
    },
  };
}

/** The settings that connect it to a sandbox. */
export function settingsFor(
  { botToken, appToken, signingSecret, url }: Sandbox,
  over: 'socket' | 'http',
  port: number,
): Readonly<Record<string, string>> {
  const both = { SLACK_BOT_TOKEN: botToken, SLACK_API_URL: url };
  return over === 'socket'
    ? { ...both, SLACK_APP_TOKEN: appToken }
    : { ...both, SLACK_SIGNING_SECRET: signingSecret, PORT: String(port) };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
