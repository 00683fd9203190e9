import { isBlank } from './characters.ts';
import type { SecretKind } from './secret.ts';
import { endOfLookup } from './values/lookup.ts';
import { isPlaceholder, withinBrackets } from './values/placeholder.ts';
import { isNoSecret } from './values/terms.ts';
import { indexWithin } from './within.ts';

/** A secret where it stands. `value` is decoded, so that the same secret in another spelling has the same label. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly kind: SecretKind;
  readonly value: string;
  /** The name under which it stands, where there is one. */
  readonly name?: string;
}

/** A secret that stands in no place of its own: the password inside a Basic header. Sealed wherever it shows up. */
export interface Derived {
  readonly kind: SecretKind;
  readonly value: string;
}

/** One look through a text. The finders add what they find. */
export interface Scan {
  readonly text: string;
  readonly personalData: boolean;
  readonly found: Found[];
  readonly derived: Derived[];
  /** The user of Basic credentials, by the credentials as they stand. */
  readonly users: Map<string, string>;
  /** The parts of Basic credentials that nobody filled in, by the credentials as they stand. */
  readonly unfilled: Map<string, readonly string[]>;
  /** What the names met say, since a paste says the same names again and again. */
  readonly roles: Map<string, NameRole>;
  readonly progress: Progress;
  /** Whether the text has a HAR's list of cookies. */
  readonly hasCookieList: boolean;
  /** Whether the text has a manifest of Kubernetes or an answer of Vault, whose values are secret. */
  readonly hasSecretManifest: boolean;
  /** Whether the text has one of Vault's roles, to which a secret's id opens the door. */
  readonly hasRoleId: boolean;
}

/** How far looks ahead have gone, so that no stretch is looked through again and again. */
export interface Progress {
  /** Lines up to here were read as a table, or are none. */
  table: number;
  /** No string that looks like a secret stands up to here in the expression that was looked at last. */
  withoutLiterals: number;
  /** A bare run that holds no value reaches beyond its separators up to here. */
  plainUntil: number;
  /** The bare run that was read last: what starts inside of it ends where it ends. */
  run: { readonly start: number; readonly end: number };
  /** A value that stands before its name was looked for up to here. */
  withoutValue: number;
  /** What braces hold under the plural of a secret's name was looked through up to here. */
  members: number;
  /** JSON Web Keys up to here were looked at. */
  keys: number;
  /** Base64 that starts up to here was looked at with all of its lines. */
  encoded: number;
  /** How many manifests were looked at. */
  manifests: number;
  /** Whether an authorization code may stand up to `until`. */
  company: { readonly until: number; readonly holds: boolean };
  /** Where the last command stands that options without a telling name belong to, in what was looked through for one. */
  readonly command: { until: number; last: number };
}

/** `:`, `=`, or the comma of a call: `setRequestHeader('Authorization', '…')`. */
export type Separator = ':' | '=' | ',';

/** What a name says of the value beside it. */
export interface NameRole {
  readonly secret: SecretKind | undefined;
  readonly personal: SecretKind | undefined;
  /** The same, where others of its sort stand beside it. */
  readonly ambiguous: SecretKind | undefined;
  /** What each string of a list under it is, where the name is the plural of a secret's. */
  readonly listed: SecretKind | undefined;
  /** Whether it ends like the name of a key, which its value has to prove. */
  readonly key: boolean;
  /** In lower case, where it is a short name; empty otherwise. */
  readonly short: string;
  /** It says nothing at all: most names. */
  readonly plain: boolean;
}

export function newScan(text: string, personalData: boolean): Scan {
  return {
    text,
    personalData,
    found: [],
    derived: [],
    users: new Map(),
    unfilled: new Map(),
    roles: new Map(),
    progress: {
      table: 0,
      withoutLiterals: 0,
      plainUntil: 0,
      run: { start: 0, end: 0 },
      withoutValue: 0,
      members: 0,
      keys: 0,
      encoded: 0,
      manifests: 0,
      company: { until: 0, holds: false },
      command: { until: 0, last: Number.NEGATIVE_INFINITY },
    },
    hasCookieList: text.includes('"cookies"'),
    hasSecretManifest: /kind["']?:\s?["']?Secret\b|"lease_id"|"created_time"/.test(text),
    hasRoleId: /\brole[ _-]?id|approle|\bvault\b/i.test(text),
  };
}

/** `token:token:token:…`: where a run from `from` to `end` without a digit holds no value, none of its rests does. */
export function notePlainRun({ text, progress }: Scan, from: number, end: number): void {
  const run = text.slice(from, end);
  const last = run.lastIndexOf(':');
  if (last > 0 && !/\d/.test(run)) progress.plainUntil = from + last;
}

/** Labels that a paste may hold already: `‹access token 1›`. */
export const labelOpen = '‹';
export const labelClose = '›';

/**
 * Takes what stands between `start` and `end` as a secret, unless it is a placeholder. Of a value in brackets the
 * brackets stay, since they are a fault of their own; what is labelled already stays too.
 */
export function take(scan: Scan, start: number, end: number, kind: SecretKind, name?: string, value?: string): void {
  const { text } = scan;
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  if (from >= to || endOfLookup(text, from) === to) return;
  const raw = text.slice(from, to);
  const inside = withinBrackets(raw);
  if (inside !== undefined && inside !== '' && !isPlaceholder(raw)) {
    const depth = (raw.length - inside.length) / 2;
    takeBare(scan, { start: from + depth, end: to - depth, kind, value: inside, ...named(name) });
  } else takeBare(scan, { start: from, end: to, kind, value: value ?? raw, ...named(name) });
}

function named(name: string | undefined): { name?: string } {
  return name === undefined ? {} : { name };
}

function takeBare(scan: Scan, found: Found): void {
  const { text } = scan;
  if (text.charAt(found.start) === labelOpen || text.charAt(found.end - 1) === labelClose) {
    takeAroundLabels(scan, found.start, found.end, found.kind, found.name);
  } else if (found.value !== '' && !isNoSecret(text.slice(found.start, found.end), found.kind)) scan.found.push(found);
}

const longestLabel = 40;

function takeAroundLabels(scan: Scan, start: number, end: number, kind: SecretKind, name: string | undefined): void {
  const { text } = scan;
  let index = start;
  while (index < end) {
    const open = indexWithin(text, labelOpen, index, end);
    const close = open < 0 ? -1 : indexWithin(text, labelClose, open, end);
    if (open < 0 || open >= end || close < 0 || close >= end || close - open > longestLabel) break;
    if (open > index) takePart(scan, index, open, kind, name);
    index = close + 1;
  }
  if (index < end) takePart(scan, index, end, kind, name);
}

function takePart(scan: Scan, start: number, end: number, kind: SecretKind, name: string | undefined): void {
  const value = scan.text.slice(start, end);
  if (!/^(?:\\[nrt]|[^\p{L}\p{N}])*$/u.test(value) && !isNoSecret(value, kind))
    scan.found.push({ start, end, kind, value, ...named(name) });
}
