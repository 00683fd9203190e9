/** A date, a version, a path; names of words; ids that tell by their form what they are; hosts and files. */
const own = [
  String.raw`\d{4}-\d\d-\d\d`,
  String.raw`v?\d{1,4}(?:\.\d{1,6}){1,4}\b`,
  String.raw`\.{0,2}\/[a-z]{2,60}(?![A-Za-z+=])|~\/`,
  '[a-z]{2,20}(?:[._-][a-z]{3,20}){1,8}(?![A-Za-z0-9])',
  // Stripe's and others' kinds of things, Kubernetes' pods, AWS' resources and requests, Cloudflare's requests, W3C's traces.
  '[a-z]{2,6}_',
  '[a-z]{3,20}(?:-[a-z]{3,20}){0,4}-[a-z0-9]{8,10}-[a-z0-9]{5}$',
  '[a-z]{1,8}-[0-9a-f]{8,17}$',
  '1-[0-9a-f]{8}-[0-9a-f]{24}',
  '[0-9a-f]{16}-[A-Z]{3}$',
  '00-[0-9a-f]{32}-',
  // A ULID.
  '[0-7][0-9A-HJKMNP-TV-Z]{25}$',
];
const ownStart = new RegExp(`^(?:${own.join('|')})`);

const hostOrFile =
  /\.(?:com|net|org|io|dev|internal|local|svc|json|ya?ml|txt|[jt]sx?|py|java|html?|xml|log|md|sh|pem|key|crt|conf|go|rb|php|csv)$/;

/** Whether a text at the start of a line tells what it is, and so is no rest of what stands above. */
export function isOfItsOwn(text: string): boolean {
  return ownStart.test(text) || hostOrFile.test(text);
}
