/** A command, as far as its first words tell. */
const command = /^[ \t]{0,8}(?:[$%#>+] |sudo |time )*(?:curl|wget|https?|xh)(?:\.exe)? /;

/** A call in code. */
const call =
  /^[ \t]{0,8}(?:(?:const|let|var) \w{1,40} = )?(?:await )?(?:fetch|axios(?:\.\w{2,8})?|\$\.ajax|(?:\w{1,20} = )?requests\.[a-z]{3,8})\(/;

/** The source of a pattern for the first line of a request, and for that of a response (RFC 9112, sections 3 and 4). */
export const requestLine = String.raw`(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|QUERY) \S{1,4000} HTTP\/\d`;
export const statusLine = String.raw`HTTP\/\d(?:\.\d)? \d{3}\b`;

/** The first line of a message, with the mark that a trace has before it. */
const startLine = new RegExp(`^(?:[<>] )?(?:${statusLine}|${requestLine})`);

/** What a browser's panel or a log of a client says of a request. */
const panelLine = /^[ \t]{0,8}(?:(?:Request|Response) Headers:?$|Request URL:|Request Method:|Status Code: ?\d)/i;

/** A part of a printed error that holds a message. */
const partOfError = /^[ \t]{1,12}["']?(?:config|request|response|req|res|headers)["']?: ?\{/;

export function startsCall(line: string): boolean {
  return call.test(line);
}

export function startsHttpMessage(line: string): boolean {
  return startLine.test(line) || panelLine.test(line);
}

/** Whether a line is of HTTP for certain: what stands before it and its neighbours came from elsewhere. */
export function isOfHttp(line: string): boolean {
  return command.test(line) || call.test(line) || startsHttpMessage(line) || partOfError.test(line);
}
