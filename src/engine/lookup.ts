import type { Facts } from './condition.ts';
import type { FactDefinition, FactValue, Known, View } from './fact.ts';
import { facts as table } from './facts/table.ts';

const definitions: ReadonlyMap<string, FactDefinition> = new Map(table.map((fact) => [fact.name, fact]));

export const factNames: readonly string[] = table.map(({ name }) => name);

/** What a name in a rule stands for, or undefined where it stands for nothing. */
export function definitionOf(name: string): FactDefinition | undefined {
  return definitions.get(name);
}

/** Reads the facts of one view, each when it is first asked for and never twice. */
export function factsOf(view: View): Facts {
  const read = new Map<string, Known<FactValue>>();
  return (name) => {
    const before = read.get(name);
    if (before !== undefined) return before;
    const fact: Known<FactValue> = definitions.get(name)?.read(view) ?? { state: 'unknown' };
    read.set(name, fact);
    return fact;
  };
}
