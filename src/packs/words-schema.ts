import { z } from 'zod';
import { english, placesIn } from './words.ts';

/**
 * Slack's limits, in characters, for labels of buttons and words around a form:
 * https://docs.slack.dev/reference/block-kit/block-elements/button-element, https://docs.slack.dev/reference/views/modal-views
 */
const longest: Readonly<Record<string, number>> = {
  share: 75,
  firstCheck: 75,
  nextCheck: 75,
  fixed: 75,
  stuck: 75,
  supportRequest: 75,
  requestTitle: 24,
  finish: 24,
  cancel: 24,
  close: 24,
};

const longestOtherwise = 300;

/** The words of a language as its file has them: all or some. */
export const wordsSchema = z
  .strictObject(Object.fromEntries(Object.entries(english).map(([name, words]) => [name, wordSchema(name, words)])))
  .default({})
  .describe('Words of the reply itself, by their names.');

function wordSchema(name: string, words: string): z.ZodOptional<z.ZodString> {
  const places = placesIn(words);
  const most = longest[name] ?? longestOtherwise;
  const mend = places.length === 0 ? 'Nothing is filled in here.' : `What is filled in here: ${places.join(', ')}.`;
  return z
    .string()
    .trim()
    .min(1, 'This text is empty.')
    .max(most, `At most ${most} characters have room here.`)
    .refine((text) => placesIn(text).every((one) => places.includes(one)), {
      error: 'It has a place that nothing is filled in at.',
      params: { mend },
    })
    .describe(`In English: “${words}”`)
    .optional();
}
