// Names that say nothing of the value under them, but that a secret stands beside it.

/** Members and attributes that hold a name whose value stands beside them: HAR, Postman, HTML, multipart. */
const nameMembers: ReadonlySet<string> = new Set([
  'name',
  'key',
  'header',
  'field',
  'param',
  'parameter',
  'variable',
  'type',
  'parameterkey',
  'system',
  'id',
  'path',
  'settingname',
  'keyname',
]);

/** Whether a name under this one has its value beside it. */
export function isNameMember(name: string): boolean {
  return nameMembers.has(name);
}

/** `kty`, `jwk.kty`, `Kty`: what tells that a JSON Web Key stands here, whatever it is written in. */
export function isKeyType(name: string): boolean {
  return /(?:^|[._-])kty$/i.test(name);
}
