import { quietMender } from './mender.ts';

/** `Curl -X …`, as a phone writes the first word of a sentence: the same program, and nothing to tell. */
export const capitalLetters = quietMender((text) => text.replace(capital, 'curl'));

const capital =
  /(?<![\w./-])(?:Curl|CURL|cURL)(?=(?:\.exe)?[ \t\u00a0](?:[-\u2010-\u2015\u2212]|["'\u2018-\u201f<]?https?:))/g;
