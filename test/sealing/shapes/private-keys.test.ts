import { describe, expect, it } from 'vitest';
import { seal } from '../../../src/sealing/seal.ts';

function sealed(text: string): string {
  return seal(text, [], { personalData: true }).text;
}

/** Bytes that start a structure in DER, filled up with others that `step` makes different. */
function der(head: string, length: number, step = 151): string {
  const bytes = [...head.matchAll(/../g)].map(([byte]) => Number.parseInt(byte, 16));
  for (let index = 0; bytes.length < length; index += 1) bytes.push((index * step + (index >> 5) * 37 + 29) % 256);
  return btoa(String.fromCharCode(...bytes));
}

function inLines(text: string): string {
  return text.replace(/.{64}/g, '$&\n');
}

const heads = [
  ['RSA, PKCS #1', '308204a4020100028201', 1192],
  ['RSA of 1,024 bits, PKCS #1', '3082025d02010002818100', 609],
  ['RSA, PKCS #8', '308204be020100300d06092a864886f70d0101010500048204', 1218],
  ['elliptic curve, PKCS #8', '308187020100301306072a8648ce3d020106082a8648ce3d030107', 138],
  ['elliptic curve, SEC 1', '3077020101042034', 121],
  ['Ed25519, PKCS #8', '302e020100300506032b6570042204201f', 48],
  ['a key store, PKCS #12', '30820a2a020103308209f0', 1400],
  ['OpenSSH', '6f70656e7373682d6b65792d763100', 400],
] as const;

describe('private keys without the lines around them', () => {
  it.each(heads)('%s', (_what, head, length) => {
    const key = der(head, length);
    const text = sealed(`see ${key} and then 401\n\n${inLines(key)}\nwhy?`);
    expect(text).toMatch(/^see ‹private key 1› and then 401\n\n‹private key 1›\n{1,2}why\?$/);
  });

  it('leaves the public key of RSA and words that start alike', () => {
    const key = der('30820122300d06092a864886f70d01010105000382010f00', 294);
    expect(sealed(`public: ${key}, MIIT and MIIOffice`)).toBe(`public: ${key}, MIIT and MIIOffice`);
  });
});

describe('private keys of other tools', () => {
  it('OpenVPN', () => {
    const block = `-----BEGIN OpenVPN Static key V1-----\n${'6acef03f62675b4b1bbd03e53b187727\n'.repeat(2)}-----END OpenVPN Static key V1-----`;
    expect(sealed(`<tls-auth>\n${block}\n</tls-auth>`)).toBe('<tls-auth>\n‹private key 1›\n</tls-auth>');
  });

  it('RSAKeyValue of .NET, but for its public part', () => {
    const xml =
      '<RSAKeyValue><Modulus>r5xN0dJ2sTq9</Modulus><P>+lWcAztLuaFPyiBe</P><D>bO00kcWQpiJMv3Ws</D></RSAKeyValue>';
    expect(sealed(xml)).toMatch(/<Modulus>r5xN0dJ2sTq9<\/Modulus><P>‹private key 1›<\/P><D>‹private key 2›<\/D>/);
    expect(sealed('<P>Paragraph</P>')).toBe('<P>Paragraph</P>');
  });

  it('leaves a certificate beside a key, both in base64 with their lines', () => {
    const key = btoa(
      `-----BEGIN PRIVATE KEY-----\n${inLines(der('308204be020100300d06092a864886f70d010101', 600))}\n-----END PRIVATE KEY-----\n`,
    );
    const certificate = btoa(
      `-----BEGIN CERTIFICATE-----\n${inLines(der('308203a1308202', 500, 89))}\n-----END CERTIFICATE-----\n`,
    );
    expect(sealed(`client-certificate-data: ${certificate}\nclient-key-data: ${key}`)).toBe(
      `client-certificate-data: ${certificate}\nclient-key-data: ‹private key 1›`,
    );
  });
});
