import type { Group } from '../content/literal.ts';
import {
  readBasic,
  readBearer,
  readFieldCall,
  readFieldsCall,
  readKnownField,
  readMediaType,
  readScheme,
} from './builder-fields.ts';
import {
  readContentCall,
  readMethodCall,
  readParameterCall,
  readPathCall,
  readQueryCall,
  readSegmentCall,
  readUrlPart,
} from './builder-parts.ts';
import type { BuilderStep, ReadStep } from './builder-step.ts';
import { readBase, readUrlCall } from './builder-urls.ts';
import type { Declarations } from './declarations.ts';
import { readCurlOptions, readFieldLine } from './php-curl.ts';
import { readEndpoint } from './rtk-query.ts';

interface StepShape {
  /** What stands before the bracket, or before the `=` of an assignment. */
  readonly callee: string;
  readonly read: ReadStep;
}

const verbs = 'Get|Post|Put|Patch|Delete|Head|Options';

/** Calls and assignments by what they tell, the most specific first. An assignment is read as a call with its value. */
const shapes: readonly StepShape[] = [
  { callee: 'curl_setopt(?:_array)?|curl_easy_setopt', read: readCurlOptions },
  {
    callee: String.raw`\.(?:baseUrl|baseURL|baseUri|rootUri|basePath)|defaultRequest ?\{\s{0,200}url|\bbasePath ?=|new RestClient(?:Options)?|\b(?:BaseAddress|BaseUrl|baseURI|BaseURL) ?:?=|(?:WebClient|RestClient)\.create|RestService\.For<\w{1,60}>`,
    read: readBase,
  },
  { callee: '@FeignClient|fetchBaseQuery', read: readBase },
  { callee: String.raw`\bquery: ?\(?[\w{}, ]{0,60}\)? ?=>`, read: readEndpoint },
  { callee: '@Headers', read: readFieldsCall },
  { callee: 'curl_slist_append', read: readFieldLine },
  { callee: String.raw`AuthenticationHeaderValue|(?<![.\w])Authorization|Credentials\.Token`, read: readScheme },
  {
    callee: String.raw`(?<![.\w])(?:bearerAuth|req_auth_bearer_token)|(?:\.|->|::)(?:bearer_auth|setBearerAuth|withToken|bearerAuth|auth\.bearer|oauth2|WithOAuthBearerToken|bearerToken|setAuthToken|SetAuthToken)`,
    read: readBearer,
  },
  {
    callee: String.raw`(?<![.\w])(?:req_auth_basic|authenticate)|(?:\.|->|::)(?:basic_auth|basicAuth|withBasicAuth|setBasicAuth|SetBasicAuth|authorization_basic|WithBasicAuth|auth\.basic|basic)`,
    read: readBasic,
  },
  {
    callee: String.raw`(?:\.|->|\b)(?:(?:authorization|accept|contentType|userAgent)Header|acceptJson|accept_json|asForm|asJson|content_type_json|req_user_agent|auth|user_agent)`,
    read: readKnownField,
  },
  {
    callee: String.raw`\bsetAllHTTPHeaderFields:|(?<![.\w])(?:req_headers|add_headers)|(?:\.|->|::)(?:headers|withHeaders|set_headers|headers\.(?:addAll|putAll)|WithHeaders|AddHeaders|setHeaders|SetHeaders|(?:allHTTPHeaderFields|headers|Headers|Header) ?=)`,
    read: readFieldsCall,
  },
  {
    callee: String.raw`\b(?:set|add)Value:|(?:\.|->)(?:header|defaultHeader|addHeader|AddHeader|AddDefaultHeader|AddOrUpdateHeader|WithHeader|setHeader|SetHeader|add_header|setRequestProperty|[sS]etRequestHeader|setValue|addValue|withHeader|set|insert_header|append_header)|(?<![.\w])header|(?:Header|Headers|headers)\.(?:Set|Add|set|add|append|insert|TryAddWithoutValidation|AddValue)|(?<![.\w])append|\["[A-Z][\w-]{1,60}"\] ?=|\['[A-Z][\w-]{1,60}'\] ?:?=|\[HttpRequestHeader\.[A-Z]\w{2,40}\] ?=`,
    read: readFieldCall,
  },
  {
    callee: String.raw`(?:(?:\.|->)|(?<![.\w]))(?:contentType|ContentType(?: ?:?=)?|Accept ?:=|accept|setContentType|content_type)|\.request|Headers\.Accept\.Add`,
    read: readMediaType,
  },
  {
    callee: String.raw`\bsetHTTPMethod:|(?<![.\w])req_method|(?:\.|->)(?:method|(?:setRequest|setHttp|set|Set)Method|httpMethod ?=|HTTPMethod ?=|[mM]ethod ?:?=|requestMethod ?=)`,
    read: readMethodCall,
  },
  {
    callee: String.raw`\bsetHTTPBody:|(?<![.\w])(?:setBody|req_body_(?:json|form|raw))|(?:\.|->)(?:body|[sS]etBody|[sS]end|json|form|AddJsonBody|AddStringBody|AddBody|bodyValue|send_json|send_string|body ?=|data ?=|httpBody ?=|HTTPBody ?=|Content ?=|form_data ?=|set_form_data|setEntity|entity|content|write|writeBytes|setRequestBody|end)|(?<![.\w])HttpEntity(?:<[\w<>, ]{0,60}>)?`,
    read: readContentCall,
  },
  {
    callee: String.raw`(?<![.\w])req_url_path_append|\.(?:path|AppendPathSegments?|appendPathSegments?|addPathSegments?|pathSegment)`,
    read: readPathCall,
  },
  {
    callee: String.raw`\.(?:scheme|host|port|path|percentEncodedPath|Scheme|Host|Port|Path) ?=`,
    read: readUrlPart,
  },
  {
    callee: String.raw`\.(?:AddUrlSegment|routeParam|pathParam|SetPathParam|resolveTemplate)`,
    read: readSegmentCall,
  },
  { callee: String.raw`\.(?:AddParameter|field)`, read: readParameterCall },
  {
    callee: String.raw`(?<![.\w])(?:req_url_query|parameter)|(?:\.|->)(?:query|query ?=|queryItems ?=|params ?=|queryParam|queryParams|addQueryParameter|AddQueryParameter|query_params|queryString|SetQueryParams?)|parameters\.append`,
    read: readQueryCall,
  },
  {
    callee: String.raw`\bURLWithString:|\b(?:GET|POST|PUT|PATCH|DELETE|HEAD):|URI\.create|new URI|new URL|\.url|\.uri|\.target|fromHttpUrl|fromUriString|URLComponents|(?:\.|->)set(?:Url|Uri|URI|Endpoint|RequestUrl)|\.Resource ?:=|NewRequest(?:WithContext)?|HttpRequestMessage|http\.(?:Get|Post|PostForm|Request|MultipartRequest)|(?:${verbs}|Send|(?:Get|Post|Put|Patch)(?:Json|UrlEncoded|Stream|Bytes|String)|PostAsJson|PutAsJson|PatchAsJson|GetFromJson)Async(?:<[\w<>[\]]{1,60}>)?|\.[oO]pen|Net::HTTP(?:::\w{3,7})?(?:\.\w{2,12})?|\bURI|curl_init|URLRequest|(?:AF|Alamofire|session|AF\.session)\.request|new Http(?:${verbs})|new Request|HTTP::Request->new|RestRequest|RequestEntity\.\w{3,7}|\.(?:getForObject|getForEntity|postForObject|postForEntity|exchange|request)|HTTPoison\.(?:get|post|put|patch|delete)!?|Req\.(?:get|post|put|patch|delete)!?|Finch\.build|WebRequest\.Create|\.(?:Download|Upload)String(?:Async|TaskAsync)?|(?:\.|->|::)(?:get|post|put|patch|delete|head|GET|POST|PUT|DELETE)|(?:\.|->)(?:Get|Post|Put|Patch|Delete)|@(?:Get|Post|Put|Patch|Delete)Mapping|@(?:GET|POST|PUT|PATCH|DELETE)|\[(?:Get|Post|Put|Patch|Delete)`,
    read: readUrlCall,
  },
];

const callee = shapes.map(({ callee: part }) => `(?:${part})`).join('|');

/** Ruby's calls without brackets, and Visual Basic's. */
const bareCall = String.raw`\b(?:RestClient|HTTParty|Faraday|Excon|HTTP)\.(?:get|post|put|patch|delete|head) (?=["'])|\.(?:[oO]pen|[sS]etRequestHeader) (?=")|\.[sS]end (?=["\w])`;

/** Go breaks its lines behind the dots. */
function acrossLines(part: string): string {
  return part.replaceAll('(?:\\.|->', '(?:\\.(?:\\n\\s{0,80})?|->');
}

/** What any of the steps starts with, up to its bracket, its sign or its first argument. */
export const stepStarts = new RegExp(
  `(${acrossLines(callee)})(?:\\(|(?<=\\w:) ?(?=[@\\[\\w"])|(?<==)[ \\t]{1,4}(?=\\S)|(?<==>) ?(?=["'\`(])| (?<=${bareCall}))`,
  'g',
);

const compiled = shapes.map(({ callee: part, read }) => ({ pattern: new RegExp(`^(?:${part})$`), read }));

/** Whether code that builds a request may stand in the text. */
export function mayBuild(text: string): boolean {
  return (
    (text.includes('(') || text.includes(' "') || text.includes(" '") || text.includes('@"')) && mayStart.test(text)
  );
}

const mayStart = new RegExp(
  `${bareCall}|(?:curl_setopt|curl_setopt_array|curl_easy_setopt|${acrossLines(shapes.at(-1)?.callee ?? '')})\\(|\\b(?:BaseAddress|BaseURL) ?:?=|URLWithString:|\\bfetchBaseQuery\\(|(?:GET|POST):@`,
);

/** What a call tells, in the order in which it tells it. */
export function readSteps(name: string, call: Group, declarations: Declarations): readonly BuilderStep[] {
  for (const { pattern, read } of compiled) {
    const told = pattern.test(name) ? read(name, call, declarations) : undefined;
    if (told !== undefined) return isSeveral(told) ? told : [told];
  }
  return [];
}

function isSeveral(read: BuilderStep | readonly BuilderStep[]): read is readonly BuilderStep[] {
  return Array.isArray(read);
}
