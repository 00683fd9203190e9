/** Words that sentences are made of, in the languages whose passphrases are told; a passphrase ends before one. */
const ofSentences: ReadonlySet<string> = new Set(
  (
    'a an the this that these those my your our his her their its i you we they he she it me us them who which what when where ' +
    'why how if then else than as at by for from in into of off on onto out over to under up with without within is are was were ' +
    'be been being am do does did done has have had will would can could shall should may might must need needs not no nor and or ' +
    'but so because since until till while after before again still now already today yesterday tomorrow always never ever only ' +
    'also too very just here there please maybe even yet both either any some all each every same other more most less much many ' +
    'see try use used go get got later once twice about between during through via per like ' +
    'nicht kein keine mehr leider auch noch schon immer ist sind wird wurde war habe hat ich es er sie wir der die das den dem ein ' +
    'eine einen und oder aber von zu zum zur mit für im am bei auf aus nach wie wenn dass seit ' +
    'ne pas plus est sont le la les un une et ou mais de du des au aux en pour avec dans par sur que qui je ce ' +
    'no es está son el los las y o pero del con para por sin muy ya como desde ' +
    'não são foi um uma e mas do da dos das com em na no sem já ' +
    'non più già il lo gli i ma di della che per su con ' +
    'niet meer het een en of maar van voor op aan bij'
  ).split(' '),
);

/** What people say of a secret and where it stands: a text with one of these is about it. */
const ofSecrets: ReadonlySet<string> = new Set(
  (
    'password passwords passphrase passwort token tokens secret key keys pin code login logins user users username account admin ' +
    'administrator auth oauth api request response server client database db config env variable vault file field header body ' +
    'value string text number character characters chars digit digits letter letters symbol symbols byte bytes hash salt base64 ' +
    'utf8 ascii json xml html http https url type format length policy rule error errors message empty blank null undefined none ' +
    'valid invalid expired wrong incorrect missing required optional unknown case sensitive insensitive weak strong long short ' +
    'secure safe plain random mixed alphanumeric uppercase lowercase words default temporary support docs documentation portal dashboard settings page form screen browser postman ' +
    'curl falsch gültig ungültig abgelaufen expiré invalide incorrecte válido incorrecta caducada inválida valido scaduta'
  ).split(' '),
);

const longestPhrase = 8;

/**
 * How long the passphrase is that a text starts with: words one after the other that no sentence has between them. 0 where it
 * starts with none, or with fewer words than `fewest`.
 */
export function passphraseLength(text: string, fewest: number): number {
  let length = 0;
  let words = 0;
  for (const { 0: word, index } of text.matchAll(
    /(?<=^| )[\p{L}\p{N}][\p{L}\p{N}'’!?-]{0,23}(?=[ .,;:)"'`\n\r]|$)/gu,
  )) {
    if (index !== (words === 0 ? 0 : length + 1)) break;
    const lower = word.toLowerCase();
    if (ofSentences.has(lower)) break;
    if (ofSecrets.has(lower) || /[a-z]{3}(?:ed|ly)$/.test(lower) || words === longestPhrase) return 0;
    length = index + word.length;
    words += 1;
  }
  return words >= fewest ? length : 0;
}

/** What a line of a shell goes on with behind a variable that it sets for one command. */
const commands =
  /^ (?:sudo |exec |env |time )?(?:n(?:pm|px|ode)|yarn|pnpm|deno|bun|python3?|pip3?|ruby|php|go|cargo|java|docker|podman|kubectl|terraform|ansible\S*|make|mvn|gradle|curl|wget|ssh|git|bash|sh|zsh|dotnet|rails|rake|bundle|uvicorn|gunicorn|flask|pytest|jest|vitest|cypress|serverless|sls|aws|gcloud|az|heroku|helm|psql|mysql|redis-cli|echo|export|set)(?= |$)/;

/** How far the words go that follow the first of a value which has all of its line, as files of settings have it. */
export function wordsBehind(line: string): number {
  if (commands.test(line)) return 0;
  return /^(?: [\p{L}\p{N}][\p{L}\p{N}'’,.!?-]{0,23}){1,10}(?=[ \t]{0,4}$)/u.exec(line)?.[0].length ?? 0;
}

/** Whether all of a text is one. */
export function isPassphrase(text: string, fewest: number): boolean {
  return text.length <= 120 && text.length > 0 && passphraseLength(text, fewest) === text.length;
}
