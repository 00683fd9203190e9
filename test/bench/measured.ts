import { curlRecognizer } from '../../src/reading/curl/curl.ts';
import { readPaste } from '../../src/reading/read.ts';
import { recognizePieces } from '../../src/reading/recognize.ts';
import type { Piece } from '../../src/reading/recognizer.ts';
import { recognizers } from '../../src/reading/recognizers.ts';
import { restore } from '../../src/reading/restore/restore.ts';
import { sourceOf } from '../../src/reading/source.ts';
import { seal } from '../../src/sealing/seal.ts';
import { troubleshoot } from '../../src/troubleshoot.ts';

/** Parsing alone: the requests of a text, as it is. */
export function parse(text: string): readonly Piece[] {
  return recognizePieces(sourceOf(text), [curlRecognizer]);
}

/** What was read of a text, restored and looked through for all shapes, before it is sealed. */
export function recognize(text: string): readonly Piece[] {
  return recognizePieces(sourceOf(restore(text).text), recognizers);
}

export { readPaste, seal, troubleshoot };
