/** Ways to change a file by hand, for tests of what must notice it. */

type Path = readonly (string | number)[];
export interface Leaf {
  readonly path: Path;
  readonly value: unknown;
}

/** Every value of a JSON that holds no other: texts, numbers, truths and nulls, and lists and objects that are empty. */
export function leavesOf(value: unknown, path: Path = []): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  const below = Array.isArray(value)
    ? value.map((one, index) => [index, one] as const)
    : Object.entries(value).filter(([, one]) => one !== undefined);
  return below.length === 0 ? [{ path, value }] : below.flatMap(([key, one]) => leavesOf(one, [...path, key]));
}

/** A copy of a JSON with another value at a path. */
export function withValue<Json>(json: Json, path: Path, value: unknown): Json {
  const copy = JSON.parse(JSON.stringify({ json })) as { json: Json };
  const steps: Path = ['json', ...path];
  let at = copy as unknown as Record<string | number, unknown>;
  for (const step of steps.slice(0, -1)) at = at[step] as typeof at;
  at[steps.at(-1) ?? ''] = value;
  return copy.json;
}

/** Nearly the same: one more, one letter more, the contrary. */
export function nearly(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value}x`;
  return typeof value === 'boolean' ? !value : 0;
}

/** What can be done to the place of a list, besides changing what it holds. */
export const REARRANGED: Readonly<Record<string, <Held>(list: readonly Held[], index: number) => readonly Held[]>> = {
  dropped: (list, index) => list.toSpliced(index, 1),
  repeated: (list, index) => list.toSpliced(index, 0, list[index] as (typeof list)[number]),
  swapped: (list, index) => list.toSpliced(index, 2, ...list.slice(index, index + 2).reverse()),
};
