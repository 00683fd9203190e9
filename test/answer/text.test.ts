import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { answerToText } from '../../src/answer/text.ts';
import type { Finding } from '../../src/engine/diagnosis.ts';
import { english } from '../../src/packs/words.ts';

const finding: Finding = {
  item: 'authorization-header',
  question: 'Is the authorization header valid?',
  rule: 'missing',
  certainty: 'sure',
  say: [
    { kind: 'text', text: 'The request has no ' },
    { kind: 'code', text: 'Authorization' },
    { kind: 'text', text: ' field.' },
  ],
  do: [
    { kind: 'text', text: 'Send the token, as the ' },
    { kind: 'link', text: 'quickstart', url: 'https://docs.example/quickstart' },
    { kind: 'text', text: ' shows.' },
  ],
  evidence: [{ span: { start: 0, end: 4 }, excerpt: 'curl https://api.example/users', line: 3 }],
  links: [{ title: 'Tokens', url: 'https://docs.example/tokens' }],
};

const answer: Answer = {
  headline: 'Found it: “Is the authorization header valid?”',
  wasRead: true,
  findings: [finding],
  more: [],
  checklist: [
    { id: 'base-url', question: 'Is the URL correct?', section: '', mark: 'fine', text: [], links: [] },
    {
      id: 'authorization-header',
      question: 'Is the authorization header valid?',
      section: '',
      mark: 'problem',
      text: [],
      links: [],
    },
    { id: 'scopes', question: 'Are the scopes right?', section: '', mark: 'unknown', text: [], links: [] },
  ],
  conflicts: [],
  mended: [],
  template: { title: 'Support request', fields: [], text: 'x-request-id: (where to find it)' },
  links: [{ title: 'Documentation', url: 'https://docs.example' }],
  footer: 'Checked against the Example checklist.',
  pack: 'example',
  words: english,
};

const plainStyle = { color: false, width: 80 };

describe('an answer as text', () => {
  it('reads from the headline down to where to turn next', () => {
    expect(answerToText(answer, plainStyle)).toBe(`Found it: “Is the authorization header valid?”

The request has no Authorization field.
     3 │ curl https://api.example/users
→ Send the token, as the quickstart (https://docs.example/quickstart) shows.
  Tokens: https://docs.example/tokens

Checklist (✗ problem, ✓ fine, ? not shown in the paste)
  ✓ Is the URL correct?
  ✗ Is the authorization header valid?
  ? Are the scopes right?

Support request
x-request-id: (where to find it)

Further help
  Documentation: https://docs.example

Checked against the Example checklist.
`);
  });

  it('says how sure each further finding is, asks no question twice, and lists the rest in one line each', () => {
    const other: Finding = { ...finding, question: 'Are the scopes right?', certainty: 'likely' };
    const findings = [finding, other, { ...other, certainty: 'possible' as const }];
    const text = answerToText({ ...answer, findings, more: [finding] }, plainStyle);
    expect(text).toContain('\nAlso likely: “Are the scopes right?”\n');
    expect(text).toContain('\nAlso possible\n');
    expect(text).toContain(
      'Worth a look too\n• Is the authorization header valid? The request has no Authorization field.',
    );
  });

  it('wraps prose to the width and leaves what was pasted whole', () => {
    const narrow = answerToText(answer, { color: false, width: 40 });
    expect(narrow).toContain('→ Send the token, as the quickstart\n  (https://docs.example/quickstart)\n  shows.');
    expect(narrow).toContain('     3 │ curl https://api.example/users');
  });

  it('cannot be made to steer the terminal by what was pasted', () => {
    const hostile = {
      ...finding,
      evidence: [{ span: { start: 0, end: 1 }, excerpt: '\u001b]0;owned\u0007\u202e', line: 1 }],
    };
    const text = answerToText({ ...answer, findings: [hostile] }, { color: true, width: 80 });
    expect(text).toContain('�]0;owned��');
  });

  it('nor by what a checklist of somebody else’s says', () => {
    const steering = '\u009b2J';
    const text = JSON.stringify({
      ...answer,
      findings: [finding],
      links: [{ title: 'Docs', url: 'https://docs.example/' }],
    });
    const hostile: Answer = JSON.parse(
      text.replaceAll(/"(?:text|question|title|url|headline|footer|hint|[a-z]+Url|checklist)":"/gi, `$&${steering}`),
    );
    for (const color of [true, false]) {
      const shown = answerToText(hostile, { color, width: 80 });
      expect(shown).toContain('�2J');
      expect(shown).not.toContain('\u009b');
    }
  });

  it('shows what to paste next, what was mended and the warning', () => {
    const text = answerToText(
      {
        ...answer,
        next: { text: 'Paste the response with its fields.', command: 'curl -i https://api.example/users' },
        conflicts: [],
        mended: ['I read curly quotes as straight ones.'],
        unread: 'The paste is very long.',
        warning: {
          text: 'A password was in what you pasted.',
          steps: [[{ kind: 'text', text: 'Change it.' }]],
        },
      },
      plainStyle,
    );
    expect(text).toContain(
      'What to paste next\nPaste the response with its fields.\n  curl -i https://api.example/users',
    );
    expect(text).toContain('Note: I read curly quotes as straight ones.');
    expect(text).toContain('The paste is very long.');
    expect(text).toContain('A password was in what you pasted.\n• Change it.');
  });

  it('offers a new question without the whole request in its address, where the address is not hidden in a link', () => {
    const questionUrl = 'https://ask.example/new?title=Help&body=x-request-id%3A%20(where%20to%20find%20it)&tags=api';
    const asked = { ...answer, template: { ...answer.template, questionUrl } };
    expect(answerToText(asked, plainStyle)).toContain(
      '\nAsk it as a new question: https://ask.example/new?title=Help&tags=api\n',
    );
    expect(answerToText(asked, { color: true, width: 80 })).toContain(`\u001b]8;;${questionUrl}\u001b\\Ask it`);
  });

  it('shows neither checklist nor template where there was nothing to read', () => {
    const text = answerToText({ ...answer, headline: english.noText, findings: [], wasRead: false }, plainStyle);
    expect(text).toBe(`${english.noText}

Further help
  Documentation: https://docs.example

Checked against the Example checklist.
`);
  });

  it('shows what was checked live below the findings, and nothing where nothing was', () => {
    const text = answerToText({ ...answer, live: ['DNS knows no address for api.example.'] }, plainStyle);
    expect(text).toContain('\n\nChecked live just now:\n• DNS knows no address for api.example.\n\nChecklist');
    expect(answerToText({ ...answer, live: [] }, plainStyle)).toBe(answerToText(answer, plainStyle));
  });
});
