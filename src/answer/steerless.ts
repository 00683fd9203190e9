// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for.
const unshowable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text of which nothing steers what shows it: characters that control a terminal, break a line unseen or turn the direction of
 * writing are shown as `�`.
 */
export function steerless(text: string): string {
  return text.replaceAll(unshowable, '\ufffd');
}

/** JSON in which these characters stand as escapes: a program that reads it gets the same, and a terminal none of them. */
export function steerlessJson(json: string): string {
  return json.replaceAll(unshowable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
