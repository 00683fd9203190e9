import { describe, expect, it } from 'vitest';
import { answerToText } from '../../src/answer/text.ts';
import { inLanguage, untranslated } from '../../src/packs/in-language.ts';
import type { Pack } from '../../src/packs/pack.ts';
import { troubleshoot } from '../../src/troubleshoot.ts';
import { loadedFrom } from './pack-folder.ts';

const pets = {
  'pack.yml': `id: pets
name: Pets API
apis:
  - { id: pets, name: the Pets API, role: api, hosts: [api.pets.example], paths: [/v2] }
links:
  docs: { title: Documentation, url: "https://docs.pets.example" }
template:
  title: Help
  fields:
    - { name: Status, from: [response.status], hint: the status code }
    - { name: Date, from: [response.date], hint: when it was }
  reminder: Share no keys.
revocation:
  other: Have it replaced.
`,
  'items/01-path.md': `---
id: path
question: Is it a path of ours?
section: Request
rank: 10
links: [docs]
rules:
  - id: no-such-pet
    certainty: sure
    when: { response.status: 404 }
    say: The API says {{response.status}}.
    do: See the [list of paths](link:docs).
    ask: your list of pets
    applies: ["HTTP/1.1 404 Not Found"]
---
Our paths are short.
`,
};

const spanish = `name: API de mascotas
items:
  path: { question: "¿Es una ruta nuestra?", section: Petición, text: "Nuestras rutas son **cortas**." }
rules:
  no-such-pet: { say: "La API responde {{response.status}}.", do: "Mira la [lista de rutas](link:docs).", ask: tu lista de mascotas }
links: { docs: Documentación }
template:
  title: Ayuda
  reminder: No compartas claves.
  fields: { Status: { name: Estado, hint: el código de estado }, Date: { name: Fecha, hint: cuándo fue } }
revocation: { other: Pide que lo sustituyan. }
secrets: { cookie: una cookie, API key: una clave de API }
words:
  sure: "Encontrado: «{question}»"
  checklist: Lista
  legend: (✗ no, ✓ sí, ? no se ve)
  whatToPaste: Qué pegar ahora
  paste: Pega {what}.
  furtherHelp: Más ayuda
  checkedAgainst: "Comprobado con la lista de {name}."
  chosenByUrl: La URL es suya.
  secretsStood: "Había secretos: {secrets}. Dalos por conocidos."
`;

async function load(files: Readonly<Record<string, string>>): Promise<Pack> {
  const loaded = await loadedFrom(files);
  const [pack] = loaded.ok ? loaded.packs : [];
  if (pack === undefined) throw new Error(JSON.stringify(loaded));
  return pack;
}

async function problemsOf(language: string, file = 'es.yml'): Promise<readonly string[]> {
  const loaded = await loadedFrom({ ...pets, [`languages/${file}`]: language });
  return loaded.ok ? [] : loaded.problems.map(({ line, message, mend }) => `${line}: ${message} ${mend}`);
}

const paste = `curl -H 'X-API-Key: 9f8e7d6c5b4a39281706f5e4d3c2b1a0' -b 'session=c0ffee5eb8d1a2c94f07' https://api.pets.example/v2/dosg
HTTP/1.1 404 Not Found
Content-Length: 0
Date: Thu, 15 Jan 2026 12:00:00 GMT
`;

const answerIn = (pack: Pack, locale: string): string =>
  answerToText(troubleshoot(paste, [inLanguage(pack, locale)], 0).answer, { color: false, width: 80 });

describe('a checklist in another language', () => {
  it('says all of an answer in it: its own texts, the template, and the words around them', async () => {
    const pack = await load({ ...pets, 'languages/es.yml': spanish });
    expect(answerIn(pack, 'es')).toBe(`Encontrado: «¿Es una ruta nuestra?»

La API responde 404.
     2 │ HTTP/1.1 404 Not Found
       │ Content-Length: 0
       │ Date: Thu, 15 Jan 2026 12:00:00 GMT
→ Mira la lista de rutas (https://docs.pets.example).

Lista (✗ no, ✓ sí, ? no se ve)
  ✗ ¿Es una ruta nuestra?

Qué pegar ahora
Pega tu lista de mascotas.

Ayuda
Estado: 404
Fecha: Thu, 15 Jan 2026 12:00:00 GMT

No compartas claves.

Había secretos: Una clave de API y una cookie. Dalos por conocidos.
• Pide que lo sustituyan.

Más ayuda
  Documentación: https://docs.pets.example

Comprobado con la lista de API de mascotas. La URL es suya.
`);
  });

  it('finds the same, on the same evidence', async () => {
    const pack = await load({ ...pets, 'languages/es.yml': spanish });
    const [own, other] = [pack, inLanguage(pack, 'es')].map((one) => troubleshoot(paste, [one], 0).diagnosis);
    const found = (of: typeof own) =>
      of?.findings.map(({ rule, certainty, evidence }) => ({ rule, certainty, evidence }));
    expect(found(other)).toEqual(found(own));
    expect(other?.paste).toEqual(own?.paste);
  });

  it('leaves in its own words what the language leaves out', async () => {
    const pack = await load({ ...pets, 'languages/es.yml': 'items: { path: { question: "¿Es una ruta nuestra?" } }' });
    const said = answerIn(pack, 'es');
    expect(said).toContain('Found it: “¿Es una ruta nuestra?”');
    expect(said).toContain('The API says 404.');
    expect(said).toContain('An API key y a cookie were in what you pasted.');
  });

  it('translates what it has from the checklist that it extends', async () => {
    const extending = pets['pack.yml'].replace('name: Pets API', 'name: Pets API\nextends: http');
    const pack = await load({
      ...pets,
      'pack.yml': extending,
      'languages/es.yml': 'rules: { too-many: { say: Demasiadas. } }',
    });
    const limited = troubleshoot('curl https://api.pets.example/v2/dogs\nHTTP/2 429', [inLanguage(pack, 'es')], 0);
    expect(limited.diagnosis.findings[0]?.say).toEqual([{ kind: 'text', text: 'Demasiadas.' }]);
  });

  it('may have words of its own where it is itself in another language', async () => {
    const pack = await load({ ...pets, 'pack.yml': `${pets['pack.yml']}words: { checklist: Prüfliste }\n` });
    expect(answerIn(pack, 'en-US')).toContain('Prüfliste (');
  });
});

describe('the language for a locale', () => {
  it.each([
    ['es', 'es'],
    ['es-ES', 'es'],
    ['es-LA', 'es'],
    ['pt-BR', 'pt-BR'],
    ['pt_br', 'pt-BR'],
    ['zh-Hant-TW', 'zh-Hant'],
    ['pt-PT', undefined],
    ['en-US', undefined],
    ['', undefined],
    ['no locale at all', undefined],
    ['-', undefined],
  ])('of %j is %j', async (locale, tag) => {
    const languages = { 'languages/es.yml': '{}', 'languages/pt-BR.yml': '{}', 'languages/zh-hant.yml': '{}' };
    const pack = await load({ ...pets, ...languages });
    expect(inLanguage(pack, locale).language).toBe(tag);
  });
});

describe('a broken language', () => {
  it.each([
    ['items: { paht: { question: x } }', '1: The checklist has no item `paht`. Did you mean `path`? Name it as'],
    ['rules: { no-such-cat: { say: x } }', '1: The checklist has no rule `no-such-cat`. Did you mean `no-such-pet`?'],
    ['links: { dosc: x }', '1: The checklist has no link `dosc`. Did you mean `docs`?'],
    ['template: { fields: { Sattus: { name: x } } }', '1: The checklist has no field `Sattus`. Did you mean `Status`?'],
    ['words:\n  shure: x', '2: `words` has no `shure`. Did you mean `sure`?'],
    [
      'words:\n  sure: "{questoin}"',
      '2: It has a place that nothing is filled in at. What is filled in here: {question}.',
    ],
    ['words:\n  finish: Fertig ausgefüllt und abgeschickt', '2: `words.finish`: At most 24 characters have room here.'],
    ['rules:\n  no-such-pet:\n    say: "{{response.sttus}}"', '3: There is no fact `response.sttus`.'],
    ['rules:\n  no-such-pet:\n    do: "[x](link:dosc)"', '3: There is no link `dosc`. Did you mean `docs`?'],
    ['rules:\n  no-such-pet:\n    say: ', '3: `rules.no-such-pet.say` is empty.'],
    ['secrets: { passwort: x }', '1: '],
    ['- a list', '1: The file is a list, where a group of names with values belongs.'],
  ])('%j is refused where it is wrong', async (language, problem) => {
    const problems = await problemsOf(language);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  it('has a name that names a language', async () => {
    expect(await problemsOf('{}', 'my words.yml')).toEqual([
      '1: The name of this file names no language. Name it after the language, such as `es.yml` or `pt-BR.yml`.',
    ]);
  });
});

describe('what a language leaves out', () => {
  it('is counted, with the first of it named', async () => {
    const pack = await load({ ...pets, 'languages/es.yml': 'rules: { no-such-pet: { say: Demasiadas. } }' });
    expect(untranslated(pack)).toEqual(['In es, 2 of 3 texts are left as they are, such as the question of `path`.']);
  });

  it('is nothing where all is said', async () => {
    expect(untranslated(await load({ ...pets, 'languages/es.yml': spanish }))).toEqual([]);
  });
});
