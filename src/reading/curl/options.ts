export interface CurlOption {
  readonly name: string;
  readonly takesValue: boolean;
}

// The options of curl 8.17.0, from the table in its `src/tool_getparam.c`; those that it dropped are kept.

/** Options that take the next word, or the rest of theirs, as `name` or `name/letter`. */
const valued = `
abstract-unix-socket alt-svc aws-sigv4 cacert capath cert/E cert-type ciphers config/K connect-timeout connect-to
continue-at/C cookie/b cookie-jar/c create-file-mode crlfile curves data/d data-ascii data-binary data-raw
data-urlencode delegation dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers doh-url dump-header/D ech egd-file
engine etag-compare etag-save expect100-timeout form/F form-string ftp-account ftp-alternative-to-user ftp-method
ftp-port/P ftp-ssl-ccc-mode happy-eyeballs-timeout-ms haproxy-clientip header/H help/h hostpubmd5 hostpubsha256 hsts
interface ip-tos ipfs-gateway json keepalive-cnt keepalive-time key key-type knownhosts krb krb4 libcurl limit-rate
local-port login-options mail-auth mail-from mail-rcpt max-filesize max-redirs max-time/m netrc-file noproxy
oauth2-bearer output/o output-dir parallel-max parallel-max-host pass pinnedpubkey preproxy proto proto-default
proto-redir proxy/x proxy-cacert proxy-capath proxy-cert proxy-cert-type proxy-ciphers proxy-crlfile proxy-header
proxy-key proxy-key-type proxy-pass proxy-pinnedpubkey proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype
proxy-tlspassword proxy-tlsuser proxy-user/U proxy1.0 pubkey quote/Q random-file range/r rate referer/e request/X
request-target resolve retry retry-delay retry-max-time sasl-authzid service-name sigalgs socks4 socks4a socks5
socks5-gssapi-service socks5-hostname speed-limit/Y speed-time/y ssl-sessions stderr telnet-option/t tftp-blksize
time-cond/z tls-max tls13-ciphers tlsauthtype tlspassword tlsuser trace trace-ascii trace-config unix-socket
upload-file/T upload-flags url url-query user/u user-agent/A variable vlan-priority write-out/w`;

/** Options that stand alone. */
const flags = `
alpn anyauth append/a basic buffer ca-native cert-status clobber compressed compressed-ssh create-dirs crlf digest
disable/q disable-eprt disable-epsv disallow-username-in-url doh-cert-status doh-insecure dump-ca-embed environment
eprt epsv fail/f fail-early fail-with-body false-start follow form-escape ftp-create-dirs ftp-pasv ftp-pret
ftp-skip-pasv-ip ftp-ssl ftp-ssl-ccc ftp-ssl-control ftp-ssl-reqd get/G globoff/g haproxy-protocol head/I http0.9
http1.0/0 http1.1 http2 http2-prior-knowledge http3 http3-only ignore-content-length include insecure/k ipv4/4 ipv6/6
junk-session-cookies/j keepalive list-only/l location/L location-trusted mail-rcpt-allowfails manual/M metalink mptcp
negotiate netrc/n netrc-optional next/: no-buffer/N npn ntlm ntlm-wb out-null parallel/Z parallel-immediate path-as-is
post301 post302 post303 progress-bar/# progress-meter proxy-anyauth proxy-basic proxy-ca-native proxy-digest
proxy-http2 proxy-insecure proxy-negotiate proxy-ntlm proxy-ssl-allow-beast proxy-ssl-auto-client-cert proxy-tlsv1
proxytunnel/p raw remote-header-name/J remote-name/O remote-name-all remote-time/R remove-on-error retry-all-errors
retry-connrefused sasl-ir sessionid show-error/S show-headers/i silent/s skip-existing socks5-basic socks5-gssapi
socks5-gssapi-nec ssl ssl-allow-beast ssl-auto-client-cert ssl-no-revoke ssl-reqd ssl-revoke-best-effort sslv2/2
sslv3/3 styled-output suppress-connect-headers tcp-fastopen tcp-nodelay tftp-no-options tls-earlydata tlsv1/1 tlsv1.0
tlsv1.1 tlsv1.2 tlsv1.3 tr-encoding trace-ids trace-time use-ascii/B verbose/v version/V wdebug xattr`;

const byName = new Map<string, CurlOption>();
const byLetter = new Map<string, CurlOption>();

for (const [table, takesValue] of [
  [valued, true],
  [flags, false],
] as const) {
  for (const row of table.trim().split(/\s+/)) {
    const [name = '', letter] = row.split('/');
    const option = { name, takesValue };
    byName.set(name, option);
    if (letter !== undefined) byLetter.set(letter, option);
  }
}

const names = [...byName.keys()].sort();

export interface NamedOption {
  readonly option: CurlOption;
  /** False behind `--no-`. */
  readonly on: boolean;
  /** Behind `--expand-`, which fills `{{name}}` from `--variable`. */
  readonly expands: boolean;
  /** Only the beginning of the name is written, which older versions of curl take. */
  readonly abbreviated: boolean;
}

/** The option of one letter, as in `-X`. */
export function optionByLetter(letter: string): CurlOption | undefined {
  return byLetter.get(letter);
}

/**
 * The option of a long name without its dashes: whole, or its beginning where only one option begins so. `--no-` turns an option off, `--expand-` is any option with a value.
 */
export function optionByName(name: string): NamedOption | undefined {
  const direct = byName.get(name);
  if (direct !== undefined) return { option: direct, on: true, expands: false, abbreviated: false };
  if (name.startsWith('no-')) {
    const whole = byName.get(name.slice(3));
    const option = whole ?? beginningWith(name.slice(3));
    if (option !== undefined && !option.takesValue)
      return { option, on: false, expands: false, abbreviated: whole === undefined };
  }
  if (name.startsWith('expand-')) {
    const option = byName.get(name.slice(7));
    if (option?.takesValue === true) return { option, on: true, expands: true, abbreviated: false };
  }
  const option = beginningWith(name);
  return option === undefined ? undefined : { option, on: true, expands: false, abbreviated: true };
}

function beginningWith(start: string): CurlOption | undefined {
  if (start.length < 2) return undefined;
  const found = names.filter((name) => name.startsWith(start));
  return found.length === 1 && found[0] !== undefined ? byName.get(found[0]) : undefined;
}
