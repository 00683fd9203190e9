/** Secrets that a documentation shows, which open nothing. By where they stand. */
const published: ReadonlySet<string> = new Set([
  // RFC 6749, 6750, 7515, 7617, 7636, and OpenID Connect Core.
  ...['2YotnFZFEjr1zCsicMWpAA', 'tGzv3JOkF0XG5Qx2TlKWIA', 'SplxlOBeZQQYbYS6WxSbIA', 'gX1fBat3bV'],
  ...['czZCaGRSa3F0MzpnWDFmQmF0M2JW', 'czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3', '7Fjfp0ZBr1KtDRbnfVdmIw'],
  ...['mF_9.B5f-4.1JqM', 'SlAV32hkKG', '8xLOxBtZp8', 'i1WsRn1uB1', 'QWxhZGRpbjpvcGVuIHNlc2FtZQ==', 'open sesame'],
  'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  // docs.aws.amazon.com
  ...['wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY'],
  // docs.stripe.com
  ...['sk_test_4eC39HqLyjWDarjtT1zdp7dc', 'sk_test_BQokikJOvBiI2HlWgH4olfQ2', 'sk_test_tR3PYbcVNZZ796tH88S4VQ2u'],
  // docs.github.com
  ...['ghp_16C7e42F292c6912E7710c838347Ae178B4a', 'gho_16C7e42F292c6912E7710c838347Ae178B4a'],
  'ghu_16C7e42F292c6912E7710c838347Ae178B4a',
  // The emulators of Azure’s storage and Cosmos DB.
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
  'C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==',
]);

/** Keys of AWS that say so themselves, and the token of jwt.io about John Doe, whose number is 1234567890. */
const exemplary =
  /^A(?:KIA|SIA|IDA|ROA)[A-Z0-9]{0,16}EXAMPLE$|^[\w-]{10,200}\.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lI[\w-]{0,80}\./;

/** Whether a value is a published example, of which nobody has to be warned. */
export function isPublished(value: string): boolean {
  return published.has(value) || exemplary.test(value);
}
