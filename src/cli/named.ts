import { steerless } from '../answer/steerless.ts';
import { seal } from '../sealing/seal.ts';

/** Of an argument, in UTF-16 code units. */
const most = 100;

/**
 * An argument as a message names it: people give a whole paste where a file is meant, and what is written to standard error
 * is kept by machines that build and test.
 */
export function named(argument: string): string {
  const text = steerless(seal(argument, [], { personalData: false }).text.replaceAll(/\s+/g, ' '));
  return text.length > most ? `${text.slice(0, most - 1).toWellFormed()}…` : text;
}
