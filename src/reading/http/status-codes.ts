/**
 * Reason phrases by status code: the IANA HTTP Status Code Registry, phrases of older RFCs that servers still send, and
 * the codes that nginx, IIS and Cloudflare add.
 */
const reasons: ReadonlyMap<number, readonly string[]> = new Map([
  [100, ['Continue']],
  [101, ['Switching Protocols']],
  [102, ['Processing']],
  [103, ['Early Hints']],
  [200, ['OK']],
  [201, ['Created']],
  [202, ['Accepted']],
  [203, ['Non-Authoritative Information']],
  [204, ['No Content']],
  [205, ['Reset Content']],
  [206, ['Partial Content']],
  [207, ['Multi-Status']],
  [208, ['Already Reported']],
  [226, ['IM Used']],
  [300, ['Multiple Choices']],
  [301, ['Moved Permanently']],
  [302, ['Found', 'Moved Temporarily']],
  [303, ['See Other']],
  [304, ['Not Modified']],
  [305, ['Use Proxy']],
  [307, ['Temporary Redirect']],
  [308, ['Permanent Redirect']],
  [400, ['Bad Request']],
  [401, ['Unauthorized', 'Unauthorised', 'Authorization Required']],
  [402, ['Payment Required']],
  [403, ['Forbidden', 'Access Denied']],
  [404, ['Not Found']],
  [405, ['Method Not Allowed']],
  [406, ['Not Acceptable']],
  [407, ['Proxy Authentication Required']],
  [408, ['Request Timeout', 'Request Time-out']],
  [409, ['Conflict']],
  [410, ['Gone']],
  [411, ['Length Required']],
  [412, ['Precondition Failed']],
  [413, ['Content Too Large', 'Payload Too Large', 'Request Entity Too Large']],
  [414, ['URI Too Long', 'Request-URI Too Long', 'Request-URI Too Large']],
  [415, ['Unsupported Media Type']],
  [416, ['Range Not Satisfiable', 'Requested Range Not Satisfiable']],
  [417, ['Expectation Failed']],
  [418, ["I'm a teapot"]],
  [421, ['Misdirected Request']],
  [422, ['Unprocessable Content', 'Unprocessable Entity']],
  [423, ['Locked']],
  [424, ['Failed Dependency']],
  [425, ['Too Early']],
  [426, ['Upgrade Required']],
  [428, ['Precondition Required']],
  [429, ['Too Many Requests']],
  [431, ['Request Header Fields Too Large', 'Request Header Or Cookie Too Large']],
  [451, ['Unavailable For Legal Reasons']],
  [495, ['SSL Certificate Error']],
  [496, ['SSL Certificate Required']],
  [499, ['Client Closed Request']],
  [500, ['Internal Server Error', 'Server Error']],
  [501, ['Not Implemented']],
  [502, ['Bad Gateway']],
  [503, ['Service Unavailable', 'Service Temporarily Unavailable']],
  [504, ['Gateway Timeout', 'Gateway Time-out']],
  [505, ['HTTP Version Not Supported']],
  [506, ['Variant Also Negotiates']],
  [507, ['Insufficient Storage']],
  [508, ['Loop Detected']],
  [510, ['Not Extended']],
  [511, ['Network Authentication Required']],
  [520, ['Web Server Returned an Unknown Error']],
  [521, ['Web Server Is Down']],
  [522, ['Connection Timed Out']],
  [523, ['Origin Is Unreachable']],
  [524, ['A Timeout Occurred']],
  [525, ['SSL Handshake Failed']],
  [526, ['Invalid SSL Certificate']],
]);

/** The phrase for `status` that `text` starts with, as it stands there, whatever its case, also one of several. */
export function reasonAtStart(status: number, text: string): string | undefined {
  const starts = reasons.get(status)?.map((phrase) => text.slice(0, phrase.length)) ?? [];
  return starts.find((start) => isReason(status, start) && !/^(?!s(?![a-z]))[a-z]/i.test(text.slice(start.length)));
}

/** The phrase for `status` that `text` ends with, as it stands there. */
export function reasonAtEnd(status: number, text: string): string | undefined {
  const ends = reasons.get(status)?.map((phrase) => text.slice(Math.max(0, text.length - phrase.length))) ?? [];
  return ends.find((end) => isReason(status, end) && !/[a-z]$/i.test(text.slice(0, text.length - end.length)));
}

function isReason(status: number, text: string): boolean {
  return reasons.get(status)?.some((phrase) => phrase.toLowerCase() === text.toLowerCase()) ?? false;
}

/** The first phrase that the registry has for `status`. */
export function reasonOf(status: number): string | undefined {
  return reasons.get(status)?.[0];
}
