import { expect, test } from 'vitest';
import { readPaste } from '../../../src/reading/read.ts';
import { telling } from './telling.ts';

/** What chats, mails, editors, terminals and cameras do to one command, by what did it. */
const damaged: readonly { readonly name: string; readonly pasted: string; readonly told: readonly string[] }[] = [
  {
    name: 'slack link',
    pasted: "curl -X POST '<https://api.example.com/v1/users?x=1&amp;y=2>' -H 'Accept: application/json'",
    told: [
      '> POST https://api.example.com/v1/users?x=1&y=2',
      '  Accept: application/json',
      '~ slack-links',
      '~ slack-escapes',
    ],
  },
  {
    name: 'slack link label',
    pasted: "curl -X POST <https://api.example.com/v1/users|api.example.com/v1/users> -H 'Accept: application/json'",
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json', '~ slack-links'],
  },
  {
    name: 'slack smart quotes',
    pasted: 'curl -X POST “https://api.example.com/v1/users” -H ‘Accept: application/json’ -d ‘{“name”:“Jo”}’',
    told: [
      '> POST https://api.example.com/v1/users',
      '  Accept: application/json',
      '  Content-Type: application/x-www-form-urlencoded',
      '  json {"name":"Jo"}',
      '~ curly-quotes',
    ],
  },
  {
    name: 'slack fence one line',
    pasted: "```curl -X POST https://api.example.com/v1/users -H 'Accept: application/json'```",
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json', '~ code-fences'],
  },
  {
    name: 'slack quote prefix',
    pasted:
      "&gt; curl -X POST https://api.example.com/v1/users \\\n&gt;   -H 'Accept: application/json'\n&gt; HTTP/1.1 401 Unauthorized",
    told: [
      '> POST https://api.example.com/v1/users',
      '  Accept: application/json',
      '< 401 Unauthorized',
      '~ slack-escapes',
      '~ quote-prefixes',
    ],
  },
  {
    name: 'slack bullets',
    pasted: "• curl -X POST https://api.example.com/v1/users -H 'Accept: application/json'\n• HTTP/1.1 403 Forbidden",
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json', '< 403 Forbidden', '~ list-marks'],
  },
  {
    name: 'numbered',
    pasted: "1. curl -X POST https://api.example.com/v1/users -H 'Accept: application/json'\n2. I get 403 Forbidden",
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json', '< 403 Forbidden'],
  },
  {
    name: 'emoji shortcode',
    pasted: 'curl -X POST https://api.example.com/v1/users -d \'{"a":"x"}\' :x: 401 :cry:',
    told: [
      '> POST https://api.example.com/v1/users',
      '  Content-Type: application/x-www-form-urlencoded',
      '  json {"a":"x"}',
      '< 401',
    ],
  },
  {
    name: 'joined lines',
    pasted:
      'curl -X POST https://api.example.com/v1/users \\   -H \'Accept: application/json\' \\   -d \'{"name":"Jo"}\'',
    told: [
      '> POST https://api.example.com/v1/users',
      '  Accept: application/json',
      '  Content-Type: application/x-www-form-urlencoded',
      '  json {"name":"Jo"}',
      '~ lost-line-break',
    ],
  },
  {
    name: 'lost backslashes',
    pasted: 'curl -X POST https://api.example.com/v1/users\n  -H \'Accept: application/json\'\n  -d \'{"name":"Jo"}\'',
    told: [
      '> POST https://api.example.com/v1/users',
      '  Accept: application/json',
      '  Content-Type: application/x-www-form-urlencoded',
      '  json {"name":"Jo"}',
      '~ lost-backslash',
    ],
  },
  {
    name: 'lost backslashes noindent',
    pasted: 'curl -X POST https://api.example.com/v1/users\n-H \'Accept: application/json\'\n-d \'{"name":"Jo"}\'',
    told: [
      '> POST https://api.example.com/v1/users',
      '  Accept: application/json',
      '  Content-Type: application/x-www-form-urlencoded',
      '  json {"name":"Jo"}',
      '~ lost-backslash',
    ],
  },
  {
    name: 'backslash blank',
    pasted: "curl -X POST https://api.example.com/v1/users \\ \n  -H 'Accept: application/json' \\ \n  -d 'a=b'",
    told: [
      '> POST https://api.example.com/v1/users',
      '  Accept: application/json',
      '  Content-Type: application/x-www-form-urlencoded',
      '  form a=b',
      '~ blank-after-backslash',
    ],
  },
  {
    name: 'blank lines between',
    pasted: "curl -X POST https://api.example.com/v1/users \\\n\n  -H 'Accept: application/json' \\\n\n  -d 'a=b'",
    told: [
      '> POST https://api.example.com/v1/users',
      '  Accept: application/json',
      '  Content-Type: application/x-www-form-urlencoded',
      '  form a=b',
      '~ lost-backslash',
    ],
  },
  {
    name: 'en dash long',
    pasted: "curl –X POST https://api.example.com/v1/users –H 'Accept: application/json' –data 'a=b'",
    told: [
      '> POST https://api.example.com/v1/users',
      '  Accept: application/json',
      '  Content-Type: application/x-www-form-urlencoded',
      '  form a=b',
      '~ long-dashes',
    ],
  },
  {
    name: 'em dash',
    pasted:
      "curl —location —request POST 'https://api.example.com/v1/users' —header 'Accept: application/json' —data-raw 'a=b'",
    told: [
      '> POST https://api.example.com/v1/users',
      '  Accept: application/json',
      '  Content-Type: application/x-www-form-urlencoded',
      '  form a=b',
      '~ long-dashes',
    ],
  },
  {
    name: 'nbsp',
    pasted: "curl\u00a0-X\u00a0POST\u00a0https://api.example.com/v1/users\u00a0-H\u00a0'Accept:\u00a0application/json'",
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json', '~ wide-spaces'],
  },
  {
    name: 'zero width',
    pasted: "curl -X POST https://api.example.com/v1/\u200busers -H 'Authorization: Bearer\u200b abc\ufeff'",
    told: [
      '> POST https://api.example.com/v1/users',
      '  Authorization: Bearer ‹access token 1›',
      '~ invisible-characters',
    ],
  },
  {
    name: 'full width',
    pasted: 'curl -X POST https：//api.example.com/v1/users -H ＇Accept: application/json＇ －d ＂a=b＂',
    told: [
      '> POST https://api.example.com/v1/users',
      '  Accept: application/json',
      '  Content-Type: application/x-www-form-urlencoded',
      '  form a=b',
      '~ full-width',
      '~ curly-quotes',
    ],
  },
  {
    name: 'crlf bom',
    pasted: "\ufeffcurl -X POST https://api.example.com/v1/users \\\r\n  -H 'Accept: application/json'\r\n",
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json', '~ invisible-characters'],
  },
  {
    name: 'tabs',
    pasted: "curl\t-X\tPOST\thttps://api.example.com/v1/users\t-H\t'Accept: application/json'",
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json'],
  },
  {
    name: 'ansi',
    pasted:
      '\u001b[32mPOST\u001b[0m \u001b[1mhttps://api.example.com/v1/users\u001b[0m HTTP/1.1\n\u001b[36mAccept\u001b[0m: application/json\n\n\u001b[31mHTTP/1.1 401 Unauthorized\u001b[0m',
    told: [
      '> POST https://api.example.com/v1/users',
      '  Accept: application/json',
      '< 401 Unauthorized',
      '~ terminal-colours',
    ],
  },
  {
    name: 'html entities',
    pasted:
      'curl -X POST &quot;https://api.example.com/v1/users?x=1&amp;y=2&quot; -H &#39;Accept: application/json&#39; -d &#123;&quot;a&quot;:1&#125;',
    told: [
      '> POST https://api.example.com/v1/users?x=1&y=2',
      '  Accept: application/json',
      '  Content-Type: application/x-www-form-urlencoded',
      '  json {"a":1}',
      '~ html-entities',
      '~ unquoted-json',
    ],
  },
  {
    name: 'json in json',
    pasted:
      '{"command":"curl -X POST https://api.example.com/v1/users -H \\"Accept: application/json\\" -d \\"{\\\\\\"a\\\\\\":1}\\""}',
    told: [
      '> POST https://api.example.com/v1/users',
      '  Accept: application/json',
      '  Content-Type: application/x-www-form-urlencoded',
      '  json {"a":1}',
      '~ escaped-quotes',
    ],
  },
  {
    name: 'mail quoting',
    pasted:
      "On Tue, Jo wrote:\n> > curl -X POST https://api.example.com/v1/users \\\n> >   -H 'Accept: application/json'\n> HTTP/1.1 401 Unauthorized",
    told: [
      '> POST https://api.example.com/v1/users',
      '  Accept: application/json',
      '< 401 Unauthorized',
      '~ quote-prefixes',
    ],
  },
  {
    name: 'md table kv',
    pasted:
      '| Field | Value |\n| --- | --- |\n| URL | https://api.example.com/v1/users |\n| Method | POST |\n| Status | 401 Unauthorized |',
    told: ['> POST https://api.example.com/v1/users', '< 401 Unauthorized'],
  },
  {
    name: 'ocr l',
    pasted: "curI -X POST https://api.example.com/v1/users -H 'Accept: application/json'",
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json', '~ misread-characters'],
  },
  {
    name: 'ocr digits',
    pasted: 'GET https://api.example.com/v1/users\n\nHTTP/1.1 4O1 Unauthorized',
    told: ['> GET https://api.example.com/v1/users', '< 401 Unauthorized', '~ misread-characters'],
  },
  {
    name: 'ocr spaces',
    pasted: "curl -X POST https: //api.example.com/v1/users -H 'Accept: application/json'",
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json', '~ misread-characters'],
  },
  {
    name: 'line numbers',
    pasted: "1  curl -X POST https://api.example.com/v1/users \\\n2    -H 'Accept: application/json' \\\n3    -d 'a=b'",
    told: [
      '> POST https://api.example.com/v1/users',
      '  Accept: application/json',
      '  Content-Type: application/x-www-form-urlencoded',
      '  form a=b',
      '~ line-numbers',
    ],
  },
  {
    name: 'line numbers pipe',
    pasted: "  1 | curl -X POST https://api.example.com/v1/users \\\n  2 |   -H 'Accept: application/json'",
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json', '~ line-numbers'],
  },
  {
    name: 'terminal wrap',
    pasted:
      "$ curl -X POST https://api.example.com/v1/users/12345678901234567890/accounts/12\n345/transactions -H 'Accept: application/json' -H 'Authorization: Bearer abcdef1\n234567890'",
    told: [
      '> POST https://api.example.com/v1/users/12345678901234567890/accounts/12345/transactions',
      '  Accept: application/json',
      '  Authorization: Bearer ‹access token 1›',
      '~ wrapped-lines',
    ],
  },
  {
    name: 'truncated',
    pasted: 'curl -X POST https://api.example.com/v1/users -H \'Accept: application/json\' -d \'{"name":"Jo","addr',
    told: [
      '> POST https://api.example.com/v1/users',
      '  Accept: application/json',
      '  Content-Type: application/x-www-form-urlencoded',
      '  json {"name":"Jo"}',
      '~ unclosed-quote',
    ],
  },
  {
    name: 'a token on the line below its scheme',
    pasted:
      "> curl https://api.example.com/v1/users -H 'Authorization: Bearer\n> eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl' -H 'Accept: application/json'",
    told: [
      '> GET https://api.example.com/v1/users',
      '  Authorization: Bearer ‹access token 1›',
      '  Accept: application/json',
      '~ quote-prefixes',
      '~ broken-field',
    ],
  },
  {
    name: 'truncated ellipsis',
    pasted:
      "curl -X POST https://api.example.com/v1/users -H 'Authorization: Bearer eyJhbGciOi...' -H 'Accept: application/json'",
    told: [
      '> POST https://api.example.com/v1/users',
      '  Authorization: Bearer eyJhbGciOi...',
      '  Accept: application/json',
    ],
  },
  {
    name: 'doubled',
    pasted:
      "curl -X POST https://api.example.com/v1/users -H 'Accept: application/json'\ncurl -X POST https://api.example.com/v1/users -H 'Accept: application/json'\nHTTP/1.1 401 Unauthorized",
    told: [
      '> POST https://api.example.com/v1/users',
      '  Accept: application/json',
      '> POST https://api.example.com/v1/users',
      '  Accept: application/json',
      '< 401 Unauthorized',
    ],
  },
  {
    name: 'teams',
    pasted: 'curl -X POST "https://api.example.com/v1/users" `\n-H "Accept: application/json" `\n-d "a=b"',
    told: [
      '> POST https://api.example.com/v1/users',
      '  Accept: application/json',
      '  Content-Type: application/x-www-form-urlencoded',
      '  form a=b',
    ],
  },
  {
    name: 'outlook angle',
    pasted:
      'curl -X POST https://api.example.com/v1/users<https://api.example.com/v1/users> -H "Accept: application/json"',
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json', '~ repeated-links'],
  },
  {
    name: 'md link',
    pasted:
      'curl -X POST [https://api.example.com/v1/users](https://api.example.com/v1/users) -H "Accept: application/json"',
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json', '~ repeated-links'],
  },
  {
    name: 'docs curly lone',
    pasted: 'curl -X POST https://api.example.com/v1/users -d ‘{“name”: “O’Brien”}’',
    told: [
      '> POST https://api.example.com/v1/users',
      '  Content-Type: application/x-www-form-urlencoded',
      '  json {"name":"O’Brien"}',
      '~ curly-quotes',
    ],
  },
  {
    name: 'guillemets',
    pasted: 'curl -X POST «https://api.example.com/v1/users» -H «Accept: application/json»',
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json', '~ curly-quotes'],
  },
  {
    name: 'german quotes',
    pasted: 'curl -X POST „https://api.example.com/v1/users“ -H „Accept: application/json“',
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json', '~ curly-quotes'],
  },
  {
    name: 'double backslash',
    pasted: "curl -X POST https://api.example.com/v1/users \\\\\n -H 'Accept: application/json'",
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json', '~ doubled-backslash'],
  },
  {
    name: 'escaped quotes all',
    pasted: 'curl -X POST \\"https://api.example.com/v1/users\\" -H \\"Accept: application/json\\"',
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json', '~ escaped-quotes'],
  },
  {
    name: 'u0026',
    pasted: "curl -X POST 'https://api.example.com/v1/users?x=1\\u0026y=2'",
    told: ['> POST https://api.example.com/v1/users?x=1&y=2', '~ escaped-ampersands'],
  },
  {
    name: 'quoted printable',
    pasted: "curl -X POST 'https://api.example.com/v1/users?x=3D1&y=3D2' -H 'Accept: appl=\nication/json'",
    told: ['> POST https://api.example.com/v1/users?x=1&y=2', '  Accept: application/json', '~ quoted-printable'],
  },
  {
    name: 'log prefix docker',
    pasted:
      '2024-03-05T10:12:13.123Z app-1 | > POST /v1/users HTTP/1.1\n2024-03-05T10:12:13.124Z app-1 | > Host: api.example.com\n2024-03-05T10:12:13.125Z app-1 | > \n2024-03-05T10:12:13.126Z app-1 | < HTTP/1.1 401 Unauthorized',
    told: [
      '> POST https://api.example.com/v1/users',
      '  Host: api.example.com',
      '< 401 Unauthorized',
      '= date sent: 2024-03-05T10:12:13.123Z',
      '~ log-prefixes',
    ],
  },
  {
    name: 'kubectl prefix',
    pasted:
      '[pod/api-5d/app] POST /v1/users HTTP/1.1\n[pod/api-5d/app] Host: api.example.com\n[pod/api-5d/app] \n[pod/api-5d/app] HTTP/1.1 401 Unauthorized',
    told: [
      '> POST https://api.example.com/v1/users',
      '  Host: api.example.com',
      '< 401 Unauthorized',
      '~ log-prefixes',
    ],
  },
  {
    name: 'inline code',
    pasted:
      "When I run `curl -X POST https://api.example.com/v1/users -H 'Accept: application/json'` I get `401 Unauthorized`",
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json', '< 401 Unauthorized'],
  },
  {
    name: 'html br',
    pasted: "curl -X POST https://api.example.com/v1/users \\<br>&nbsp;&nbsp;-H 'Accept: application/json'",
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json', '~ page-markup', '~ html-entities'],
  },
  {
    name: 'html pre',
    pasted: "<pre><code>curl -X POST https://api.example.com/v1/users -H 'Accept: application/json'</code></pre>",
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json'],
  },
  {
    name: 'prompt dir',
    pasted: "user@host:~/proj (main)$ curl -X POST https://api.example.com/v1/users -H 'Accept: application/json'",
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json'],
  },
  {
    name: 'prompt zsh',
    pasted: "➜  proj git:(main) ✗ curl -X POST https://api.example.com/v1/users -H 'Accept: application/json'",
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json'],
  },
  {
    name: 'prompt win',
    pasted: 'C:\\Users\\jo>curl -X POST https://api.example.com/v1/users -H "Accept: application/json"',
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json'],
  },
  {
    name: 'prompt root',
    pasted: "[root@web01 ~]# curl -X POST https://api.example.com/v1/users -H 'Accept: application/json'",
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json'],
  },
  {
    name: 'prompt power',
    pasted: "╭─jo@host ~/proj\n╰─$ curl -X POST https://api.example.com/v1/users -H 'Accept: application/json'",
    told: ['> POST https://api.example.com/v1/users', '  Accept: application/json'],
  },
  {
    name: 'sudo docker exec',
    pasted: "docker exec -it api curl -s -X POST http://api:8080/v1/users -H 'Accept: application/json'",
    told: ['> POST http://api:8080/v1/users', '  Accept: application/json'],
  },
  {
    name: 'kubectl exec',
    pasted: "kubectl exec deploy/api -- curl -s -X POST http://api:8080/v1/users -H 'Accept: application/json'",
    told: ['> POST http://api:8080/v1/users', '  Accept: application/json'],
  },
  {
    name: 'diff',
    pasted:
      "+curl -X POST https://api.example.com/v1/users -H 'Accept: application/json'\n-curl -X POST https://api.example.com/v1/user -H 'Accept: application/json'",
    told: [
      '> POST https://api.example.com/v1/users',
      '  Accept: application/json',
      '> POST https://api.example.com/v1/user',
      '  Accept: application/json',
    ],
  },
  {
    name: 'no space header',
    pasted: "curl -X POST https://api.example.com/v1/users -H'Accept:application/json' -d'a=b'",
    told: [
      '> POST https://api.example.com/v1/users',
      '  Accept: application/json',
      '  Content-Type: application/x-www-form-urlencoded',
      '  form a=b',
    ],
  },
  {
    name: 'missing end quote',
    pasted: "curl -X POST https://api.example.com/v1/users -H 'Accept: application/json -d 'a=b'",
    told: [
      '> POST https://api.example.com/v1/users',
      '  Accept: application/json',
      '  Content-Type: application/x-www-form-urlencoded',
      '  form a=b',
      '~ unclosed-quote',
    ],
  },
  {
    name: 'mailto',
    pasted: 'curl -u <mailto:jo@example.com|jo@example.com>:secret https://api.example.com/v1/users',
    told: ['> GET https://api.example.com/v1/users', '  Authorization: Basic ‹credentials 1›', '~ slack-links'],
  },
  {
    name: 'slack tel',
    pasted: 'curl https://api.example.com/v1/users/<tel:5551234567|5551234567>',
    told: ['> GET https://api.example.com/v1/users/5551234567', '~ slack-links'],
  },
  {
    name: 'slack channel',
    pasted: 'curl -d \'{"channel":"<#C123|general>"}\' https://api.example.com/v1/users',
    told: [
      '> POST https://api.example.com/v1/users',
      '  Content-Type: application/x-www-form-urlencoded',
      '  json {"channel":"<#C123|general>"}',
    ],
  },
  {
    name: 'a panel behind timestamps',
    pasted:
      '2024-03-05T10:12:13.123Z Request URL: https://api.example.com/v1/users\n2024-03-05T10:12:13.124Z Request Method: POST\n2024-03-05T10:12:13.125Z Status Code: 403 Forbidden',
    told: [
      '> POST https://api.example.com/v1/users',
      '< 403 Forbidden',
      '= date sent: 2024-03-05T10:12:13.123Z',
      '~ log-prefixes',
    ],
  },
  {
    name: 'a trace behind the logger of Python',
    pasted:
      'DEBUG:client:> POST /v1/users HTTP/1.1\nDEBUG:client:> Host: api.example.com\nDEBUG:client:>\nDEBUG:client:< HTTP/1.1 403 Forbidden',
    told: ['> POST https://api.example.com/v1/users', '  Host: api.example.com', '< 403 Forbidden', '~ log-prefixes'],
  },
  {
    name: 'line breaks of a page in a message',
    pasted: 'POST /v1/users HTTP/1.1<br>\nHost: api.example.com<br>\n<br>\nHTTP/1.1 403 Forbidden<br>',
    told: ['> POST https://api.example.com/v1/users', '  Host: api.example.com', '< 403 Forbidden', '~ page-markup'],
  },
  {
    name: 'hard breaks of Markdown',
    pasted: 'POST /v1/users HTTP/1.1\\\nHost: api.example.com\n\nHTTP/1.1 403 Forbidden\\\nRetry-After: 5',
    told: [
      '> POST https://api.example.com/v1/users',
      '  Host: api.example.com',
      '< 403 Forbidden',
      '  Retry-After: 5',
      '~ hard-breaks',
    ],
  },
  {
    name: 'a message that a diff adds',
    pasted: '+POST /v1/users HTTP/1.1\n+Host: api.example.com\n+\n+HTTP/1.1 403 Forbidden',
    told: ['> POST https://api.example.com/v1/users', '  Host: api.example.com', '< 403 Forbidden', '~ list-marks'],
  },
  {
    name: 'a trace with an empty line below each',
    pasted:
      '> POST /v1/users HTTP/1.1\n\n> Host: api.example.com\n\n>\n\n< HTTP/1.1 403 Forbidden\n\n< Retry-After: 5\n\n<',
    told: [
      '> POST https://api.example.com/v1/users',
      '  Host: api.example.com',
      '< 403 Forbidden',
      '  Retry-After: 5',
      '~ doubled-lines',
    ],
  },
  {
    name: 'a numbered message with an empty line below each',
    pasted:
      '1  POST /v1/users HTTP/1.1\n\n2  Host: api.example.com\n\n3  \n\n4  HTTP/1.1 403 Forbidden\n\n5  Retry-After: 5\n',
    told: [
      '> POST https://api.example.com/v1/users',
      '  Host: api.example.com',
      '< 403 Forbidden',
      '  Retry-After: 5',
      '~ doubled-lines',
      '~ line-numbers',
    ],
  },
  {
    name: 'uppercase HTTP',
    pasted: 'Post https://api.example.com/v1/users returns 401',
    told: ['> POST https://api.example.com/v1/users', '< 401'],
  },
];

test.each(damaged)('$name', ({ pasted, told }) => {
  expect(telling(readPaste(pasted).paste).split('\n')).toEqual(told);
});
