/** Fields that only a request has (RFC 9110, sections 10.1, 11 and 12; RFC 6265), and those of tools. */
export function isRequestField(name: string): boolean {
  return ofRequests.test(name);
}

/** Fields that only a response has (RFC 9110, sections 10.2, 11 and 15), and those of servers. */
export function isResponseField(name: string): boolean {
  return ofResponses.test(name);
}

/** Whether it can be the name of a field: names of data (`name`, `status`, `createdAt`) are no field's. */
export function isFieldName(name: string): boolean {
  return (
    ofRequests.test(name) ||
    ofResponses.test(name) ||
    /^(?:date|connection|pragma|expires|upgrade|te|via|dnt)$/i.test(name) ||
    /^[A-Za-z][A-Za-z0-9]{0,30}(?:-[A-Za-z0-9]{1,40}){1,8}$/.test(name)
  );
}

const ofRequests =
  /^(?:authorization|proxy-authorization|accept|accept-(?:encoding|language|charset)|user-agent|host|cookie|referer|origin|x-api-key|if-(?:match|none-match|modified-since)|dpop|ocp-apim-subscription-key)$/i;

const ofResponses =
  /^(?:www-authenticate|server|set-cookie|etag|location|retry-after|vary|age|allow|last-modified|x-request-id|access-control-allow-[a-z]{3,20}|strict-transport-security|x-powered-by|x-ratelimit-[a-z-]{3,20}|cf-ray|via)$/i;
