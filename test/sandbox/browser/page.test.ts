import { rm } from 'node:fs/promises';
import type { App } from '@slack/bolt';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start.ts';
import { boltApp, manifest } from '../echo.ts';
import { buildPage, launchBrowser, openPage } from './browser.ts';

const sample = "curl -i 'https://api.example.com/v0/me?a=1&b=2' \\\n  -H 'Accept: */*'";

let browser: Browser;
let folder: string;
let sandbox: Sandbox;
let app: App;

const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const answer = [
  {
    type: 'section' as const,
    text: mrkdwn('You *said* it in `code`, see <https://docs.example.com|the docs>.\n> quoted &lt;b&gt;'),
    accessory: {
      type: 'overflow' as const,
      action_id: 'more',
      options: [
        { text: plain('Again'), value: 'again' },
        { text: plain('Never mind'), value: 'never' },
      ],
    },
  },
  {
    type: 'actions' as const,
    elements: [
      { type: 'button' as const, action_id: 'share', text: plain('Share'), style: 'primary' as const },
      { type: 'button' as const, action_id: 'form', text: plain('Fill the form') },
      { type: 'button' as const, action_id: 'unanswered', text: plain('Nobody answers') },
    ],
  },
];
const form = {
  type: 'modal' as const,
  callback_id: 'form',
  title: plain('Template'),
  submit: plain('Send'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'id',
      label: plain('Client id'),
      element: { type: 'plain_text_input' as const, action_id: 'typed' },
    },
    {
      type: 'input' as const,
      block_id: 'where',
      label: plain('Environment'),
      element: {
        type: 'static_select' as const,
        action_id: 'chosen',
        options: [
          { text: plain('Test'), value: 'test' },
          { text: plain('Live'), value: 'live' },
        ],
      },
    },
    {
      type: 'input' as const,
      block_id: 'note',
      optional: true,
      label: plain('Note'),
      element: { type: 'plain_text_input' as const, action_id: 'typed', multiline: true, initial_value: 'As it was.' },
    },
  ],
};

beforeAll(async () => {
  [browser, folder] = await Promise.all([launchBrowser(), buildPage()]);
  sandbox = await startSandbox({
    manifest,
    port: 0,
    page: folder,
    invitation: 'Paste something',
    samples: [{ title: 'A request', text: sample, group: 'Requests' }],
  });
  app = boltApp(sandbox);
  const submitted: unknown[] = [];
  app.message(async ({ say, message }) => {
    await say({
      text: 'answer',
      blocks: answer,
      ...('thread_ts' in message && message.thread_ts !== undefined ? { thread_ts: message.thread_ts } : {}),
    });
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: 'Here in the thread.', thread_ts: event.thread_ts ?? event.ts });
  });
  app.command('/echo', async ({ command, ack, respond }) => {
    await ack();
    await respond({
      text: command.text,
      blocks: [{ type: 'section', text: mrkdwn(command.text || 'nothing') }, ...answer.slice(1)],
    });
  });
  app.action('share', async ({ ack, respond }) => {
    await ack();
    await respond({ delete_original: true });
    await respond({ response_type: 'in_channel', text: 'Shared with all.' });
  });
  app.action('more', async ({ ack, action, client, body }) => {
    await ack();
    const chosen = 'selected_option' in action ? String(action.selected_option?.value) : '';
    await client.chat.postMessage({ channel: body.channel?.id ?? '', text: `chosen: ${chosen}` });
  });
  app.action('form', async ({ ack, client, body }) => {
    await ack();
    if ('trigger_id' in body) await client.views.open({ trigger_id: body.trigger_id, view: form });
  });
  app.view('form', async ({ ack, view, client, body }) => {
    const typed = view.state.values.id?.typed?.value ?? '';
    if (typed.length < 4) {
      await ack({ response_action: 'errors', errors: { id: 'That is too short.' } });
      return;
    }
    await ack();
    submitted.push(view.state.values);
    const where = view.state.values.where?.chosen?.selected_option?.value;
    const note = view.state.values.note?.typed?.value;
    await client.chat.postMessage({ channel: body.user.id, text: `sent: ${typed}, ${where}, ${note}` });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [{ type: 'header', text: plain('How it works') }] },
    });
  });
  app.shortcut('echo_message', async ({ ack, client, shortcut }) => {
    await ack();
    const text = 'message' in shortcut ? String(shortcut.message.text) : '';
    await client.views.open({
      trigger_id: shortcut.trigger_id,
      view: { type: 'modal', title: plain('Echo'), blocks: [{ type: 'section', text: mrkdwn(text) }] },
    });
  });
  await app.start();
}, 60_000);

afterAll(async () => {
  await app?.stop();
  await sandbox?.close();
  await browser?.close();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

const box = (page: Page) => page.getByRole('textbox', { name: /^Message to/ });
const lastMessage = (page: Page) => page.getByRole('log').first().getByRole('article').last();

async function send(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await box(page).press('Enter');
}

/** The app's message right after the one that says `text`. */
async function answerTo(page: Page, text: string): Promise<Locator> {
  await send(page, text);
  const said = page.locator('article', { hasText: text }).last();
  await said.waitFor();
  const answered = page.locator(`article[data-ts="${await said.getAttribute('data-ts')}"] + article`);
  await answered.waitFor();
  return page.locator(`article[data-ts="${await answered.getAttribute('data-ts')}"]`);
}

describe('a newcomer', () => {
  test('reads what to do, takes a sample with one click, presses Enter and has an answer', async () => {
    const { page, requests, complaints } = await openPage(browser, sandbox.pageUrl);
    await page.getByRole('heading', { name: 'Paste something' }).waitFor();
    await page.getByRole('button', { name: 'A request' }).click();
    await expect.poll(() => box(page).inputValue()).toBe(sample);
    await page.locator('.composer textarea:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Share' }).last().waitFor();
    const said = page.getByRole('log').getByRole('article').nth(-2);
    expect(await said.locator('.content').textContent()).toBe(sample);
    expect(await lastMessage(page).locator('.content').textContent()).toContain('You said it in code, see the docs.');
    expect(await lastMessage(page).getByRole('link', { name: 'the docs' }).getAttribute('href')).toBe(
      'https://docs.example.com',
    );
    expect(await lastMessage(page).locator('blockquote').textContent()).toBe('quoted <b>');
    expect(complaints).toEqual([]);
    const own = new URL(sandbox.pageUrl).host;
    expect(requests.filter((url) => new URL(url).host !== own)).toEqual([]);
  });

  test('uses a slash command, which only they see, and shares the answer', async () => {
    const { page } = await openPage(browser, sandbox.pageUrl);
    await page.getByRole('button', { name: 'api-help' }).click();
    await box(page).pressSequentially('/e');
    await page.getByRole('option', { name: /\/echo/ }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('only mine');
    await page.keyboard.press('Enter');
    await page.getByText('Only visible to you').waitFor();
    const ben = await openPage(browser, `${sandbox.pageUrl}?person=ben`);
    await ben.page.getByRole('button', { name: 'api-help' }).click();
    await ben.page.getByRole('heading', { name: 'Paste something' }).waitFor();
    expect(await ben.page.getByText('only mine').count()).toBe(0);
    await page.getByRole('button', { name: 'Share' }).click();
    await ben.page.getByText('Shared with all.').waitFor();
    await page.getByText('Shared with all.').waitFor();
    await page.getByText('Only visible to you').waitFor({ state: 'detached' });
  });

  test('mentions the app by completion, and reads the reply in the thread', async () => {
    const { page } = await openPage(browser, sandbox.pageUrl);
    await page.getByRole('button', { name: 'api-help' }).click();
    await box(page).pressSequentially('@e');
    await page.getByRole('option', { name: /@echo/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('can you look?');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /1 reply/ }).click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByText('Here in the thread.').waitFor();
    await thread.getByRole('textbox').fill('@echo again');
    await thread.getByRole('textbox').press('Enter');
    await page.getByRole('button', { name: /3 replies/ }).waitFor();
    await thread.getByRole('textbox').fill('/echo no');
    await thread.getByRole('textbox').press('Enter');
    await thread.getByText('is not supported in threads').waitFor();
  });
});

describe('what blocks do', () => {
  test('an overflow menu, by keyboard alone', async () => {
    const { page } = await openPage(browser, sandbox.pageUrl);
    const opener = (await answerTo(page, 'menu please')).getByRole('button', { name: 'More actions', exact: true });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Again' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('chosen: never').waitFor();
  });

  test('a modal refuses what is missing and what the app finds wrong, and keeps what was typed', async () => {
    const { page } = await openPage(browser, sandbox.pageUrl);
    const shown = await answerTo(page, 'form please');
    await shown.getByRole('button', { name: 'Fill the form' }).click();
    const dialog = page.getByRole('dialog', { name: 'Template' });
    const first = dialog.getByLabel('Client id');
    await expect.poll(() => first.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
    await dialog.getByRole('button', { name: 'Send' }).click();
    await dialog.getByText('Please complete this required field.').first().waitFor();
    await expect.poll(() => dialog.getByText('Please complete this required field.').count()).toBe(2);
    await dialog.getByLabel('Client id').fill('no');
    await dialog.getByLabel('Environment').selectOption('Live');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await dialog.getByText('That is too short.').waitFor();
    expect(await dialog.getByLabel('Client id').getAttribute('aria-invalid')).toBe('true');
    await dialog.getByLabel('Client id').fill('long enough');
    await dialog.getByLabel('Client id').press('Enter');
    await page.getByText('sent: long enough, live, As it was.').waitFor();
    await dialog.waitFor({ state: 'detached' });
  });

  test('a button that nobody answers says so', async () => {
    const { page } = await openPage(browser, sandbox.pageUrl);
    const shown = await answerTo(page, 'a click in vain');
    await shown.getByRole('button', { name: 'Nobody answers' }).click();
    await page.getByRole('button', { name: /^Traffic/ }).click();
    await page.getByText('block_actions unanswered').waitFor();
    sandbox.clock.advance(3_000);
    await shown.getByRole('alert').getByText('trouble connecting').waitFor();
  });

  test('the Home tab is what the app published', async () => {
    const { page } = await openPage(browser, sandbox.pageUrl);
    await page.getByRole('tab', { name: 'Home' }).click();
    await page.getByRole('heading', { name: 'How it works' }).waitFor();
  });

  test('a message shortcut stands on the message', async () => {
    const { page } = await openPage(browser, sandbox.pageUrl);
    await page.getByRole('button', { name: 'api-help' }).click();
    await send(page, 'a message with a shortcut');
    const message = page.getByRole('article').filter({ hasText: 'a message with a shortcut' });
    await message.hover();
    await message.getByRole('button', { name: 'More actions for this message' }).click();
    await page.getByRole('menuitem', { name: /Echo this/ }).click();
    await page.getByRole('dialog', { name: 'Echo' }).getByText('a message with a shortcut').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('a long paste goes out as a snippet, which opens in whole', async () => {
    const { page } = await openPage(browser, sandbox.pageUrl);
    await box(page).fill(`${'> GET /v0/me HTTP/1.1\n'.repeat(300)}the end`);
    await page.getByText('it goes out as a snippet').waitFor();
    await box(page).press('Enter');
    const snippet = page.locator('.snippet').last();
    await snippet.getByText('Untitled.txt').waitFor();
    await snippet.getByRole('button', { name: /more lines/ }).click();
    await snippet.getByText('the end').waitFor();
  });
});

describe('the inspector', () => {
  test('shows what crossed, with the time of its ack', async () => {
    const { page } = await openPage(browser, sandbox.pageUrl);
    await send(page, 'look at the wire');
    await page.getByRole('button', { name: /^Traffic/ }).click();
    const traffic = page.getByRole('complementary', { name: /Raw traffic/ });
    const row = traffic.locator('.crossing').filter({ hasText: 'message' }).filter({ hasText: 'acked' }).first();
    expect(await row.textContent()).toMatch(/[\d.]+ ms/);
    await traffic.getByRole('button', { name: 'From the app' }).click();
    await traffic.getByText('chat.postMessage').first().click();
    await traffic.getByText('"channel":').first().waitFor();
    expect(await traffic.textContent()).not.toContain(sandbox.botToken);
  });
});

describe('every eye', () => {
  // Run in the browser, whose names this side does not have.
  const bodyColour = 'getComputedStyle(document.body).backgroundColor';
  const styleOf = async (page: Page, selector: string, property: 'color' | 'backgroundColor') =>
    String(await page.evaluate(`getComputedStyle([...document.querySelectorAll('${selector}')].at(-1)).${property}`));

  /** The contrast of two `rgb(…)` colours: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
  function contrast(one: string, other: string): number {
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }

  test.each(['light', 'dark'] as const)('%s colours are readable', async (colorScheme) => {
    const { page } = await openPage(browser, sandbox.pageUrl, { colorScheme });
    await send(page, 'colours');
    await page.getByRole('button', { name: 'Share' }).last().waitFor();
    const ground = String(await page.evaluate(bodyColour));
    for (const selector of ['.byline strong', '.byline time', '.content a', '.invitation li']) {
      const ink = await styleOf(page, selector, 'color');
      expect(contrast(ink, ground), selector).toBeGreaterThanOrEqual(4.5);
    }
    const ink = await styleOf(page, '.block-actions .button.primary', 'color');
    const under = await styleOf(page, '.block-actions .button.primary', 'backgroundColor');
    expect(contrast(ink, under)).toBeGreaterThanOrEqual(4.5);
  });

  test('the colours can be chosen, and stay', async () => {
    const { page } = await openPage(browser, sandbox.pageUrl, { colorScheme: 'light' });
    const ground = () => page.evaluate(bodyColour);
    const light = await ground();
    await page.getByRole('button', { name: /^Colours: auto/ }).click();
    await page.getByRole('button', { name: /^Colours: light/ }).click();
    await expect.poll(ground).not.toBe(light);
    const dark = await ground();
    await page.reload();
    await page.getByRole('main').waitFor();
    expect(await ground()).toBe(dark);
  });

  test('on a phone nothing is wider than the screen, and all is in reach', async () => {
    const { page } = await openPage(browser, sandbox.pageUrl, {
      viewport: { width: 360, height: 700 },
      isMobile: true,
      hasTouch: true,
    });
    await send(page, `phone ${'x'.repeat(200)}`);
    await page.getByRole('button', { name: 'Share' }).last().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: 'Samples' }).tap();
    await page.getByRole('button', { name: 'A request' }).tap();
    await expect.poll(() => box(page).inputValue()).toBe(sample);
    await box(page).fill('');
    await page.getByRole('button', { name: 'Channels' }).tap();
    await page.getByRole('button', { name: 'api-help' }).tap();
    await page.getByRole('heading', { name: '#api-help' }).waitFor();
  });

  test('what comes after an answer that is longer than the screen comes into view', async () => {
    const { page } = await openPage(browser, sandbox.pageUrl, { viewport: { width: 900, height: 420 } });
    await send(page, Array.from({ length: 40 }, (_, at) => `line ${at}`).join('\n'));
    await page.getByRole('button', { name: 'Share' }).last().waitFor();
    await answerTo(page, 'the next question');
    const place = lastMessage(page).getByRole('button', { name: 'Share' });
    await expect
      .poll(async () => {
        const [at, under] = [await place.boundingBox(), await box(page).boundingBox()];
        return at !== null && under !== null && at.y > 0 && at.y + at.height <= under.y;
      })
      .toBe(true);
  });

  test('everything that can be pressed has a name', async () => {
    const { page } = await openPage(browser, sandbox.pageUrl);
    await send(page, 'names');
    await page.getByRole('button', { name: 'Share' }).last().waitFor();
    const nameless = await page
      .locator('button, a, select, textarea, input')
      .evaluateAll((all) =>
        all
          .filter(
            (one) => !(one.getAttribute('aria-label') ?? one.textContent?.trim()) && one.closest('label') === null,
          )
          .map((one) => one.outerHTML),
      );
    expect(nameless).toEqual([]);
  });
});
