import type { Facts } from './condition.ts';
import type { FactDefinition, FactValue, Known, View } from './fact.ts';
import { facts as table } from './facts/table.ts';

const definitions: ReadonlyMap<string, FactDefinition> = new Map(table.map((fact) => [fact.name, fact]));

export const factNames: readonly string[] = table.map(({ name }) => name);

/** What a name in a rule stands for, or undefined where it stands for nothing. */
export function definitionOf(name: string): FactDefinition | undefined {
  return definitions.get(name);
}

/**
 * Reads the facts of one exchange, each when it is first asked for and never twice. What is read from the whole paste is
 * kept in `shared`, for all exchanges of the paste.
 */
export function factsOf(view: View, shared: Map<string, Known<FactValue>> = new Map()): Facts {
  const own = new Map<string, Known<FactValue>>();
  return (name) => {
    const definition = definitions.get(name);
    if (definition === undefined) return { state: 'unknown' };
    const read = definition.of === 'paste' ? shared : own;
    const before = read.get(name);
    if (before !== undefined) return before;
    const fact: Known<FactValue> = definition.read(view);
    read.set(name, fact);
    return fact;
  };
}
