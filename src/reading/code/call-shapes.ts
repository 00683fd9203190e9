import type { Group } from '../content/literal.ts';
import type { Declarations } from './declarations.ts';

/** A call as it stands in a program, and how it is read. */
export interface Call {
  /** What stands before the opening bracket. */
  readonly callee: string;
  readonly group: Group;
  readonly shape: CallShape;
  readonly declarations: Declarations;
}

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
  /** The argument that is the media type of its content. */
  readonly mediaType?: number;
  /** What its URL has to be. */
  readonly only?: RegExp;
  /** Its method, where that is always the same one. */
  readonly always?: string;
  /** How it writes an object that it sends, where it is not as a form. */
  readonly writes?: 'json';
  /** An object that a GET is given is its query. */
  readonly queries?: true;
  /** Some arguments are calls that add fields: R's `add_headers(…)`. */
  readonly configured?: true;
  /** A client of any name, so that its URL has to be an absolute one. */
  readonly isAny?: true;
  /** Calls chained to it may add fields: `superagent.get(url).set(…)`. */
  readonly chained?: true;
}

const verbs = 'get|post|put|patch|delete|head|options';

/** A method of an object of any name, but of those that other readers know. */
function ofAny(method: string): RegExp {
  return new RegExp(String.raw`^(?!(?:AF|Alamofire|HTTPoison|Req|Finch|Tesla|Unirest)\.)[\w$.]{1,80}\.${method}$`);
}

/**
 * How JavaScript, Python, Ruby and PHP call an API, the most specific first. Options have the names that
 * `call-options.ts` knows.
 */
export const callShapes: readonly CallShape[] = [
  {
    source: 'fetch',
    callee:
      /^(?:window\.|globalThis\.|self\.|undici\.|node)?(?:fetch|\$fetch|ofetch|fetchImpl|request\.fetch|use(?:Lazy)?Fetch)$/,
    url: 0,
    options: 1,
    writes: 'json',
  },
  {
    source: 'fetch',
    callee: /^(?:\w{1,20}Fetch\w{0,20}|fetch[A-Z]\w{0,20})$/,
    url: 0,
    options: 1,
    writes: 'json',
    isAny: true,
  },
  { source: 'apps-script', callee: /^UrlFetchApp\.fetch$/, url: 0, options: 1 },
  {
    source: 'axios',
    callee:
      /^(?:axios|api|client|http|instance|axiosInstance|apiClient|\$axios|this\.\$?axios|this\.http|this\.client)\.(?<method>get|delete|head|options)$/,
    url: 0,
    options: 1,
    writes: 'json',
  },
  {
    source: 'axios',
    callee:
      /^(?:axios|api|client|http|instance|axiosInstance|apiClient|\$axios|this\.\$?axios|this\.http|this\.client)\.(?<method>post|put|patch)$/,
    url: 0,
    content: 1,
    options: 2,
    writes: 'json',
  },
  { source: 'axios', callee: /^(?:axios|axios\.request|api\.request)$/, url: 0, options: 0, writes: 'json' },
  { source: 'cypress', callee: /^cy\.(?:request|api)$/, method: 0, url: 1, content: 2, writes: 'json' },
  { source: 'cypress', callee: /^cy\.(?:request|api)$/, url: 0, options: 0, content: 1, writes: 'json' },
  {
    source: 'python-requests',
    callee: new RegExp(
      `^(?:requests|httpx|session|s|client|self\\.session|self\\.client|http|sess)\\.(?<method>${verbs})$`,
    ),
    url: 0,
    options: 1,
  },
  { source: 'python-requests', callee: /^(?:requests|httpx|session|s|client)\.request$/, method: 0, url: 1 },
  { source: 'guzzle', callee: /^Request$/, method: 0, url: 1, headers: 2, content: 3 },
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
  { source: 'lua', callee: /^https?c?:request_uri$/, url: 0, options: 1 },
  // Roblox's
  { source: 'lua', callee: /^\w{1,30}:RequestAsync$/, url: 0, options: 0 },
  { source: 'erlang', callee: /^httpc:request$/, method: 0, url: 1, headers: 2, mediaType: 3, content: 4 },
  { source: 'erlang', callee: /^httpc:request$/, url: 0, always: 'GET' },
  { source: 'erlang', callee: /^(?:hackney|ibrowse):request$/, method: 0, url: 1, headers: 2, content: 3 },
  { source: 'graphql', callee: /^request$/, url: 0, headers: 3, always: 'POST', only: /graphql\/?$/ },
  {
    source: 'node-request',
    callee: new RegExp(`^(?:request|rp)(?:\\.(?<method>${verbs}))?$`),
    url: 0,
    options: 0,
    writes: 'json',
  },
  { source: 'jquery', callee: /^(?:\$|jQuery)\.ajax$/, url: 0, options: 0, queries: true },
  { source: 'jquery', callee: /^(?:\$|jQuery)\.(?<method>get|post|getJSON)$/, url: 0, content: 1, queries: true },
  {
    source: 'ruby',
    callee: new RegExp(`^(?:HTTParty|Excon)\\.(?<method>${verbs})$`),
    url: 0,
    options: 1,
  },
  { source: 'guzzle', callee: /^\$?[\w>-]{1,40}->request(?:Async)?$/, method: 0, url: 1, options: 2 },
  {
    source: 'guzzle',
    callee: new RegExp(`^\\$?(?:client|guzzle|http|httpClient|this->client)->(?<method>${verbs})(?:Async)?$`),
    url: 0,
    options: 1,
  },
  { source: 'laravel', callee: new RegExp(`^Http::(?<method>${verbs})$`), url: 0, content: 1, writes: 'json' },
  {
    source: 'graphql',
    callee: /^(?:ApolloClient|GraphQLClient|HttpLink|createHttpLink|new HttpLink)$/,
    url: 0,
    options: 0,
    always: 'POST',
  },
  {
    source: 'ruby',
    callee: new RegExp(`^(?:Faraday|conn|connection)\\.(?<method>${verbs})$`),
    url: 0,
    content: 1,
    headers: 2,
    queries: true,
    // Its middleware may add fields.
    chained: true,
  },
  { source: 'ruby', callee: /^RestClient\.(?<method>get|delete|head|options)$/, url: 0, headers: 1 },
  { source: 'ruby', callee: /^RestClient\.(?<method>post|put|patch)$/, url: 0, content: 1, headers: 2 },
  { source: 'ruby', callee: /^RestClient::Request\.(?:execute|new)$/, url: 0 },
  { source: 'wordpress', callee: /^wp_(?:safe_)?remote_(?:(?<method>get|post|head)|request)$/, url: 0, options: 1 },
  { source: 'php-stream', callee: /^(?:file_get_contents|fopen)$/, url: 0, options: 2, isAny: true },
  { source: 'httr', callee: /^(?:httr::)?VERB$/, method: 0, url: 1, configured: true },
  {
    source: 'httr',
    callee: /^(?:httr::)?(?<method>GET|POST|PUT|PATCH|DELETE|HEAD)$/,
    url: 0,
    configured: true,
    isAny: true,
  },
  { source: 'rcurl', callee: /^(?:RCurl::)?(?<method>post|get)(?:Form|URL)$/, url: 0 },
  { source: 'julia', callee: /^HTTP\.request$/, method: 0, url: 1, headers: 2, content: 3, writes: 'json' },
  {
    source: 'julia',
    callee: new RegExp(`^HTTP\\.(?<method>${verbs})$`),
    url: 0,
    headers: 1,
    content: 2,
    writes: 'json',
  },
  {
    source: 'code',
    callee: ofAny('(?<method>get|delete|head|options)'),
    url: 0,
    options: 1,
    writes: 'json',
    isAny: true,
  },
  // k6's, whose options stand behind the content.
  { source: 'k6', callee: /^http\.request$/, method: 0, url: 1, content: 2, options: 3, isAny: true },
  {
    source: 'code',
    callee: ofAny('request'),
    method: 0,
    url: 1,
    chained: true,
    isAny: true,
  },
  {
    source: 'code',
    callee: ofAny('request'),
    url: 0,
    options: 0,
    writes: 'json',
    isAny: true,
  },
  {
    source: 'code',
    callee: ofAny('(?<method>post|put|patch)'),
    url: 0,
    content: 1,
    options: 2,
    writes: 'json',
    isAny: true,
  },
];
