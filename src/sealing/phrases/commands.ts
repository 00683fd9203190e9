import { looksLikeValue } from '../values/suspicion.ts';
import { behindEach, type PhraseRow } from './phrase.ts';

/** Letters and digits. */
function isMixed(value: string): boolean {
  return looksLikeValue(value) && /[A-Za-z]/.test(value);
}

const nextWord = /^ (?=[^\s-])/;

/** What commands take as a secret by its place among their words, by the word before it, in lower case. */
export const commandPhrases: readonly PhraseRow[] = [
  [
    'htpasswd',
    [
      { kind: 'password', to: /^ -(?=[a-zA-Z]{0,6}n)(?=[a-zA-Z]{0,6}b)[a-zA-Z]{2,12} \S{1,60} (?=\S)/ },
      { kind: 'password', to: /^ -[a-zA-Z]{0,6}b[a-zA-Z]{0,6} \S{1,100} \S{1,60} (?=\S)/ },
    ],
  ],
  ['mosquitto_passwd', [{ kind: 'password', to: /^ (?:-c )?-b \S{1,100} \S{1,60} (?=\S)/ }]],
  ['tool', [{ kind: 'password', to: /^ user (?:create|add|setpassword) \S{1,60} (?=[^\s-])/, behind: /\bsamba-$/ }]],
  ['setairportnetwork', [{ kind: 'password', to: /^ \w{1,12} (?:"[^"\n]{1,60}"|\S{1,60}) (?=\S)/ }]],
  ['authenticate_user', [{ kind: 'password', to: /^ \S{1,60} (?=[^\s-])/, behind: /\brabbitmqctl $/ }]],
  ...behindEach(['plink', 'pscp', 'psftp', 'putty'], {
    kind: 'password',
    to: /^(?:\.exe)?(?: \S{1,60}){0,8}? -pw (?=\S)/,
  }),
  // Windows: `net use`, `runas`, `schtasks`.
  [
    'use',
    [
      {
        kind: 'password',
        to: /^(?: \S{1,100}){0,4}? \/user:\S{1,60} (?!\/[a-z]{1,12}(?::\S{0,20})?(?:\s|$))(?=[^\s*])/i,
        behind: /\bnet $/i,
      },
      {
        kind: 'password',
        to: /^(?: \w:)? \\\\\S{1,100} (?!\/[a-z]{1,12}(?::\S{0,20})?(?:\s|$))(?=[^\s*])/i,
        behind: /\bnet $/i,
        line: /\/user:/i,
      },
    ],
  ],
  [
    'runas',
    [
      {
        kind: 'password',
        to: /^(?: \/\w{1,12}){0,3} \/user:\S{1,60} (?=\S{6,200}[ \t]{0,4}(?:\r?\n|$))/i,
        fits: looksLikeValue,
      },
    ],
  ],
  ['schtasks', [{ kind: 'password', to: /^(?: \S{1,200}){1,20}? \/rp (?=\S)/i }]],
  ['user', [{ kind: 'password', to: /^ \S{1,60} (?=[^\s/*])/, behind: /(?<![.\w-])net $/i, fits: isMixed }]],
  ['signtool', [{ kind: 'password', to: /^(?:\.exe)?(?: \S{1,80}){1,12}? \/p (?=\S)/i }]],
  ['smbclient', [{ kind: 'password', to: /^ \/\/\S{1,100} (?=[^\s-])/ }]],
  // Archives, documents, networks, and other tools that take a password by its place.
  ['rar', [{ kind: 'password', to: /^(?: \S{1,60}){1,4}? -hp(?=\S)/ }]],
  ['pdftotext', [{ kind: 'password', to: /^(?: \S{1,60}){0,4}? -[uo]pw (?=\S)/ }]],
  ['input_pw', [{ kind: 'password', to: /^ (?=\S)/ }]],
  ['radtest', [{ kind: 'password', to: /^ \S{1,60} (?=\S)/, next: /^ \S{1,100} \d{1,5} (?=[^\s‹])/ }]],
  ['swaks', [{ kind: 'password', to: /^(?: \S{1,80}){1,12}? -ap (?=\S)/ }]],
  ['nikto', [{ kind: 'password', to: /^(?: \S{1,80}){1,12}? -id [\w.@-]{1,60}:(?=\S)/ }]],
  [
    'identify',
    [{ kind: 'password', to: /^ (?:[\w-]{1,30} )?(?=\S{4,200}[ \t]{0,4}(?:\r?\n|$))/, behind: /\bNickServ:? $/i }],
  ],
  ['install', [{ kind: 'token', to: /^ (?=[^\s-])/, behind: /\bcloudflared service $/ }]],
  ['wpa_passphrase', [{ kind: 'password', to: /^ (?:"[^"\n]{1,60}"|\S{1,60}) (?=\S)/ }]],
  ['iwconfig', [{ kind: 'password', to: /^ \w{1,20} key (?:s:)?(?=[^\s]{5})/ }]],
  ['obscure', [{ kind: 'password', to: /^ (?=[^\s-])/, behind: /\brclone $/ }]],
  ['sudo', [{ kind: 'password', to: /^(?: -\w{1,3}){0,2} -\w{0,2}S <<< ?(?=\S)/ }]],
  [
    'passwd',
    [
      { kind: 'password', to: /^ -\w{1,8} (?=[^\s-])/, behind: /\bopenssl $/ },
      { kind: 'password', to: /^ \/\S{1,80} (?=[^\s-])/, behind: /\bdscl \S{1,12} -$/ },
    ],
  ],
  ['hexkey', [{ kind: 'secret', to: /^:(?=\S)/ }]],
  ['add', [{ kind: 'password', to: /^ [\w.-]{1,60}:(?=\S)/, behind: /\betcdctl (?:\S{1,12} )?user $/ }]],
  // Settings of routers and of networks.
  ['community', [{ kind: 'password', to: /^ (?=[^\s-])/, behind: /\bsnmp-server $/ }]],
  // Cisco's, which anybody can undo.
  ...behindEach(['key', 'password'], { kind: 'password', to: /^ 7 (?=[0-9A-F]{10})/ }),
  ['eap', [{ kind: 'password', to: /^ (?=")/, behind: / : $/ }]],
  ['xauth', [{ kind: 'password', to: /^ (?=")/, behind: / : $/ }]],
  ['unseal', [{ kind: 'secret', to: /^ (?=[^\s-])/, behind: /\bvault operator $/ }]],
  ['live2', [{ kind: 'token', to: /^\/(?=[\w-]{12})/, behind: /\/$/ }]],
  [
    'config',
    [
      {
        kind: 'token',
        to: /^ (?:-{1,2}\w{1,12} ){0,2}(?:pypi-token|github-oauth|gitlab-token|bearer)\.\S{1,60} (?=[^\s-])/,
      },
      { kind: 'password', to: /^ (?:-{1,2}\w{1,12} ){0,2}http-basic\.\S{1,60} \S{1,60} (?=[^\s-])/ },
      {
        kind: 'password',
        to: /^ (?:set )?(?:-{1,2}\w{1,12} ){0,2}[\w.-]{1,80} [\w.@-]{1,60}:(?=[^\s/:]{6})/,
        behind: /\bbundle $/,
      },
    ],
  ],
  // A key beside the package it publishes, or beside its own id.
  ['push', [{ kind: 'API key', to: /^ \S{1,100}\.nupkg (?=[^\s-])/, behind: /\bnuget $/ }]],
  ['store', [{ kind: 'secret', to: /^ \S{1,60} (?=[^\s-])/, behind: /\bapi-key $/ }]],
  ['xfreerdp', [{ kind: 'password', to: /^(?: \/\S{1,80}){0,12}? \/p:(?=\S)/ }]],
  ['add_user', [{ kind: 'password', to: /^ \S{1,60} (?=[^\s-])/, behind: /\brabbitmqctl $/ }]],
  ['change_password', [{ kind: 'password', to: /^ \S{1,60} (?=[^\s-])/, behind: /\brabbitmqctl $/ }]],
  [
    'alias',
    [
      { kind: 'secret', to: /^ set \S{1,60} \S{1,200} (?=[^\s\d‹-]{0,60}\d)/, next: nextWord, behind: /\bmc $/ },
      { kind: 'secret', to: /^ set \S{1,60} \S{1,200} [^\s‹]{1,80} (?=[^\s-])/, behind: /\bmc $/ },
    ],
  ],
  ['host', [{ kind: 'secret', to: /^ add \S{1,60} \S{1,200} (?=[^\s-])/, next: nextWord, behind: /\bmc config $/ }]],
  // `kubectl create secret generic app --from-literal=any=…`, under whatever name.
  ['literal', [{ kind: 'secret', to: /^[= ]["']?[\w.-]{1,80}=(?=\S)/, behind: /--from-$/, fits: looksLikeValue }]],
  [
    'setvariable',
    [
      {
        kind: 'secret',
        to: /^ variable=[\w.-]{1,60};(?:isOutput=\w{4,5};)?issecret=true;?\](?=\S)/i,
        behind: /\[task\.$/,
      },
    ],
  ],
  ['mask', [{ kind: 'secret', to: /^::(?=\S)/, behind: /::add-$/, fits: (value) => !/["']/.test(value) }]],
  [
    'secrets',
    [
      {
        kind: 'secret',
        to: /^ (?:set|put|add) (?:--?[\w-]{1,20}[ =][^\s-]\S{0,60} ){0,2}["']?[\w:.-]{1,80}["']? (?=[^\s-])/,
        behind: /\buser-$/,
      },
      { kind: 'secret', to: /^ set (?:--?[\w-]{1,20}[ =]\S{1,60} ){0,3}\w{1,80}=(?=\S)/, fits: looksLikeValue },
    ],
  ],
  [
    'secret',
    [
      { kind: 'secret', to: /^ set [\w-]{1,60} (?:[^\n]{1,100} )??(?:--body|-b)[ =](?=\S)/ },
      { kind: 'secret', to: /^ (?:put|set) [\w-]{1,60}(?: --?[\w-]{1,20}(?:[ =]\w{1,20})?){0,3} ?<<< ?(?=\S)/ },
    ],
  ],
  // PowerShell, whose parameters may stand in any order.
  [
    'securestring',
    [
      {
        kind: 'password',
        to: /^(?:\s{1,4}-(?:AsPlainText|Force|String)){0,3}\s{1,4}(?=["']|[^\s$(-])/i,
        line: /-AsPlainText\b/i,
      },
    ],
  ],
  // What a shell feeds to a command that keeps it.
  ['env', [{ kind: 'secret', to: /^ add [\w-]{1,60}(?: [\w-]{1,20}){0,3} ?<<< ?(?=\S)/ }]],
  ['auth', [{ kind: 'token', to: /^ (?=[^\s-])/, behind: /\bsnyk $/ }]],
  [
    'login',
    [
      { kind: 'token', to: /^(?: --registry \S{1,60})? (?=[^\s-])/, behind: /\bcargo $/ },
      { kind: 'password', to: /^ \S{1,60}@\S{1,60} (?=[^\s-])/, behind: /\bbw $/ },
    ],
  ],
  ...behindEach(['token', 'apikey', 'api_key'], {
    kind: 'token',
    to: /^ \w{1,20} (?=[^\s-])/,
    behind: /\bset-agent-$/,
  }),
];
