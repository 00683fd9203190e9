import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packsAtHand } from '../../../src/packs-at-hand.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start.ts';
import { createSlackApp, type SlackApp } from '../../../src/slack/app.ts';
import { createMemoryStore } from '../../../src/store/memory.ts';
import { troubleshoot } from '../../../src/troubleshoot.ts';
import { manifest, now } from '../../slack/workspace.ts';
import { buildPage, launchBrowser, type Opened, openPage } from './browser.ts';

const secret = ['eyJhbGciOiJub25lIn0', 'eyJleHAiOjE3MDAwMDAwMDB9', 'bm90LWEtcmVhbC1zaWduYXR1cmU'].join('.');
const paste = [
  "curl -i 'https://digital.garden-fi.com/a/consumer/api/v0/users/7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310' \\",
  `  -H 'Authorization: ${secret}'`,
  '',
  'HTTP/2 401',
  'x-request-id: 5d1f0c1e',
  '',
  '{"error":"Unauthorized"}',
].join('\n');

let browser: Browser;
let folder: string;
let sandbox: Sandbox;
let app: SlackApp;
const logged: string[] = [];

beforeAll(async () => {
  [browser, folder] = await Promise.all([launchBrowser(), buildPage()]);
  const loaded = await packsAtHand(undefined);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  sandbox = await startSandbox({
    manifest,
    port: 0,
    page: folder,
    invitation: 'Paste a failing request',
    samples: [{ title: 'No scheme before the token', text: paste }],
  });
  const line = (about: object, message: string) => {
    logged.push(`${JSON.stringify(about)} ${message}`);
  };
  app = createSlackApp({
    settings: { mode: 'socket', botToken: sandbox.botToken, appToken: sandbox.appToken, slackApiUrl: sandbox.url },
    troubleshoot: (text) => troubleshoot(text, loaded.packs, now),
    log: { info: line, warn: line, error: line },
    now: () => now,
    checklists: loaded.packs,
    store: createMemoryStore(() => now),
  });
  const started = await app.start();
  if (!started.ok) throw new Error(started.problem);
}, 60_000);

afterAll(async () => {
  await app?.stop();
  await sandbox?.close();
  await browser?.close();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

const box = (page: Page) => page.getByRole('textbox', { name: /^Message to/ });

/** The token stands nowhere but in what the person sent: not in what the app says, answers or logs. */
async function expectSealed({ page, frames }: Opened): Promise<void> {
  const spoken = page.locator('article', { has: page.locator('.badge', { hasText: 'APP' }) });
  const sent = sandbox.traffic.all().map(({ direction, body, answer }) => (direction === 'from-app' ? body : answer));
  const told = frames.filter((frame) => frame.startsWith('[')).flatMap((frame): unknown[] => JSON.parse(frame));
  const places = {
    page: (await spoken.allTextContents()).join('\n'),
    sent: JSON.stringify(sent),
    logged: logged.join('\n'),
    frames: JSON.stringify(told.filter(isOfApp)),
  };
  expect(places.page).toMatch(/‹[^›]+ 1›/);
  expect(Object.entries(places).flatMap(([place, text]) => (text.includes(secret) ? [place] : []))).toEqual([]);
}

function isOfApp(told: unknown): boolean {
  const message = typeof told === 'object' && told !== null && 'message' in told ? told.message : undefined;
  return typeof message === 'object' && message !== null && 'bot_id' in message;
}

describe('Stepwise in the local workspace', () => {
  test('a paste in the direct message is answered there', async () => {
    const opened = await openPage(browser, sandbox.pageUrl);
    const { page } = opened;
    await page.getByRole('button', { name: 'No scheme before the token' }).click();
    await page.locator('.composer textarea:focus').waitFor();
    await page.keyboard.press('Enter');
    const answer = page.locator('article', { hasText: 'Is the authorization header valid?' }).last();
    await answer.getByText('Bearer').first().waitFor();
    await answer.locator('pre').first().waitFor();
    await expectSealed(opened);
  });

  test('the answer to a slash command is seen by one person until they share it', async () => {
    const opened = await openPage(browser, sandbox.pageUrl);
    const ben = await openPage(browser, `${sandbox.pageUrl}?person=ben`);
    for (const { page } of [opened, ben]) await page.getByRole('button', { name: 'api-help' }).click();
    const { page } = opened;
    await box(page).fill(`/troubleshoot ${paste}`);
    await box(page).press('Enter');
    const answer = page.locator('article.for-one', { hasText: 'Is the authorization header valid?' });
    await answer.waitFor();
    // The command itself is shown to nobody, so the whole page must be free of the token.
    expect((await page.locator('body').textContent())?.includes(secret)).toBe(false);
    expect(await ben.page.getByRole('article').count()).toBe(0);
    await answer.getByRole('button', { name: /Share/ }).click();
    await ben.page.getByRole('article').filter({ hasText: 'Is the authorization header valid?' }).waitFor();
    expect((await ben.page.locator('body').textContent())?.includes(secret)).toBe(false);
    await expectSealed(opened);
    await expectSealed(ben);
  });

  test('a mention in a thread is answered in that thread, from the paste in its first message', async () => {
    const opened = await openPage(browser, sandbox.pageUrl);
    const { page } = opened;
    await page.getByRole('button', { name: 'api-help' }).click();
    await box(page).fill(paste);
    await box(page).press('Enter');
    const parent = page.locator('article', { hasText: '5d1f0c1e' }).last();
    await parent.hover();
    await parent.getByRole('button', { name: 'Reply in thread' }).click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByRole('textbox').fill('@stepwise what is wrong here?');
    await thread.getByRole('textbox').press('Enter');
    await thread.getByRole('article').filter({ hasText: 'Is the authorization header valid?' }).waitFor();
    await expectSealed(opened);
  });

  test('a support request is prepared in a form, filled from the paste', async () => {
    const { page } = await openPage(browser, sandbox.pageUrl);
    await box(page).fill(paste);
    await box(page).press('Enter');
    await page
      .getByRole('button', { name: /support request/i })
      .last()
      .click();
    const form = page.getByRole('dialog');
    await expect.poll(() => form.getByLabel(/x-request-id/).inputValue()).toBe('5d1f0c1e');
    await form.getByRole('button', { name: 'Cancel' }).click();
    await form.waitFor({ state: 'detached' });
  });

  test('the Home tab tells how to use it', async () => {
    const { page } = await openPage(browser, sandbox.pageUrl);
    await page.getByRole('tab', { name: 'Home' }).click();
    await page.getByRole('heading', { name: 'How to use me' }).waitFor();
  });

  test('a message shortcut answers to the person alone', async () => {
    const opened = await openPage(browser, sandbox.pageUrl);
    const { page } = opened;
    await page.getByRole('button', { name: 'api-help' }).click();
    await box(page).fill(`see this\n${paste}`);
    await box(page).press('Enter');
    const message = page.locator('article', { hasText: 'see this' }).last();
    await message.hover();
    await message.getByRole('button', { name: 'More actions for this message' }).click();
    await page.getByRole('menuitem', { name: /Troubleshoot this/ }).click();
    await page.locator(`[data-ts="${await message.getAttribute('data-ts')}"] ~ article.for-one`).waitFor();
    await expectSealed(opened);
  });

  test.each([
    ['in the dark', { colorScheme: 'dark' as const }],
    ['on a phone', { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }],
  ])('an answer is whole %s', async (_, options) => {
    const { page, complaints } = await openPage(browser, sandbox.pageUrl, options);
    await box(page).fill(paste);
    await page.getByRole('button', { name: 'Send' }).click();
    await page
      .getByRole('button', { name: /support request/i })
      .last()
      .waitFor();
    const width = await page.evaluate('[document.documentElement.scrollWidth, innerWidth]');
    const [content = 0, screen = 0] = Array.isArray(width) ? width.map(Number) : [];
    expect(content).toBeLessThanOrEqual(screen);
    expect(complaints).toEqual([]);
  });
});
