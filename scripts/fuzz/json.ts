/** JSON as nobody's library writes it: `-0`, a million digits, a key `__proto__`, the same key twice. */
export class Raw {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** An object as a list of its keys and values, whatever the keys. */
export class Fields {
  readonly pairs: readonly (readonly [key: string, value: unknown])[];
  constructor(pairs: readonly (readonly [key: string, value: unknown])[]) {
    this.pairs = pairs;
  }
}

/** The text of a value; like `JSON.stringify`, save for what is raw. */
export function written(value: unknown): string {
  if (value instanceof Raw) return value.text;
  if (value instanceof Fields) return `{${value.pairs.map(([key, one]) => `${JSON.stringify(key)}:${written(one)}`).join(',')}}`;
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value === 'object' && value !== null) return written(new Fields(Object.entries(value)));
  return JSON.stringify(value) ?? 'null';
}
