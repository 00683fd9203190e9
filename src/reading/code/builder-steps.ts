import type { Group } from '../content/literal.ts';
import { readBasic, readBearer, readFieldCall, readFieldsCall, readMediaType, readScheme } from './builder-fields.ts';
import type { BuilderStep, ReadStep } from './builder-step.ts';
import { readBase, readContentCall, readMethodCall, readQueryCall, readUrlCall } from './builder-urls.ts';
import type { Declarations } from './declarations.ts';
import { readCurlOptions } from './php-curl.ts';

interface StepShape {
  /** What stands before the bracket, or before the `=` of an assignment. */
  readonly callee: string;
  readonly read: ReadStep;
}

const verbs = 'Get|Post|Put|Patch|Delete|Head|Options';

/** Calls and assignments by what they tell, the most specific first. An assignment is read as a call with its value. */
const shapes: readonly StepShape[] = [
  { callee: 'curl_setopt(?:_array)?', read: readCurlOptions },
  { callee: String.raw`\.baseUrl|new RestClient|\.BaseAddress ?=|WebClient\.create`, read: readBase },
  { callee: 'AuthenticationHeaderValue', read: readScheme },
  {
    callee: String.raw`(?<![.\w])bearerAuth|(?:\.|->|::)(?:bearer_auth|setBearerAuth|withToken|bearerAuth)`,
    read: readBearer,
  },
  {
    callee: String.raw`(?:\.|->|::)(?:basic_auth|basicAuth|withBasicAuth|setBasicAuth|authorization_basic)`,
    read: readBasic,
  },
  { callee: String.raw`(?:\.|->|::)(?:headers|withHeaders|set_headers)`, read: readFieldsCall },
  {
    callee: String.raw`(?:\.|->)(?:header|addHeader|AddHeader|AddOrUpdateHeader|WithHeader|setHeader|setRequestProperty|setRequestHeader|setValue|addValue|withHeader|set|insert_header|append_header)|(?<![.\w])header|(?:Header|Headers|headers)\.(?:Set|Add|set|add|append|TryAddWithoutValidation)|\["[A-Z][\w-]{1,60}"\] ?=|\['[A-Z][\w-]{1,60}'\] ?=`,
    read: readFieldCall,
  },
  {
    callee: String.raw`(?:(?:\.|->)|(?<![.\w]))(?:contentType|ContentType|accept|setContentType)`,
    read: readMediaType,
  },
  {
    callee: String.raw`(?:\.|->)(?:method|setRequestMethod|setMethod|httpMethod ?=|Method ?=|method ?=)`,
    read: readMethodCall,
  },
  {
    callee: String.raw`(?<![.\w])setBody|(?:\.|->)(?:body|setBody|send|json|form|AddJsonBody|AddStringBody|AddBody|bodyValue|send_json|send_string|body ?=|httpBody ?=|Content ?=|form_data ?=|set_form_data|setEntity|content)`,
    read: readContentCall,
  },
  {
    callee: String.raw`(?:\.|->)(?:query|queryParam|addQueryParameter|AddQueryParameter|AddParameter|query_params)`,
    read: readQueryCall,
  },
  {
    callee: String.raw`URI\.create|new URI|new URL|\.url|\.uri|NewRequest(?:WithContext)?|HttpRequestMessage|http\.(?:Get|Post|PostForm)|(?:${verbs}|Send|GetString|PostAsJson|PutAsJson|GetFromJson)Async(?:<[\w<>[\]]{1,60}>)?|\.open|Net::HTTP(?:::\w{3,7})?(?:\.\w{2,12})?|\bURI|curl_init|URLRequest|(?:AF|Alamofire|session|AF\.session)\.request|new Http(?:${verbs})|HTTP::Request->new|RestRequest|RequestEntity\.\w{3,7}|\.(?:getForObject|getForEntity|postForObject|postForEntity|exchange|request)|HTTPoison\.(?:get|post|put|patch|delete)!?|Req\.(?:get|post|put|patch|delete)!?|(?:\.|->)(?:get|post|put|patch|delete|head|GET|POST|PUT|DELETE)`,
    read: readUrlCall,
  },
];

const callee = shapes.map(({ callee: part }) => `(?:${part})`).join('|');

/** Ruby calls without brackets. */
const rubyCall = String.raw`\b(?:RestClient|HTTParty|Faraday|Excon|HTTP)\.(?:get|post|put|patch|delete|head)`;

/** What any of the steps starts with, up to its bracket or sign. */
export const stepStarts = new RegExp(`(${callee})(?:\\(|(?<==)[ \\t]{1,4}(?=\\S)|(?<=${rubyCall}) (?=["']))`, 'g');

const compiled = shapes.map(({ callee: part, read }) => ({ pattern: new RegExp(`^(?:${part})$`), read }));

/** Whether code that builds a request may stand in the text. */
export function mayBuild(text: string): boolean {
  return (text.includes('(') || text.includes(' "') || text.includes(" '")) && mayStart.test(text);
}

const mayStart = new RegExp(`${rubyCall} |(?:curl_setopt|${shapes.at(-1)?.callee})\\(|curl_setopt_array\\(`);

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
