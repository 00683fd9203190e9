import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { onTestFinished } from 'vitest';

/** Where a browser stands on machines that have one. */
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const screenshots = fileURLToPath(new URL('../../../.stepwise/screenshots/', import.meta.url));

/** The browser of the machine, or else the one that comes in a package, which needs no root. */
export async function launchBrowser(): Promise<Browser> {
  const found = installed.find((path) => existsSync(path));
  const executablePath = found ?? (await unpacked());
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', ...(found === undefined ? ['--no-zygote', '--headless=shell'] : [])],
  });
}

/**
 * The packed browser is unpacked once into the machine's temporary folder. Test files run side by side, so the first
 * holds a lock while it does.
 */
async function unpacked(): Promise<string> {
  // The package brings the libraries that a bare machine lacks, and unpacks them where this names a runtime it knows.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: packed } = await import('@sparticuz/chromium');
  const lock = join(tmpdir(), 'stepwise-browser.lock');
  for (let tries = 0; tries < 600; tries += 1) {
    const mine = await mkdir(lock).then(
      () => true,
      () => false,
    );
    if (mine) return packed.executablePath().finally(() => rm(lock, { recursive: true, force: true }));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${lock} is held by a run that ended early. Remove it.`);
}

/** Builds the page from its sources into a folder of its own, so that no test sees an older one. */
export async function buildPage(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'stepwise-page-'));
  await build({
    configFile: fileURLToPath(new URL('../../../src/sandbox/page/vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { outDir },
  });
  return outDir;
}

export interface Opened {
  readonly page: Page;
  /** What the page asked of the network, whatever of whom. */
  readonly requests: readonly string[];
  /** What the browser complained of. */
  readonly complaints: readonly string[];
  /** Every frame of the page's socket, sent or received. */
  readonly frames: readonly string[];
}

/** Opens `url` in a fresh profile. Where the test fails a picture of the page is kept in `.stepwise/screenshots`. */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(25_000);
  const requests: string[] = [];
  const complaints: string[] = [];
  const frames: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('websocket', (socket) => {
    requests.push(socket.url());
    socket.on('framereceived', ({ payload }) => frames.push(String(payload)));
    socket.on('framesent', ({ payload }) => frames.push(String(payload)));
  });
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') {
      const name = task.name.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase();
      await page.screenshot({ path: join(screenshots, `${name}.png`) }).catch(() => undefined);
    }
    await context.close();
  });
  await page.goto(url);
  await page.getByRole('main').waitFor();
  return { page, requests, complaints, frames };
}
