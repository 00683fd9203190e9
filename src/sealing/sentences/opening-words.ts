/** Words after which a value stands in a form of its own, in lower case, by what reads that form. */
export const openingWords = {
  /** `INSERT INTO t (a, password) VALUES (…)`. */
  rows: ['values'],
  /** `vault kv put …`, `nomad var put …`, `vault write …`. */
  settings: ['kv', 'var', 'write', 'secrets'],
  /** `====== Data ======` of `vault kv get`. */
  kept: ['data'],
  /** `echo … | docker login --password-stdin`. */
  piped: ['echo', 'printf', 'output', 'cat'],
  /** `sqlplus user/password@…`, `jdbc:oracle:thin:user/password@…`. */
  slashed: [
    'thin',
    'oci',
    'oci8',
    'sqlplus',
    'sqlldr',
    'expdp',
    'impdp',
    'rman',
    'sqlcl',
    'connect',
    'conn',
    'imp',
    'exp',
    'target',
  ],
  /** `HMACSHA256(base64UrlEncode(header) + …, …)`, as jwt.io shows it. */
  hmac: ['hmacsha256', 'hmacsha384', 'hmacsha512'],
  /** `Private-Lines: 14` and as many lines of a PuTTY key. */
  counted: ['lines'],
  /** `Digest username="…", response="…"`, where no field's name stands before it. */
  schemes: ['digest', 'oauth', 'hawk'],
  /** `BEGIN RSA PRIVATE KEY`, without its dashes. */
  keys: ['begin'],
  /** `[request setValue:@"…" forHTTPHeaderField:@"X-Api-Key"]`, `set("…", forKey: "token")`: a name behind its value. */
  fields: ['setvalue', 'addvalue', 'setobject', 'setstring', 'set'],
  /** `"…".toCharArray()`, as Java takes passwords. */
  characters: ['tochararray'],
  /** Columns of a table about people: `First Name,Last Name,Email`. */
  people: [
    ...['name', 'firstname', 'first_name', 'lastname', 'last_name', 'surname', 'givenname', 'given_name', 'ssn'],
    ...['email', 'phone', 'dob', 'iban', 'account_number', 'vorname', 'nachname', 'nombre', 'apellido', 'apellidos'],
    ...[
      'nom',
      'prenom',
      'prénom',
      'nome',
      'cognome',
      'telefon',
      'telefono',
      'teléfono',
      'straße',
      'voornaam',
      'achternaam',
    ],
  ],
  /** `jane.doe [at] mail [dot] example`. */
  mail: ['at', 'dot'],
  /** `born on May 17, 1990`. */
  births: ['born', 'dob', 'birthday'],
} as const;

/** How words end that may be a code which a person was sent, and two that say where it comes from: in lower case. */
export const codeWords: readonly string[] =
  'code codes codigo codice kod kodu kodunuz kode koden tan sms authenticator'.split(' ');

/** What a user and a password may follow, in lower case: `log in as bob / …`, `demo account: bob / …`. */
export const loginWords: readonly string[] =
  ' as|account|user|basic|signin|logins|admin|administrator|root|demo|guest|test'.split('|');
