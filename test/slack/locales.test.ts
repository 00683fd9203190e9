import { afterEach, describe, expect, test } from 'vitest';
import { packsAtHand } from '../../src/packs-at-hand.ts';
import type { JsonObject } from '../../src/sandbox/json.ts';
import type { Sandbox } from '../../src/sandbox/start.ts';
import type { Packs } from '../../src/troubleshoot.ts';
import { inFolderWith } from '../packs/pack-folder.ts';
import { manifest, sent, shownText, startWorld, tsOf, type World } from './workspace.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

const german = `items: { page: { question: Gibt es die Seite? } }
rules: { no-page: { say: Es gibt sie nicht., do: Sieh im Verzeichnis nach. } }
template: { title: Anfrage, fields: { Date: { name: Zeitpunkt, hint: wann es war } }, reminder: Teile keine Schlüssel. }
words:
  sure: "Gefunden: „{question}“"
  whatToDo: "Was zu tun ist:"
  fixed: Das hat geholfen
  supportRequest: Anfrage vorbereiten
  requestTitle: Anfrage
  thanksForFixed: Freut mich.
  secretsStood: "{secrets} standen darin."
  secretStood: "{secrets} stand darin."
  deletion: Lösche die Nachricht.
secrets: { password: ein Passwort }
`;

async function packs(languages: Readonly<Record<string, string>>): Promise<Packs> {
  const files = {
    'pack.yml': `id: pages
name: Pages
template: { title: Request, fields: [{ name: Date, from: [response.date], hint: when it was }], reminder: Share no keys. }
`,
    'items/page.md': `---
id: page
question: Is there such a page?
rank: 1
rules:
  - { id: no-page, certainty: sure, when: { response.status: 404 }, say: There is none., do: Look it up., applies: [x] }
---
`,
    ...languages,
  };
  const loaded = await inFolderWith(files, packsAtHand);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.packs;
}

/** With the scope that Slack tells a person's locale for. */
const granted = manifest.replace('      - chat:write', '      - users:read\n      - chat:write');

const people = [
  { name: 'ada', realName: 'Ada' },
  { name: 'grete', realName: 'Grete', locale: 'de-AT' },
];

const languages = { 'languages/de.yml': german };
const paste = 'HTTP/1.1 404 Not Found';

/** Everything that Slack was asked of people. */
const asked = () => sent(started()).match(/include_locale/g)?.length ?? 0;

function started(): World {
  if (world === undefined) throw new Error('Nothing was started.');
  return world;
}

async function start(options: Parameters<typeof startWorld>[1]): Promise<Sandbox> {
  world = await startWorld('socket', { people, ...options });
  return world.sandbox;
}

/** What a command shows its person. */
async function answered(name: string, text = paste): Promise<JsonObject> {
  const { sandbox } = started();
  const person = sandbox.as(name);
  const channel = sandbox.channel('random');
  const before = person.ephemerals(channel).length;
  await person.command(channel, '/troubleshoot', text);
  return sandbox.until(() => person.ephemerals(channel)[before], 'the answer');
}

describe('an answer in the language of the person', () => {
  test('is given where the checklist has it, down to its buttons, its form and its thanks', async () => {
    const sandbox = await start({ manifest: granted, packs: await packs(languages) });
    const grete = sandbox.as('grete');
    const channel = sandbox.channel('random');
    const answer = await answered('grete');
    for (const words of [
      'Gefunden: „Gibt es die Seite?“',
      'Es gibt sie nicht.',
      'Was zu tun ist: ',
      'Das hat geholfen',
    ])
      expect(shownText(answer)).toContain(words);
    await grete.click(channel, String(answer.ts), 'support_request');
    const form = await sandbox.until(() => grete.modal(), 'the form');
    expect(form).toMatchObject({ title: { text: 'Anfrage' }, submit: { text: 'Finish' } });
    expect(shownText(form)).toContain('Zeitpunkt');
    const refused = await grete.submit({ 'field 0': { typed: { type: 'plain_text_input', value: 'gestern' } } });
    expect(JSON.stringify(refused)).toContain('I cannot read this date.');
    await grete.click(channel, String(answer.ts), 'fixed_it');
    const thanks = await sandbox.until(() => grete.ephemerals(channel)[1], 'the thanks');
    expect(shownText(thanks)).toContain('Freut mich.');
  });

  test('is given to each person in theirs, and Slack is asked once for each', async () => {
    await start({ manifest: granted, packs: await packs(languages) });
    for (let times = 0; times < 2; times += 1) {
      expect(shownText(await answered('ada'))).toContain('Found it: “Is there such a page?”');
      expect(shownText(await answered('grete'))).toContain('Gefunden: „Gibt es die Seite?“');
    }
    expect(asked()).toBe(2);
  });

  test('warns each author in theirs, and answers in that of who asked', async () => {
    const sandbox = await start({ manifest: granted, packs: await packs(languages) });
    const channel = sandbox.channel('api-help');
    const thread = tsOf(sandbox.as('grete').post(channel, `password=Tr0ub4dor-and-3\n${paste}`));
    sandbox.as('ada').post(channel, '@Stepwise what is this?', thread);
    const reply = await sandbox.until(() => sandbox.thread(channel, thread)[2], 'the reply');
    expect(shownText(reply)).toContain('Found it: ');
    const warning = await sandbox.until(() => sandbox.as('grete').ephemerals(channel)[0], 'the warning');
    expect(shownText(warning)).toContain('Ein Passwort stand darin.');
    expect(shownText(warning)).toContain('Lösche die Nachricht.');
  });

  test('is in the checklist’s own where the app may not ask, and it asks no second time', async () => {
    await start({ packs: await packs(languages) });
    expect(shownText(await answered('grete'))).toContain('Found it: ');
    expect(shownText(await answered('ada'))).toContain('Found it: ');
    expect(asked()).toBe(1);
  });

  test('needs no question to Slack where no checklist has another language', async () => {
    await start({ manifest: granted, packs: await packs({}) });
    expect(shownText(await answered('grete'))).toContain('Found it: ');
    expect(asked()).toBe(0);
  });
});
