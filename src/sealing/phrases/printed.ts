import { looksLikeValue } from '../values/suspicion.ts';
import type { PhraseRow } from './phrase.ts';

/** The rest of a command's line, and one word alone on the line below: neither a document nor the next prompt. */
const printed = String.raw`[^\n]{0,240}\r?\n[ \t>]{0,8}(?=["']?[^\s"'{}[\]<>$#][^\s"'<]{5,4000}["']?[ \t]{0,4}(?:</|\r?\n|$))`;

/** Options before a subcommand. */
const options = String.raw`(?: --?[a-z][\w-]{0,24}(?:[= ][\w./:-]{1,60})?){0,4}`;
const entry = String.raw` (?:show )?(?:-\w )?[\w.-]{1,40}/[\w./@-]{1,80}(?=[ \t]*\r?\n)`;

/** Commands that print what a manager of secrets keeps, or a new secret: the first word, and what follows it. */
const commands: readonly (readonly [word: string, rest: string])[] = [
  [
    'aws',
    `${options} (?:secretsmanager get-secret-value|ssm get-parameters?|ecr get-login-password|codeartifact get-authorization-token|rds generate-db-auth-token)`,
  ],
  ['gcloud', `${options} (?:secrets versions access|auth (?:application-default )?print-)`],
  ['az', ' (?:keyvault secret show|account get-access-token|storage account keys|acr (?:credential|login)|ad sp)'],
  [
    'vault',
    String.raw` (?:(?:kv get|read|login|token create|write)(?: --?[^\n ]{1,60}){0,3} --?field[= ]|print token)`,
  ],
  ['op', String.raw` (?:read |item get [^\n]{1,100}--fields?)`],
  ['bw', String.raw` (?:get (?:password|totp|notes) |unlock [^\n]{0,60}--raw)`],
  ['pass', entry],
  ['gopass', entry],
  ['lpass', ' show '],
  ['security', String.raw` find-(?:generic|internet)-password [^\n]{0,200}-w`],
  ['keyring', ' get '],
  ['tool', ' lookup '],
  ['heroku', ' (?:config:get |auth:token)'],
  ['doppler', String.raw` (?:secrets get [^\n]{1,100}--plain|configs tokens create)`],
  ['chamber', ' read '],
  ['infisical', String.raw` secrets get [^\n]{1,100}--plain`],
  ['kubectl', String.raw` (?:create token |get secrets? [^\n]{1,200}(?:base64 -{1,2}d|json|template))`],
  ['oc', String.raw` (?:whoami (?:-t|--show-token)|get secrets? [^\n]{1,200}(?:base64 -{1,2}d|json|template))`],
  ['gh', ' auth token'],
  ['flyctl', ' (?:auth token|tokens create)'],
  ['openssl', ' rand -'],
  ['wg', ' gen(?:key|psk)'],
  ['consul', ' (?:keygen|acl token)'],
  ['artisan', String.raw` key:generate [^\n]{0,20}--show`],
  ['argocd', ' admin initial-password'],
  ['headscale', ' preauthkeys create'],
  // A file that is named after what it holds.
  ['cat', String.raw` \S{0,100}(?:[Pp]assword|[Ss]ecret|[Tt]oken|api[_-]?key)(?:[_-]file)?(?:\.txt)?(?=[ \t]*\r?\n)`],
  ['rake', ' secret'],
  ['rails', ' secret'],
  ['mix', String.raw` phx\.gen\.secret`],
];

/** What such a command prints, by its first word. */
export const printedPhrases: readonly PhraseRow[] = commands.map(([word, rest]) => [
  word,
  [{ kind: 'secret', to: new RegExp(`^${rest}${printed}`), apart: true, fits: isPrinted }],
]);

/** A word of a shell goes on over the tag that an element ends with. */
function isPrinted(value: string): boolean {
  return looksLikeValue(value) && !value.includes('</');
}
