import { type ChildProcess, fork } from 'node:child_process';
import { buildModule } from '../../built.ts';

/** Builds the process from the sources, and answers its file. */
export function buildProcess(): Promise<string> {
  return buildModule('stepwise-crash', new URL('process.ts', import.meta.url));
}

export interface Processes {
  /** `kill -9`, and another in its place. */
  kill(index: number): void;
  /** Resolves when each of them is connected. */
  ready(): Promise<void>;
  /** What they said on standard error. */
  readonly said: readonly string[];
  close(): Promise<void>;
}

export function startProcesses(file: string, count: number, told: object): Processes {
  const said: string[] = [];
  let closing = false;
  const start = (): { readonly child: ChildProcess; readonly ready: Promise<void>; readonly gone: Promise<void> } => {
    const child = fork(file, [JSON.stringify(told)], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    child.stderr?.on('data', (chunk) => said.push(String(chunk)));
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const ready = new Promise<void>((resolve) => child.once('message', () => resolve()));
    return { child, ready, gone };
  };
  const running = Array.from({ length: count }, start);
  return {
    said,
    kill(index) {
      if (closing) return;
      running[index]?.child.kill('SIGKILL');
      running[index] = start();
    },
    async ready() {
      await Promise.all(running.map((one) => one.ready));
    },
    async close() {
      closing = true;
      for (const { child } of running) child.kill('SIGTERM');
      await Promise.all(running.map(({ gone }) => gone));
    },
  };
}
