import { type Scan, take } from '../scan.ts';

/** A ticket of Kerberos is the longest. */
const longestHash = 4_100;

/** Hashes of passwords (crypt(3), `htpasswd`, Cisco, WordPress, Kerberos), which can be tried out. */
const passwordHash =
  /^\$(?:2[abxy]?\$\d\d\$[./A-Za-z0-9]{53}|krb5(?:asrep|tgs|pa)\$\d\d?\$[^\s"'<>]{40,4000}|[89]\$[./A-Za-z0-9]{8,20}\$[./A-Za-z0-9]{43}|[PH]\$[./A-Za-z0-9]{31}|pbkdf2(?:-sha\d{1,3})?\$\d{1,8}\$[./A-Za-z0-9]{1,64}\$[./A-Za-z0-9]{20,90}|apr1\$[^$\s]{1,8}\$[./A-Za-z0-9]{22}|[156]\$(?:rounds=\d{1,9}\$)?[^$\s]{1,40}\$[./A-Za-z0-9]{22,86}|argon2(?:id|i|d)\$[\w$=,+/.]{20,200}|y\$[./A-Za-z0-9]{1,20}\$[./A-Za-z0-9]{8,86}\$[./A-Za-z0-9]{43})/;

/** What Ansible encrypts with a password, which can be tried out. */
const vault =
  /^\$ANSIBLE_VAULT;[^\r\n]{1,60}\r?\n(?=[ \t]{0,20}[0-9a-f]{8})(?:[ \t]{0,20}[0-9a-f]{2,200}(?:\r?\n|$)){1,400}/;

/** What a dollar sign at `index` starts: the hash of a password, or an Ansible vault. Returns where to read on. */
export function takeHash(scan: Scan, index: number): number {
  if (scan.text.startsWith('ANSIBLE_', index + 1)) return atVault(scan, index);
  if (!'125ay6k89PHp'.includes(scan.text.charAt(index + 1))) return index + 1;
  const hash = passwordHash.exec(scan.text.slice(index, index + longestHash))?.[0];
  if (hash === undefined) return index + 1;
  take(scan, index, index + hash.length, 'password');
  return index + hash.length;
}

/** A password's hash as MySQL keeps it, whose star stands at `index`. Returns where to read on. */
export function takeStarredHash(scan: Scan, index: number): number {
  const { text } = scan;
  if (!/^\*[0-9A-F]{40}(?!\w)/.test(text.slice(index, index + 42))) return index + 1;
  take(scan, index, index + 41, 'password');
  return index + 41;
}

/** What Windows sends for a password, which can be tried out: `bob::CORP:1122334455667788:…:…`. */
const response =
  /^::[\w.-]{0,32}:((?:[0-9a-f]{16}:[0-9a-f]{32}:[0-9a-f]{32,2000}|[0-9a-f]{48}:[0-9a-f]{48}:[0-9a-f]{16}))(?!\w)/i;

/** The response of NTLM to a challenge, whose first colon stands at `index`. Returns where to read on. */
export function takeResponse(scan: Scan, index: number): number | undefined {
  const found = response.exec(scan.text.slice(index, index + 2_200));
  if (found?.[1] === undefined) return undefined;
  const end = index + found[0].length;
  take(scan, end - found[1].length, end, 'password');
  return end;
}

function atVault(scan: Scan, index: number): number {
  const found = vault.exec(scan.text.slice(index, index + 34_000))?.[0].trimEnd();
  if (found === undefined) return index + 1;
  take(scan, index + found.indexOf('\n') + 1, index + found.length, 'secret');
  return index + found.length;
}
