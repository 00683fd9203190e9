import { RE2JS } from 're2js';
import type { LinearPattern } from './pack.ts';
import { requiredLiterals } from './required-literals.ts';

/** Compiles a pattern in RE2 syntax (https://github.com/google/re2/wiki/Syntax), or says why it cannot be. */
export function compilePattern(
  source: string,
): { readonly ok: true; readonly pattern: LinearPattern } | { readonly ok: false; readonly message: string } {
  try {
    const compiled = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
    const required = requiredLiterals(source);
    return {
      ok: true,
      pattern: {
        source,
        standsIn: (text) => (required === undefined || holdsOneOf(lowerCaseOf(text), required)) && compiled.test(text),
        find: (text) => {
          const matcher = compiled.matcher(text);
          return matcher.find() ? { start: matcher.start(), end: matcher.end() } : undefined;
        },
      },
    };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : 'not a pattern' };
  }
}

/** Many patterns are asked about the same text, one after the other. */
let latest = { text: '', lowerCase: '' };

function lowerCaseOf(text: string): string {
  if (text !== latest.text) latest = { text, lowerCase: text.toLowerCase() };
  return latest.lowerCase;
}

function holdsOneOf(text: string, pieces: readonly string[]): boolean {
  return pieces.some((piece) => text.includes(piece));
}
