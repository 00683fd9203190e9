/** Where a call has its parts: `0` is its first argument, a name is an option or a keyword argument. */
export interface CallShape {
  readonly source: string;
  /** What stands before the opening bracket. A group `method` is the method; a group `client` the object it is called on. */
  readonly callee: RegExp;
  readonly method?: number;
  readonly url?: number;
  readonly content?: number;
  readonly options?: number;
  /** The argument that holds the header fields, where they are no option. */
  readonly headers?: number;
  /** Calls chained to it may add fields: `superagent.get(url).set(…)`. */
  readonly chained?: true;
}

const verbs = 'get|post|put|patch|delete|head|options';

/**
 * How JavaScript, Python, Ruby and PHP call an API, the most specific first. Options have the names that
 * `call-options.ts` knows.
 */
export const callShapes: readonly CallShape[] = [
  {
    source: 'fetch',
    callee: /^(?:window\.|globalThis\.|self\.|undici\.|node)?(?:fetch|\$fetch|ofetch|fetchImpl|request\.fetch)$/,
    url: 0,
    options: 1,
  },
  {
    source: 'axios',
    callee:
      /^(?:axios|api|client|http|instance|axiosInstance|apiClient|\$axios|this\.\$?axios|this\.http|this\.client)\.(?<method>get|delete|head|options)$/,
    url: 0,
    options: 1,
  },
  {
    source: 'axios',
    callee:
      /^(?:axios|api|client|http|instance|axiosInstance|apiClient|\$axios|this\.\$?axios|this\.http|this\.client)\.(?<method>post|put|patch)$/,
    url: 0,
    content: 1,
    options: 2,
  },
  { source: 'axios', callee: /^(?:axios|axios\.request)$/, url: 0, options: 0 },
  {
    source: 'python-requests',
    callee: new RegExp(
      `^(?:requests|httpx|session|s|client|self\\.session|self\\.client|http|sess)\\.(?<method>${verbs})$`,
    ),
    url: 0,
    options: 1,
  },
  { source: 'python-requests', callee: /^(?:requests|httpx|session|s|client)\.request$/, method: 0, url: 1 },
  { source: 'python-urllib', callee: /^(?:urllib\.request\.)?Request$/, url: 0 },
  {
    source: 'python-http.client',
    callee: /^(?:self\.)?(?:conn|connection|con|c|h)\.request$/,
    method: 0,
    url: 1,
    content: 2,
    headers: 3,
  },
  {
    source: 'got',
    callee: new RegExp(`^(?:got|ky|needle)(?:\\.(?<method>${verbs}))?$`),
    url: 0,
    options: 1,
  },
  {
    source: 'superagent',
    callee: new RegExp(`^(?:superagent|wretch|agent)(?:\\.(?<method>${verbs}))?$`),
    url: 0,
    chained: true,
  },
  { source: 'unirest', callee: /^unirest$/, method: 0, url: 1, chained: true },
  { source: 'node-https', callee: /^https?\.(?:request|get)$/, url: 0, options: 0 },
  { source: 'node-request', callee: new RegExp(`^(?:request|rp)(?:\\.(?<method>${verbs}))?$`), url: 0, options: 0 },
  { source: 'jquery', callee: /^(?:\$|jQuery)\.ajax$/, url: 0, options: 0 },
  {
    source: 'ruby',
    callee: new RegExp(`^(?:HTTParty|RestClient|Faraday|Excon|conn|connection)\\.(?<method>${verbs})$`),
    url: 0,
    options: 1,
  },
  { source: 'guzzle', callee: /^\$?[\w>-]{1,40}->request(?:Async)?$/, method: 0, url: 1, options: 2 },
  {
    source: 'guzzle',
    callee: new RegExp(`^\\$?(?:client|guzzle|http|httpClient|this->client)->(?<method>${verbs})$`),
    url: 0,
    options: 1,
  },
  { source: 'laravel', callee: new RegExp(`^Http::(?<method>${verbs})$`), url: 0, options: 1 },
];
