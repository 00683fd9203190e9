import { errorRecognizer } from './error-recognizer.ts';

/** The URL that an NSError's user information has behind the code, wherever it stands there. */
const failing = String.raw`[^\n]{0,2000}?(?:NSErrorFailingURL(?:String)?Key=(?<url>https?:[^\s,}]{1,2000})|$)`;

const domain = '(?:NSURLErrorDomain Code=|NSURLErrorDomain error |NSURLErrorDomain:)';

/**
 * Errors of Apple's URLSession, by their codes in `NSURLErrorDomain`
 * (https://developer.apple.com/documentation/foundation/urlerror/code).
 */
export const appleErrorsRecognizer = errorRecognizer({
  tool: 'urlsession',
  hint: /NSURLErrorDomain|kCFErrorDomain/,
  patterns: [
    { pattern: new RegExp(`${domain}(?<code>-1003|-1006)${failing}`), kind: 'dns' },
    { pattern: new RegExp(`${domain}(?<code>-1001)${failing}`), kind: 'timeout' },
    { pattern: new RegExp(`${domain}(?<code>-100[49]|-1018)${failing}`), kind: 'connect' },
    { pattern: new RegExp(`${domain}(?<code>-1005)${failing}`), kind: 'reset' },
    { pattern: new RegExp(`${domain}(?<code>-120\\d|-1022)${failing}`), kind: 'tls' },
    { pattern: new RegExp(`${domain}(?<code>-100[02])${failing}`), kind: 'url' },
    { pattern: new RegExp(`${domain}(?<code>-1007)${failing}`), kind: 'redirects' },
    { pattern: new RegExp(`${domain}(?<code>-\\d{1,5})${failing}`), kind: 'other' },
  ],
});
