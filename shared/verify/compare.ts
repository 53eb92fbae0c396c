/** Where two values first differ, as `marks.drame` or `teams[3]`; what each has there. */
export interface Difference {
  readonly path: string;
  readonly found: unknown;
  readonly expected: unknown;
}

/** The first difference in the order of `expected`, then what is found too much; null when the two are the same JSON. */
export function differenceOf(found: unknown, expected: unknown, path = ''): Difference | null {
  if (!isBranch(found) || !isBranch(expected) || Array.isArray(found) !== Array.isArray(expected))
    return Object.is(found, expected) ? null : { path, found, expected };
  const list = Array.isArray(expected);
  const fields = new Set([...Object.keys(expected), ...Object.keys(found)]);
  for (const field of fields) {
    const own = (value: Branch) => (Object.hasOwn(value, field) ? value[field] : undefined);
    const below = list ? `${path}[${field}]` : path === '' ? field : `${path}.${field}`;
    const difference = differenceOf(own(found), own(expected), below);
    if (difference) return difference;
  }
  return null;
}

type Branch = Readonly<Record<string, unknown>>;

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;
