import { httpieRecognizer } from './callers/httpie.ts';
import { powershellRecognizer } from './callers/powershell.ts';
import { wgetRecognizer } from './callers/wget.ts';
import { wgetDebugRecognizer } from './callers/wget-debug.ts';
import { anyCodeRecognizer } from './code/any-code.ts';
import { buildersRecognizer } from './code/builders.ts';
import { callsRecognizer } from './code/calls.ts';
import { clojureRecognizer } from './code/clojure.ts';
import { karateRecognizer } from './code/karate.ts';
import { robotRecognizer } from './code/robot.ts';
import { curlRecognizer } from './curl/curl.ts';
import { appleErrorsRecognizer } from './errors/apple-errors.ts';
import { browserErrorsRecognizer } from './errors/browser-errors.ts';
import { curlFailureRecognizer } from './errors/curl-failure.ts';
import { dartErrorsRecognizer } from './errors/dart-errors.ts';
import { dotnetErrorsRecognizer } from './errors/dotnet-errors.ts';
import { elixirErrorsRecognizer } from './errors/elixir-errors.ts';
import { goErrorsRecognizer } from './errors/go-errors.ts';
import { grpcErrorsRecognizer } from './errors/grpc-errors.ts';
import { javaErrorsRecognizer } from './errors/java-errors.ts';
import { nodeErrorsRecognizer } from './errors/node-errors.ts';
import { openidClientErrorsRecognizer } from './errors/openid-client-errors.ts';
import { phpErrorsRecognizer } from './errors/php-errors.ts';
import { platformErrorsRecognizer } from './errors/platform-errors.ts';
import { pythonErrorsRecognizer } from './errors/python-errors.ts';
import { rubyErrorsRecognizer } from './errors/ruby-errors.ts';
import { rustErrorsRecognizer } from './errors/rust-errors.ts';
import { brunoRecognizer } from './http/bruno.ts';
import { flattenedMessageRecognizer } from './http/flattened-message.ts';
import { httpRequestRecognizer } from './http/http-request.ts';
import { httpResponseRecognizer } from './http/http-response.ts';
import { jsonContentRecognizer } from './http/json-content.ts';
import { looseFieldsRecognizer } from './http/loose-fields.ts';
import { markupContentRecognizer } from './http/markup-content.ts';
import { pseudoHeadersRecognizer } from './http/pseudo-headers.ts';
import { reasonInWordsRecognizer, statusInWordsRecognizer } from './http/status-in-words.ts';
import { oauthUrlRecognizer, urlRecognizer } from './http/url.ts';
import { accessLogRecognizer } from './logs/access-log.ts';
import { describedAnswersRecognizer } from './logs/described-answers.ts';
import { dotnetMessageRecognizer } from './logs/dotnet-message.ts';
import { firefoxPanelRecognizer } from './logs/firefox-panel.ts';
import { inspectedMessageRecognizer } from './logs/inspected-message.ts';
import { labelledLinesRecognizer } from './logs/labelled-lines.ts';
import { logfmtRecognizer } from './logs/logfmt.ts';
import { markupRecordsRecognizer } from './logs/markup-records.ts';
import { networkPanelRecognizer } from './logs/network-panel.ts';
import { okhttpRecognizer } from './logs/okhttp.ts';
import { printedMapsRecognizer } from './logs/printed-maps.ts';
import { printedObjectsRecognizer } from './logs/printed-objects.ts';
import { tableRowsRecognizer } from './logs/table-rows.ts';
import { yamlRequestsRecognizer } from './logs/yaml-requests.ts';
import { datesInWordsRecognizer } from './prose/dates-in-words.ts';
import { errorCodesInWordsRecognizer } from './prose/error-codes-in-words.ts';
import { namedValuesRecognizer } from './prose/named-values.ts';
import { requestInWordsRecognizer } from './prose/request-in-words.ts';
import type { Recognizer } from './recognizer.ts';
import { curlVerboseRecognizer } from './traces/curl-verbose.ts';
import { numberedLinesRecognizer } from './traces/numbered-lines.ts';
import { traceAsciiRecognizer } from './traces/trace-ascii.ts';
import { wireLinesRecognizer } from './traces/wire-lines.ts';

/**
 * Every shape that is read, the most specific first: each is asked only about the stretches that none before it
 * claimed. What a program wrote comes before messages, messages before data on its own, and words last.
 */
export const recognizers: readonly Recognizer[] = [
  markupRecordsRecognizer,
  curlVerboseRecognizer,
  traceAsciiRecognizer,
  wireLinesRecognizer,
  numberedLinesRecognizer,
  wgetDebugRecognizer,
  clojureRecognizer,
  karateRecognizer,
  robotRecognizer,
  callsRecognizer,
  buildersRecognizer,
  curlFailureRecognizer,
  powershellRecognizer,
  curlRecognizer,
  httpieRecognizer,
  wgetRecognizer,
  okhttpRecognizer,
  brunoRecognizer,
  networkPanelRecognizer,
  firefoxPanelRecognizer,
  dotnetMessageRecognizer,
  inspectedMessageRecognizer,
  tableRowsRecognizer,
  describedAnswersRecognizer,
  printedObjectsRecognizer,
  yamlRequestsRecognizer,
  printedMapsRecognizer,
  labelledLinesRecognizer,
  logfmtRecognizer,
  accessLogRecognizer,
  openidClientErrorsRecognizer,
  grpcErrorsRecognizer,
  pythonErrorsRecognizer,
  appleErrorsRecognizer,
  dartErrorsRecognizer,
  javaErrorsRecognizer,
  goErrorsRecognizer,
  dotnetErrorsRecognizer,
  rubyErrorsRecognizer,
  phpErrorsRecognizer,
  rustErrorsRecognizer,
  elixirErrorsRecognizer,
  platformErrorsRecognizer,
  nodeErrorsRecognizer,
  browserErrorsRecognizer,
  flattenedMessageRecognizer,
  httpRequestRecognizer,
  httpResponseRecognizer,
  pseudoHeadersRecognizer,
  looseFieldsRecognizer,
  anyCodeRecognizer,
  oauthUrlRecognizer,
  markupContentRecognizer,
  jsonContentRecognizer,
  namedValuesRecognizer,
  requestInWordsRecognizer,
  urlRecognizer,
  statusInWordsRecognizer,
  reasonInWordsRecognizer,
  errorCodesInWordsRecognizer,
  datesInWordsRecognizer,
];
