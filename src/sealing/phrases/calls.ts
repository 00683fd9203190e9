import { isKey } from '../values/key-value.ts';
import { behindEach, type PhraseRow } from './phrase.ts';

/** A string or a plain expression as an argument. */
const argument = String.raw`(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[\w.$>]{1,60})`;
/** An object, a call or what else code passes as a payload. */
const payload = String.raw`(?:\{[^{}\n]{0,300}\}|${argument}(?:\([^()\n]{0,80}\))?)`;
/** What code puts around a string or before it: `b"…"`, `Buffer.from("…")`, `[]byte("…")`, `Encoding.UTF8.GetBytes("…")`. */
const wrapped = String.raw`(?:(?:\[\]byte|[\w.]{1,40})\(\s?)?(?:[bBrRuU@]{1,2})?(?=["'\`])`;

const second = new RegExp(String.raw`^\(\s{0,20}${argument}\s{0,4},\s{0,20}${wrapped}`);
const third = new RegExp(String.raw`^\(\s{0,20}${argument}\s{0,4},\s{0,20}${argument}\s{0,4},\s{0,20}(?=["'])`);
const first = new RegExp(String.raw`^\(\s{0,20}\[?${wrapped}`);

/** The arguments of a call whose name goes on, as the source of a pattern says, behind the word. */
function calledBy(rest: string, argumentsOf: RegExp): RegExp {
  return new RegExp(`^${rest}${argumentsOf.source.slice(1)}`);
}

function isOneWord(value: string): boolean {
  return !/\s/.test(value);
}

const nextString = /^\s{0,4},\s{0,40}(?=["'`])/;

/** The quoted name of a field for a password, in a call that fills it. */
const passwordField =
  '(?:"(?=[^"\\n]{0,80}(?:pass|pwd))[^"\\n]{1,100}"|\'(?=[^\'\\n]{0,80}(?:pass|pwd))[^\'\\n]{1,100}\')';
const filled = new RegExp(String.raw`^\(\s{0,4}${passwordField}\s?,\s{0,4}(?=["'\`])`, 'i');
const behindPasswordField = /(?:pass(?:word|wd)?|pwd)["'\])]{1,4}\s{0,8}\.\s{0,2}$/i;

/** Strings that calls take as a secret by their place among the arguments, by the word that is called, in lower case. */
export const callPhrases: readonly PhraseRow[] = [
  // mysqli and PDO of PHP, in code and in traces, DriverManager of Java: address, user, password.
  ...behindEach(['mysqli', 'pdo'], {
    kind: 'password',
    to: calledBy('(?:(?:->|::)(?:__construct|(?:real_)?connect))?', third),
  }),
  ['mysqli_connect', [{ kind: 'password', to: third }]],
  ['getconnection', [{ kind: 'password', to: third }]],
  ['clientsecretcredential', [{ kind: 'client secret', to: third }]],
  // Keys of hashes: Node, PHP, Python, Ruby, Go, Java, C#.
  ['createhmac', [{ kind: 'secret', to: second }]],
  ['hash_hmac', [{ kind: 'secret', to: third }]],
  // MQTT, MySQL's and FTP's clients for Python.
  ['username_pw_set', [{ kind: 'password', to: second }]],
  ['connect', [{ kind: 'password', to: second, behind: /(?:cx_Oracle|oracledb)\.$/ }]],
  ['minio', [{ kind: 'secret', to: third, fits: isOneWord }]],
  // What opens a request with a user and a password, in JavaScript and Visual Basic; SuperAgent's token.
  [
    'open',
    [
      {
        kind: 'password',
        to: /^[ (]["'][A-Za-z]{3,7}["'], ?[^,\n]{1,200}, ?(?:true|false|!0|!1), ?["'][^"'\n]{1,60}["'], ?(?=["'])/i,
      },
    ],
  ],
  [
    'auth',
    [{ kind: 'token', to: /^\((?=(?:"[^"\n]{1,400}"|'[^'\n]{1,400}'), ?\{ ?type: ?["']bearer)/, behind: /\.$/ }],
  ],
  ['connect', [{ kind: 'password', to: third, behind: /(?:pymysql|MySQLdb|mysql\.connector|mariadb)\.$/ }]],
  ['ftp', [{ kind: 'password', to: third }]],
  ['jenkins', [{ kind: 'password', to: calledBy('(?:\\.Jenkins)?', third) }]],
  ['dbi', [{ kind: 'password', to: calledBy('->connect', third) }]],
  // Keys of tokens by their algorithm, of ciphers, of clients of OAuth 1: the key, or the key and its secret.
  ...behindEach(['hmac256', 'hmac384', 'hmac512'], {
    kind: 'secret',
    to: first,
    behind: /\bAlgorithm\.$/,
    fits: isOneWord,
  }),
  ['signwith', [{ kind: 'secret', to: second, fits: isOneWord }]],
  ['fernet', [{ kind: 'secret', to: first, fits: isOneWord }]],
  ...behindEach(
    [
      'oauthhandler',
      'oauth1userhandler',
      'oauth1session',
      'set_access_token',
      'awsbasiccredentials',
      'sessioncredentials',
    ],
    {
      kind: 'secret',
      to: calledBy('(?:\\.create)?', first),
      next: nextString,
      fits: isOneWord,
    },
  ),
  ['newstaticcredentials', [{ kind: 'secret', to: first, next: nextString, fits: isOneWord }]],
  ['basicsessioncredentials', [{ kind: 'secret', to: first, next: nextString, fits: isOneWord }]],
  // Node's modules that are functions: `require('stripe')('…')`.
  [
    'require',
    [
      {
        kind: 'secret',
        to: /^\(\s?["'][\w@/-]{1,40}["']\)\(\s?(?:["'][\w-]{1,60}["'],\s?)?(?=["'])/,
        fits: isKey,
      },
    ],
  ],
  // Scala's builds: realm, host, user, password.
  [
    'credentials',
    [
      {
        kind: 'password',
        to: /^\(\s{0,8}"[^"\n]{1,80}",\s{0,8}"[\w.-]{1,80}",\s{0,8}"[^"\n]{1,60}",\s{0,8}(?=")/,
      },
      { kind: 'secret', to: /^\.new\(\s{0,8}(?=["'])/, next: nextString, fits: isOneWord },
    ],
  ],
  [
    'hmac',
    [
      { kind: 'secret', to: /^ (?=["']?[^\s-])/, behind: /\bopenssl dgst [^\n]{0,12}-$|-sha\d{1,3} -$/ },
      { kind: 'secret', to: new RegExp(String.raw`^\.new\(\s{0,20}(?:key=)?${wrapped}`) },
      { kind: 'secret', to: new RegExp(String.raw`^\.New\(\s?[\w.]{1,30}\s?,\s?${wrapped}`) },
      {
        kind: 'secret',
        to: /^\.(?:hex|base64)?digest\(\s?(?:["'][\w-]{1,20}["']|[\w:.]{1,50}(?:\(["'][\w-]{1,20}["']\))?)\s?,\s?(?=["'])/,
      },
    ],
  ],
  // Functions of databases that encrypt with a password: PostgreSQL, MySQL, SQL Server.
  ...behindEach(['pgp_sym_encrypt', 'pgp_sym_decrypt', 'aes_encrypt', 'aes_decrypt'], { kind: 'secret', to: second }),
  ['encryptbypassphrase', [{ kind: 'password', to: /^\(\s?N?(?=')/ }]],
  ['decryptbypassphrase', [{ kind: 'password', to: /^\(\s?N?(?=')/ }]],
  ['secretkeyspec', [{ kind: 'secret', to: first }]],
  ['symmetricsecuritykey', [{ kind: 'secret', to: first }]],
  // Keys of JSON Web Tokens: jsonwebtoken, PyJWT, firebase/php-jwt, ruby-jwt.
  [
    'jwt',
    [
      {
        kind: 'secret',
        to: new RegExp(
          String.raw`^(?:\.|::)(?:sign|verify|encode|decode)\(\s{0,20}${payload}\s{0,4},\s{0,20}(?:new Key\()?${wrapped}`,
        ),
      },
    ],
  ],
  // Functions that hash a password, or check one against its hash.
  ...behindEach(['bcrypt', 'argon2', 'scrypt', 'sha256_crypt', 'sha512_crypt', 'pbkdf2_sha256', 'pwd_context'], {
    kind: 'password',
    to: new RegExp(
      String.raw`^(?:\.|::)(?:hash|compare|verify|hashSync|compareSync|hashpw|checkpw|GenerateFromPassword|HashPassword|Verify)\(\s{0,8}${wrapped}`,
    ),
    fits: (value) => !value.startsWith('$'),
  }),
  ['cookieparser', [{ kind: 'secret', to: first }]],
  // Keys of ciphers and of what signs: Node, PHP, CryptoJS, PyCryptodome, Go, itsdangerous.
  ...behindEach(['createcipheriv', 'createdecipheriv'], { kind: 'secret', to: second, fits: isOneWord }),
  ...behindEach(['openssl_encrypt', 'openssl_decrypt'], { kind: 'secret', to: third, fits: isOneWord }),
  ...behindEach(['encrypt', 'decrypt'], {
    kind: 'secret',
    to: second,
    behind: /\b(?:AES|DES|TripleDES|Rabbit|RC4)\.$/,
    fits: isOneWord,
  }),
  ['aes', [{ kind: 'secret', to: calledBy('\\.new', first), fits: isOneWord }]],
  ['signedstring', [{ kind: 'secret', to: first, fits: isOneWord }]],
  ...behindEach(['urlsafeserializer', 'urlsafetimedserializer', 'timestampsigner'], {
    kind: 'secret',
    to: first,
    fits: isOneWord,
  }),
  // Directories, databases and services that are entered by the third or the second argument.
  ['sequelize', [{ kind: 'password', to: third, fits: isOneWord }]],
  ['twiliorestclient', [{ kind: 'token', to: second, fits: isKey }]],
  [
    'connection',
    [
      {
        kind: 'password',
        to: /^\(\s{0,8}[\w.]{1,40}\s?,\s{0,8}["'](?:cn|uid|ou|dc)=[^"'\n]{1,100}["']\s?,\s{0,8}(?=["'])/i,
      },
    ],
  ],
  ['bind', [{ kind: 'password', to: /^\(\s{0,8}["'](?:cn|uid|ou|dc)=[^"'\n]{1,100}["']\s?,\s{0,8}(?=["'])/i }]],
  // Ruby's Faraday.
  [
    'authorization',
    [
      {
        kind: 'token',
        to: /^, ?(?:["']\w{1,20}["']|:\w{1,20}(?:, ?["'][^"'\n]{1,60}["'])?), ?(?:-> ?\{ ?)?(?=["'])/,
        behind: /\brequest :$/,
      },
    ],
  ],
  ['token_auth', [{ kind: 'token', to: /^, ?(?=["'])/, behind: /\brequest :$/ }]],
  ['run', [{ kind: 'token', to: first, behind: /\b(?:client|bot)\.$/, fits: isKey }]],
  // What a test types into a form: Selenium, Playwright, Puppeteer, Cypress.
  ['send_keys', [{ kind: 'password', to: first, behind: behindPasswordField }]],
  ['sendkeys', [{ kind: 'password', to: first, behind: behindPasswordField }]],
  [
    'fill',
    [
      { kind: 'password', to: filled },
      { kind: 'password', to: first, behind: behindPasswordField },
    ],
  ],
  [
    'fill_in',
    [{ kind: 'password', to: new RegExp(String.raw`^[( ]\s{0,4}${passwordField}\s?,\s?with:\s?(?=["'])`, 'i') }],
  ],
];
