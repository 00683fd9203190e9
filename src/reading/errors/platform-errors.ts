import { errorRecognizer } from './error-recognizer.ts';

/** Errors of platforms that make calls for people: Apps Script, Salesforce's Apex, MuleSoft; and of Perl's LWP. */
export const platformErrorsRecognizer = errorRecognizer({
  tool: 'platform',
  hint: /returned code|CalloutException|on resource '|500 Can't connect/,
  patterns: [
    {
      pattern: /Request failed for (?<url>https?:\/\/[^\s]{1,300}) returned code (?<status>[1-5]\d\d)/,
      kind: 'other',
      tool: 'apps-script',
    },
    {
      pattern:
        /HTTP (?<method>[A-Z]{3,7}) on resource '(?<url>[^'\s]{1,2000})' failed: [a-z ]{1,40}\((?<status>[1-5]\d\d)\)/,
      kind: 'other',
      tool: 'mulesoft',
    },
    {
      pattern: /HTTP (?<method>[A-Z]{3,7}) on resource '(?<url>[^'\s]{1,2000})' failed: (?<code>[A-Z][\w ]{1,40})/,
      kind: 'other',
      tool: 'mulesoft',
    },
    { pattern: /CalloutException: (?<code>Read timed out)/, kind: 'timeout', tool: 'apex' },
    {
      pattern: /CalloutException: (?<code>Unauthorized endpoint)[^\n]{0,200}?endpoint = (?<url>https?:\S{1,2000})/,
      kind: 'client',
      tool: 'apex',
    },
    { pattern: /CalloutException: (?<code>[A-Z][\w ]{2,60})/, kind: 'other', tool: 'apex' },
    {
      pattern:
        /500 Can't connect to (?<host>[^\s:]{1,255}):\d{1,5} \((?<code>[Bb]ad hostname|Name or service not known)/,
      kind: 'dns',
      tool: 'lwp',
    },
    {
      pattern:
        /500 Can't connect to (?<host>[^\s:]{1,255}):\d{1,5} \((?<code>certificate verify failed|SSL[\w ]{0,40})/,
      kind: 'tls',
      tool: 'lwp',
    },
    {
      pattern: /500 Can't connect to (?<host>[^\s:]{1,255}):\d{1,5} \((?<code>[\w ]{2,60})/,
      kind: 'connect',
      tool: 'lwp',
    },
  ],
});
