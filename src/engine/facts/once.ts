/**
 * The function, asked at most once for each key and forgotten with it. Facts that rest on the same reading of an
 * exchange, a paste or a pack share it that way.
 */
export function oncePer<Key extends object, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const kept = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const before = kept.get(key);
    if (before !== undefined) return before.value;
    const value = read(key);
    kept.set(key, { value });
    return value;
  };
}
