import type { SecretKind } from './secret.ts';

/** Where a name stands. A `code` is an authorization code in a callback's query, an error code in JSON. */
export type Place = 'field' | 'query' | 'form' | 'json' | 'cookie' | 'assignment';

/**
 * The kind of secret that a value under this name is, whatever the value looks like; undefined where the name does
 * not say so. The name may be written in any case and style: `clientSecret`, `CLIENT-SECRET`, `user[password]`.
 * Personal data is not told here: see `kindOfPersonalName`.
 */
export function kindOfName(name: string, place: Place): SecretKind | undefined {
  if (name.length > longestName) return undefined;
  const words = wordsOf(name);
  if (words.length === 0) return undefined;
  const whole = words.join('');
  if (publicNames.has(whole)) return undefined;
  const known = knownNames.get(whole) ?? (place === 'cookie' ? 'cookie' : undefined);
  if (known !== undefined) return known;
  if (place === 'query' || place === 'form') {
    const parameter = parameterNames.get(whole);
    if (parameter !== undefined) return parameter;
  }
  return kindOfWords(words);
}

/** Personal data that stands under this name, in OpenID Connect's claims (Core, section 5.1) and usual variants. */
export function kindOfPersonalName(name: string): SecretKind | undefined {
  if (name.length > longestName) return undefined;
  const words = wordsOf(lastSegment(name));
  return personalNames.get(words.join(''));
}

/** Whether what stands under this name is meant for everyone who helps: client ids, trace ids, addresses of servers. */
export function isPublicName(name: string): boolean {
  if (name.length > longestName) return false;
  return publicNames.has(wordsOf(name).join(''));
}

const longestName = 80;

function lastSegment(name: string): string {
  const slash = name.lastIndexOf('/');
  return slash < 0 ? name : name.slice(slash + 1);
}

/** `stripeSecretKey2` to `stripe secret key 2`, `user[password]` to `user password`. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

function kindOfWords(words: readonly string[]): SecretKind | undefined {
  const last = words.at(-1) ?? '';
  if (aboutSecrets.has(last)) return undefined;
  for (let index = words.length - 1; index >= 0; index -= 1) {
    const word = (words[index] ?? '').replace(/\d{1,2}$/, '');
    const before = words[index - 1] ?? '';
    const pair = pairs.get(before + word);
    if (pair !== undefined) return pair;
    const kind = secretWords.get(word) ?? endingOf(word);
    if (kind !== undefined && !countedWords.has(before)) return kind;
  }
  return undefined;
}

/** `dbpassword`, `authtoken`: two words run together. */
function endingOf(word: string): SecretKind | undefined {
  for (const [ending, kind] of endings) {
    if (word.length > ending.length && word.endsWith(ending)) return kind;
  }
  return undefined;
}

/** Whole names, without their separators. */
const knownNames: ReadonlyMap<string, SecretKind> = new Map<string, SecretKind>([
  ['authorization', 'credentials'],
  ['proxyauthorization', 'credentials'],
  ['xauthorization', 'credentials'],
  ['cookie', 'cookie'],
  ['setcookie', 'cookie'],
  ['accesstoken', 'access token'],
  ['oauthtoken', 'access token'],
  ['bearertoken', 'access token'],
  ['bearer', 'access token'],
  ['xaccesstoken', 'access token'],
  ['refreshtoken', 'refresh token'],
  ['idtoken', 'identity token'],
  ['idtokenhint', 'identity token'],
  ['identitytoken', 'identity token'],
  ['clientsecret', 'client secret'],
  ['consumersecret', 'client secret'],
  ['appsecret', 'client secret'],
  ['clientassertion', 'client assertion'],
  ['assertion', 'client assertion'],
  ['samlresponse', 'client assertion'],
  ['samlassertion', 'client assertion'],
  ['codeverifier', 'code verifier'],
  ['authorizationcode', 'authorization code'],
  ['authcode', 'authorization code'],
  ['devicecode', 'authorization code'],
  ['usercode', 'one-time code'],
  ['loginhint', 'token'],
  ['subjecttoken', 'token'],
  ['actortoken', 'token'],
  ['logintoken', 'token'],
  ['logouttoken', 'token'],
  ['requesttoken', 'token'],
  ['jwt', 'token'],
  ['jwe', 'token'],
  ['xapikey', 'API key'],
  ['apikey', 'API key'],
  ['appkey', 'API key'],
  ['subscriptionkey', 'API key'],
  ['ocpapimsubscriptionkey', 'API key'],
  ['xfunctionskey', 'API key'],
  ['consumerkey', 'API key'],
  ['oauthconsumerkey', 'API key'],
  ['ddapikey', 'API key'],
  ['ddapplicationkey', 'API key'],
  ['accesskey', 'API key'],
  ['accesskeyid', 'API key'],
  ['awsaccesskeyid', 'API key'],
  ['xamzcredential', 'credentials'],
  ['xgoogcredential', 'credentials'],
  ['xamzsecuritytoken', 'token'],
  ['xamzsignature', 'signature'],
  ['xgoogsignature', 'signature'],
  ['accountkey', 'API key'],
  ['sharedaccesskey', 'API key'],
  ['sharedaccesssignature', 'signature'],
  ['storagekey', 'API key'],
  ['masterkey', 'secret'],
  ['signingkey', 'secret'],
  ['encryptionkey', 'secret'],
  ['secretkeybase', 'secret'],
  ['hmac', 'signature'],
  ['hmacsha256', 'signature'],
  ['passphrase', 'password'],
  ['pass', 'password'],
  ['pw', 'password'],
  ['psw', 'password'],
  ['mypwd', 'password'],
  ['pin', 'one-time code'],
  ['pincode', 'one-time code'],
  ['otp', 'one-time code'],
  ['totp', 'one-time code'],
  ['otpcode', 'one-time code'],
  ['mfacode', 'one-time code'],
  ['mfa', 'one-time code'],
  ['passcode', 'one-time code'],
  ['securitycode', 'one-time code'],
  ['verificationcode', 'one-time code'],
  ['onetimecode', 'one-time code'],
  ['onetimepassword', 'one-time code'],
  ['cvv', 'one-time code'],
  ['cvc', 'one-time code'],
  ['cvv2', 'one-time code'],
  ['sid', 'session'],
  ['sessionid', 'session'],
  ['sessid', 'session'],
  ['session', 'session'],
  ['sessionkey', 'session'],
  ['jsessionid', 'session'],
  ['phpsessid', 'session'],
  ['aspnetsessionid', 'session'],
  ['connectsid', 'session'],
  ['csrf', 'session'],
  ['xsrf', 'session'],
  ['csrfmiddlewaretoken', 'session'],
  ['requestverificationtoken', 'session'],
  ['authenticitytoken', 'session'],
  ['privatekey', 'private key'],
  ['signature', 'signature'],
  ['connectionstring', 'connection string'],
  ['credential', 'credentials'],
  ['credentials', 'credentials'],
]);

/** Parameters that are secrets in a query or a form and ordinary words elsewhere. */
const parameterNames: ReadonlyMap<string, SecretKind> = new Map<string, SecretKind>([
  ['code', 'authorization code'],
  ['sig', 'signature'],
  ['hdnts', 'signature'],
  ['hdnea', 'signature'],
  ['policy', 'signature'],
  ['key', 'API key'],
  ['auth', 'token'],
  ['subscriptionkey', 'API key'],
  ['ticket', 'token'],
]);

/** Names that hold a secret's word and no secret. */
const publicNames: ReadonlySet<string> = new Set([
  'clientid',
  'oauthclientid',
  'xclientid',
  'appid',
  'applicationid',
  'requestid',
  'xrequestid',
  'xcorrelationid',
  'correlationid',
  'traceid',
  'xtraceid',
  'xb3traceid',
  'xb3spanid',
  'spanid',
  'traceparent',
  'xamzncorrelationid',
  'xamznrequestid',
  'xamznrequestid',
  'xamzrequestid',
  'xamzid2',
  'xamzcfid',
  'xamzntraceid',
  'cfray',
  'xcloudtracecontext',
  'redirecturi',
  'redirecturl',
  'callbackurl',
  'tokentype',
  'codechallenge',
  'codechallengemethod',
  'sessionstate',
  'etag',
  'ifnonematch',
  'ifmatch',
  'host',
  'issuer',
  'iss',
  'aud',
  'audience',
  'scope',
  'scopes',
  'keyid',
  'kid',
  'publickey',
  'sshpublickey',
  'signedheaders',
  'xamzsignedheaders',
  'xgoogsignedheaders',
  'oauthsignaturemethod',
  'accesscontrolallowcredentials',
  'withcredentials',
  'userid',
  'accountid',
  'institutionid',
  'taskid',
  'idempotencykey',
  'partitionkey',
  'primarykey',
  'foreignkey',
  'sortkey',
  'cachekey',
  'objectkey',
  'nexttoken',
  'pagetoken',
  'nextpagetoken',
  'continuationtoken',
  'prevtoken',
  'cancellationtoken',
  'statuscode',
  'errorcode',
]);

/** A last word that makes the name speak about a secret instead of holding one: `token_type`, `password_policy`. */
const aboutSecrets: ReadonlySet<string> = new Set(
  (
    'type types endpoint endpoints url urls uri uris method methods alg algs algorithm algorithms name names id ids ' +
    'length count counts limit limits expires expiry expiration expired in at ttl lifetime age policy file path dir ' +
    'format status error errors message valid invalid required enabled disabled supported issuer version size usage ' +
    'used remaining field fields header headers prefix suffix ref arn rotation provider strategy manager service ' +
    'store storage reset change changed forgot created updated date time timestamp duration max min budget kind ' +
    'description title label hint help text placeholder only mode present missing exists class style strength state'
  ).split(' '),
);

/** `max_tokens`, `next token`: counts and cursors. */
const countedWords: ReadonlySet<string> = new Set(
  'max min prompt completion total input output used cached reasoning num number next prev previous page continuation unexpected invalid public'.split(
    ' ',
  ),
);

/** Words of a name that make its value secret. */
const secretWords: ReadonlyMap<string, SecretKind> = new Map<string, SecretKind>([
  ['password', 'password'],
  ['passwd', 'password'],
  ['passwort', 'password'],
  ['pwd', 'password'],
  ['passphrase', 'password'],
  ['pass', 'password'],
  ['secret', 'secret'],
  ['secrets', 'secret'],
  ['token', 'token'],
  ['tokens', 'token'],
  ['tok', 'token'],
  ['jwt', 'token'],
  ['bearer', 'access token'],
  ['apikey', 'API key'],
  ['apikeys', 'API key'],
  ['signature', 'signature'],
  ['credential', 'credentials'],
  ['credentials', 'credentials'],
  ['creds', 'credentials'],
  ['authorization', 'credentials'],
  ['session', 'session'],
  ['sessionid', 'session'],
  ['sess', 'session'],
  ['csrf', 'session'],
  ['xsrf', 'session'],
  ['otp', 'one-time code'],
  ['totp', 'one-time code'],
  ['pin', 'one-time code'],
  ['passcode', 'one-time code'],
  ['cvv', 'one-time code'],
  ['assertion', 'client assertion'],
  ['verifier', 'code verifier'],
  ['cookie', 'cookie'],
  ['cookies', 'cookie'],
  ['privatekey', 'private key'],
  ['hmac', 'signature'],
]);

/** Two words that are a secret together, written as one. */
const pairs: ReadonlyMap<string, SecretKind> = new Map<string, SecretKind>([
  ['apikey', 'API key'],
  ['apikeys', 'API key'],
  ['appkey', 'API key'],
  ['accesskey', 'API key'],
  ['authkey', 'API key'],
  ['secretkey', 'secret'],
  ['masterkey', 'secret'],
  ['signingkey', 'secret'],
  ['encryptionkey', 'secret'],
  ['sharedkey', 'secret'],
  ['accountkey', 'API key'],
  ['licensekey', 'API key'],
  ['servicekey', 'API key'],
  ['subscriptionkey', 'API key'],
  ['privatekey', 'private key'],
  ['accesstoken', 'access token'],
  ['bearertoken', 'access token'],
  ['refreshtoken', 'refresh token'],
  ['idtoken', 'identity token'],
  ['identitytoken', 'identity token'],
  ['clientsecret', 'client secret'],
  ['consumersecret', 'client secret'],
  ['appsecret', 'client secret'],
  ['clientassertion', 'client assertion'],
  ['codeverifier', 'code verifier'],
  ['authcode', 'authorization code'],
  ['authorizationcode', 'authorization code'],
  ['verificationcode', 'one-time code'],
  ['securitycode', 'one-time code'],
  ['otpcode', 'one-time code'],
  ['mfacode', 'one-time code'],
  ['csrftoken', 'session'],
  ['xsrftoken', 'session'],
  ['sessiontoken', 'session'],
  ['sessionkey', 'session'],
  ['connectionstring', 'connection string'],
]);

const endings: readonly (readonly [string, SecretKind])[] = [
  ['password', 'password'],
  ['passwd', 'password'],
  ['passphrase', 'password'],
  ['pwd', 'password'],
  ['secret', 'secret'],
  ['apikey', 'API key'],
  ['secretkey', 'secret'],
  ['accesskey', 'API key'],
  ['privatekey', 'private key'],
  ['token', 'token'],
  ['sessionid', 'session'],
  ['sessid', 'session'],
];

const personalNames: ReadonlyMap<string, SecretKind> = new Map<string, SecretKind>([
  ['email', 'email address'],
  ['emailaddress', 'email address'],
  ['useremail', 'email address'],
  ['phone', 'phone number'],
  ['phonenumber', 'phone number'],
  ['phonenumbers', 'phone number'],
  ['mobile', 'phone number'],
  ['mobilephone', 'phone number'],
  ['mobilenumber', 'phone number'],
  ['cellphone', 'phone number'],
  ['homephone', 'phone number'],
  ['workphone', 'phone number'],
  ['ssn', 'tax id'],
  ['socialsecuritynumber', 'tax id'],
  ['taxid', 'tax id'],
  ['taxidnumber', 'tax id'],
  ['taxidentifier', 'tax id'],
  ['tin', 'tax id'],
  ['ein', 'tax id'],
  ['itin', 'tax id'],
  ['accountnumber', 'account number'],
  ['accountno', 'account number'],
  ['acctnumber', 'account number'],
  ['acctno', 'account number'],
  ['acctnum', 'account number'],
  ['bankaccount', 'account number'],
  ['bankaccountnumber', 'account number'],
  ['unmaskednumber', 'account number'],
  ['iban', 'account number'],
  ['cif', 'account number'],
  ['cifnumber', 'account number'],
  ['membernumber', 'account number'],
  ['nettellerid', 'account number'],
  ['customeridentifier', 'account number'],
  ['cardnumber', 'card number'],
  ['creditcard', 'card number'],
  ['creditcardnumber', 'card number'],
  ['ccnumber', 'card number'],
  ['ccnum', 'card number'],
  ['pan', 'card number'],
  ['givenname', 'personal name'],
  ['altgivenname', 'personal name'],
  ['familyname', 'personal name'],
  ['middlename', 'personal name'],
  ['firstname', 'personal name'],
  ['lastname', 'personal name'],
  ['fullname', 'personal name'],
  ['maidenname', 'personal name'],
  ['surname', 'personal name'],
  ['nickname', 'personal name'],
  ['preferredusername', 'personal name'],
  ['preferredname', 'personal name'],
  ['cardholdername', 'personal name'],
  ['streetaddress', 'postal address'],
  ['address1', 'postal address'],
  ['address2', 'postal address'],
  ['addressline1', 'postal address'],
  ['addressline2', 'postal address'],
  ['street', 'postal address'],
  ['street1', 'postal address'],
  ['postaladdress', 'postal address'],
  ['homeaddress', 'postal address'],
  ['mailingaddress', 'postal address'],
  ['postalcode', 'postal address'],
  ['zipcode', 'postal address'],
  ['zip', 'postal address'],
  ['birthdate', 'birth date'],
  ['birthday', 'birth date'],
  ['dateofbirth', 'birth date'],
  ['dob', 'birth date'],
]);
