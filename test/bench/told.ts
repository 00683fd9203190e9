/** A request, told so that two readers can be compared: names in lower case, queries and forms as decoded pairs. */
export interface Told {
  readonly method: string;
  readonly target: string;
  readonly fields: string;
  readonly content: string;
}

export function told(
  method: string,
  uri: string,
  fields: readonly (readonly [string, string])[],
  content: string | undefined,
): Told {
  const question = uri.indexOf('?');
  const base = question === -1 ? uri : uri.slice(0, question);
  const isForm = content !== undefined && /^[\w.-]+=/.test(content) && !/\s/.test(content);
  return {
    method,
    target:
      base.replace(/^(https?:\/\/)[^/@]*@/, '$1').replace(/\/$/, '') +
      (question === -1 ? '' : pairs(uri.slice(question + 1))),
    fields: JSON.stringify(fields.map(([name, value]) => `${name.toLowerCase()}: ${value}`).toSorted()),
    content: content === undefined ? '' : isForm ? pairs(content) : content,
  };
}

function pairs(text: string): string {
  return JSON.stringify([...new URLSearchParams(text)]);
}
