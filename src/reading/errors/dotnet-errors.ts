import { errorRecognizer } from './error-recognizer.ts';

/** .NET Framework and Windows speak the language of the machine: English, German, Spanish, French. */
const inLanguages = {
  answered:
    'The remote server returned an error|Der Remoteserver hat einen Fehler zurückgegeben|Error en el servidor remoto|Le serveur distant a retourné une erreur',
  unresolved:
    'The remote name could not be resolved|Der Remotename konnte nicht aufgelöst werden|No se puede resolver el nombre remoto|Le nom distant n.a pas pu être résolu',
  unknownHost:
    'No such host is known|Name or service not known|nodename nor servname provided, or not known|Der angegebene Host ist unbekannt|Host desconocido|Hôte inconnu',
} as const;

/** Errors of .NET's HttpClient, of MSAL and IdentityModel, and of PowerShell's web cmdlets, which stand on it. */
export const dotnetErrorsRecognizer = errorRecognizer({
  tool: 'dotnet',
  hint: new RegExp(
    `Exception|Response status code does not indicate success|Invoke-(?:WebRequest|RestMethod) ?:|${Object.values(inLanguages).join('|')}`,
  ),
  patterns: [
    {
      pattern: /Response status code does not indicate success: (?<status>[1-5]\d\d) \((?<reason>[^()\n]{0,60})\)/,
      kind: 'other',
    },
    {
      pattern: new RegExp(
        `(?:${inLanguages.answered}) ?: \\((?<status>[1-5]\\d\\d)\\) (?<reason>[\\p{L}][\\p{L}\\d ]{0,40})`,
        'u',
      ),
      kind: 'other',
    },
    {
      pattern: new RegExp(`(?:${inLanguages.unknownHost})[^(\\n]{0,5} \\((?<host>[^:()\\s]{1,255})(?::\\d{1,5})?\\)`),
      kind: 'dns',
      code: 'HostNotFound',
    },
    {
      pattern: new RegExp(`(?:${inLanguages.unresolved}) ?: '(?<host>[^']{1,255})'`),
      kind: 'dns',
      code: 'NameResolutionFailure',
    },
    { pattern: /No such host is known/, kind: 'dns', code: 'HostNotFound' },
    {
      pattern:
        /The SSL connection could not be established|(?<code>AuthenticationException): .{0,60}certificate|Could not establish trust relationship/,
      kind: 'tls',
      code: 'AuthenticationException',
    },
    {
      pattern:
        /HttpRequestException: (?:Connection refused|No connection could be made)[^(\n]{0,100}(?:\((?<host>[^:()\s]{1,255})(?::\d{1,5})?\))?/,
      kind: 'connect',
      code: 'ConnectionRefused',
    },
    {
      pattern: /TaskCanceledException: The request was canceled due to the configured HttpClient\.Timeout/,
      kind: 'timeout',
      code: 'TaskCanceledException',
    },
    { pattern: /(?<code>UriFormatException): /, kind: 'url' },
    {
      pattern: /An invalid request URI was provided|Only 'http' and 'https' schemes are allowed/,
      kind: 'url',
      code: 'InvalidRequestUri',
    },
    {
      pattern: /FormatException: The format of value '[^'\n]{0,400}' is invalid/,
      kind: 'client',
      code: 'FormatException',
    },
    {
      pattern: /(?<code>SecurityToken\w{1,40}Exception|MsalServiceException|MsalUiRequiredException): /,
      kind: 'client',
    },
    { pattern: /System\.Net\.Http\.(?<code>HttpRequestException): /, kind: 'connect' },
    { pattern: /System\.Net\.(?<code>WebException): /, kind: 'connect' },
  ],
});
