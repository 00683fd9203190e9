import { RE2JS } from 're2js';
import type { LinearPattern } from './pack.ts';
import { requiredLiterals } from './required-literals.ts';

/** Compiles a pattern in RE2 syntax (https://github.com/google/re2/wiki/Syntax), or says why it cannot be. */
export function compilePattern(
  source: string,
): { readonly ok: true; readonly pattern: LinearPattern } | { readonly ok: false; readonly message: string } {
  try {
    const compiled = compile(source);
    return { ok: true, pattern: patternOf(source, () => compiled) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : 'not a pattern' };
  }
}

/** A pattern that was compiled before: it is compiled again when a text asks for it, and most never are. */
export function knownPattern(source: string): LinearPattern {
  return patternOf(
    source,
    lazily(() => compile(source)),
  );
}

function compile(source: string): RE2JS {
  return RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
}

function patternOf(source: string, compiled: () => RE2JS): LinearPattern {
  const required = lazily(() => requiredLiterals(source));
  return {
    source,
    standsIn: (text, lowerCase = text.toLowerCase()) => holdsOneOf(lowerCase, required()) && compiled().test(text),
    find: (text) => {
      const matcher = compiled().matcher(text);
      return matcher.find() ? { start: matcher.start(), end: matcher.end() } : undefined;
    },
  };
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function holdsOneOf(text: string, pieces: readonly string[] | undefined): boolean {
  return pieces === undefined || pieces.some((piece) => text.includes(piece));
}
