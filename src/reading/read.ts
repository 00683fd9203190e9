import { type Sealed, type Seen, seal } from '../sealing/seal.ts';
import { assemble } from './assemble.ts';
import { readDecodedTokens } from './content/decoded-tokens.ts';
import { hintsOf } from './hints.ts';
import type { Mending, Paste } from './paste.ts';
import { recognizePieces } from './recognize.ts';
import type { Piece } from './recognizer.ts';
import { recognizers } from './recognizers.ts';
import { restore } from './restore/restore.ts';
import { type Rewriting, rewriteDecoded, rewriteExchange, rewriteNamed } from './rewrite.ts';
import { sourceOf } from './source.ts';

export interface ReadOptions {
  /** Whether what tells about a person is sealed as well as what opens a door. Default: true. */
  readonly personalData?: boolean;
  /**
   * How much is looked at for exchanges and named values, in UTF-16 code units. Default: 2 Mi, which takes a few seconds
   * at the worst. All of the text is restored and sealed, whatever its length.
   */
  readonly limit?: number;
}

export interface ReadPaste {
  /** Holds no secret of the input, in any string of it. */
  readonly paste: Paste;
  readonly seen: Seen;
}

const defaultLimit = 2 * 1024 * 1024;

/**
 * The one door: reads whatever a person pasted, and seals it. Total: any string gives a paste; one without anything
 * about HTTP in it gives one without exchanges. What stands behind the limit is sealed but not looked at, and
 * `paste.unread` tells so.
 */
export function readPaste(input: string, options: ReadOptions = {}): ReadPaste {
  const { text, mendings } = restore(input);
  const looked = text.slice(0, Math.max(0, options.limit ?? defaultLimit));
  const pieces = recognizePieces(sourceOf(looked), recognizers);
  const { exchanges, named } = assemble(pieces);
  const sealed = seal(text, hintsOf(exchanges, pieces), { personalData: options.personalData ?? true });
  const by = sealingBy(sealed);
  return {
    paste: {
      text: sealed.text,
      exchanges: exchanges.map((exchange) => rewriteExchange(exchange, by)),
      named: named.map((value) => rewriteNamed(value, by)),
      secrets: sealed.secrets,
      decoded: readDecodedTokens(looked).map((token) => rewriteDecoded(token, by)),
      mendings: [...mendings, ...mendingsOf(pieces)],
      unread: text.length - looked.length,
    },
    seen: sealed.seen,
  };
}

/** What was mended in several pieces is told once. */
function mendingsOf(pieces: readonly Piece[]): readonly Mending[] {
  const byKind = new Map<string, Mending>();
  for (const piece of pieces) {
    for (const mending of piece.kind === 'request' ? (piece.mendings ?? []) : []) {
      const count = mending.count + (byKind.get(mending.kind)?.count ?? 0);
      byKind.set(mending.kind, { ...mending, count });
    }
  }
  return [...byKind.values()];
}

/** Strings lose their secrets, spans move to where their stretch stands in the sealed text. */
function sealingBy({ reseal, move }: Sealed): Rewriting {
  return {
    text: (value, name) => (value === '' ? value : reseal(value, name)),
    span: ({ start, end }) => {
      const from = move(start);
      return { start: from, end: Math.max(from, move(end)) };
    },
  };
}
