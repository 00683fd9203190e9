import { describeError } from './slack/log.ts';

/** Of a text, in UTF-16 code units; of a list or an object, in members; and how deep. */
const most = { text: 300, members: 30, depth: 3 };

/**
 * What may be written of a value: short texts, numbers and truth values, in lists and plain objects. Of all others (bytes,
 * maps, functions) only what they are, and of errors the name and the code: nobody sees in their other members, or in a
 * list of bytes, what a paste had in it. Total: also of circular objects, and where reading a member throws.
 */
export function loggable(about: object): object {
  return membersOf(about, most.depth);
}

function membersOf(value: object, depth: number): object {
  if (value instanceof Error) return { error: describeError(value) };
  const members: Record<string, unknown> = {};
  for (const name of Object.keys(value).slice(0, most.members)) members[short(name)] = read(value, name, depth);
  return members;
}

function read(owner: object, name: string, depth: number): unknown {
  try {
    return written(Reflect.get(owner, name), depth);
  } catch {
    return 'unreadable';
  }
}

function written(value: unknown, depth: number): unknown {
  switch (typeof value) {
    case 'string':
      return short(value);
    case 'number':
    case 'boolean':
    case 'undefined':
      return value;
    case 'object':
      return value === null ? null : writtenObject(value, depth - 1);
    default:
      return typeof value;
  }
}

function writtenObject(value: object, depth: number): unknown {
  if (value instanceof Error) return describeError(value);
  if (depth < 0) return 'object';
  if (Array.isArray(value)) return value.slice(0, most.members).map((one: unknown) => written(one, depth));
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null ? membersOf(value, depth) : 'object';
}

function short(text: string): string {
  return text.length > most.text ? `${text.slice(0, most.text)}…` : text;
}
