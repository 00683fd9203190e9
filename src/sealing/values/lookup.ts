import { isWordy } from './wordy.ts';

/** `{os.environ['TOKEN']}`, `${Cypress.env("token")}`, `#{tokens[:access_token]}`, `{{ lookup('env', 'TOKEN') }}`. */
const lookup =
  /^[$#]?\{{1,2} ?((?:await )?[A-Za-z_$@][\w$@]{0,60}(?:(?:\??\.|::|->)[A-Za-z_$][\w$]{0,60}|\(\)|\[[\w:]{1,60}\]|[[(]["'][\w .:-]{1,60}["'](?:, ?["'][\w .:-]{0,60}["']){0,2}[\])]){0,12}) ?\}{1,2}/;

/** `DBPASSWORD`, `smtpuser`: letters and no mark before the word that says what is looked up. */
const names = /^[a-z]{0,12}(?:password|passwd|pwd|pass|secret|token|key|user|uid|host)$/i;

/**
 * Where an expression that starts at `at` ends, if it is one that looks a value up by its name: the program has the
 * secret, the text has not. A name that is none, since no word is like it, may be the secret itself.
 */
export function endOfLookup(text: string, at: number): number | undefined {
  const found = lookup.exec(text.slice(at, at + 300));
  if (found?.[1] === undefined) return undefined;
  const parts = found[1].match(/[\w.:-]{1,60}/g) ?? [];
  const end = at + found[0].length;
  const isName = (part: string) => names.test(part) || isWordy(part.replace(/^[_.:-]+|[_.:-]+$/g, 'a'));
  const isWhole = /^(?:$|[\s"'`,;)\]}\\])/.test(text.slice(end, end + 1));
  return isWhole && parts.every(isName) ? end : undefined;
}
