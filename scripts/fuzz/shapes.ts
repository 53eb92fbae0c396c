import type * as z from 'zod/mini';
import { commandSchema } from '../../shared/commands.ts';
import type { CommandType } from '../../shared/phases.ts';
import type { Setup } from '../../shared/setup.ts';
import type { Chance } from './chance.ts';

/** What a well-formed command may speak of. */
export interface World {
  readonly setup: Setup;
  readonly step: number;
  readonly now: number;
  readonly audiences: readonly string[];
}

/** A schema as far as it is read here. */
interface Shape {
  readonly _zod: {
    readonly def: {
      readonly type: string;
      readonly shape?: Readonly<Record<string, Shape>>;
      readonly options?: readonly Shape[];
      readonly innerType?: Shape;
      readonly in?: Shape;
      readonly element?: Shape;
      readonly valueType?: Shape;
      readonly values?: readonly unknown[];
      readonly entries?: Readonly<Record<string, unknown>>;
    };
  };
}

const defOf = (shape: Shape | undefined) => shape?._zod.def ?? { type: 'never' };
const of = (schema: z.ZodMiniType): Shape => schema as unknown as Shape;

/** Every command, by its type, as the schema has it. */
export const COMMANDS: ReadonlyMap<CommandType, Shape> = new Map(
  (defOf(of(commandSchema)).options ?? []).map((shape) => [defOf(defOf(shape).shape?.type).values?.[0] as CommandType, shape]),
);

/** A field of a command, from the outside in: `['question', 'put']`, `['marks', 'drame']`, `['order', 0]`. */
export type Path = readonly (string | number)[];

/** Every field of a value, the inner ones too: each can be replaced. */
export function pathsOf(value: unknown): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const step = Array.isArray(value) ? Number(key) : key;
    return [[step], ...pathsOf(one).map((path) => [step, ...path])];
  });
}

/** The value with another in one place. */
export function replaced(value: unknown, [first, ...rest]: Path, by: unknown): unknown {
  if (first === undefined) return by;
  if (Array.isArray(value)) return value.map((one, index) => (index === first ? replaced(one, rest, by) : one));
  return { ...(value as object), [first]: replaced((value as Record<string, unknown>)[first], rest, by) };
}

/** A well-formed command of this type: by the schema, with names that the forum knows. */
export const wellFormed = (type: CommandType, world: World, chance: Chance): object =>
  made(COMMANDS.get(type), type, world, chance) as object;

function made(shape: Shape | undefined, name: string, world: World, chance: Chance): unknown {
  const def = defOf(shape);
  switch (def.type) {
    case 'object':
      if (name === 'setup') return world.setup;
      return Object.fromEntries(
        Object.entries(def.shape ?? {}).flatMap(([key, field]) => {
          const isLeftOut = defOf(field).type === 'optional' && chance.is(0.4);
          return isLeftOut ? [] : [[key, made(field, key, world, chance)]];
        }),
      );
    case 'union':
      return made(chance.of(def.options ?? []), name, world, chance);
    case 'literal':
      return def.values?.[0];
    case 'enum':
      return chance.of(Object.values(def.entries ?? {}));
    case 'optional':
      return made(def.innerType, name, world, chance);
    case 'nullable':
      return chance.is(0.3) ? null : made(def.innerType, name, world, chance);
    case 'pipe':
      return made(def.in, name, world, chance);
    case 'boolean':
      return chance.is(0.5);
    case 'array':
      return name === 'order' ? shuffled(teamsOf(world), chance) : shuffled(teamsOf(world), chance).slice(0, chance.below(4));
    case 'record':
      return Object.fromEntries(keysOf(name, world).map((key) => [key, made(def.valueType, name, world, chance)]));
    case 'number':
      return numberFor(name, world, chance);
    case 'string':
      return textFor(name, world, chance);
    default:
      throw new Error(`a shape of kind "${def.type}" is not known here: ${name}`);
  }
}

const teamsOf = ({ setup }: World) => setup.teams.map(({ id }) => id as string);
const keysOf = (name: string, { setup }: World) =>
  name === 'numbers' ? setup.departments.map(({ code }) => code) : setup.criteria.map(({ id }) => id as string);

function numberFor(name: string, { setup, step, now }: World, chance: Chance): number {
  if (name === 'step') return chance.is(0.8) ? step : chance.below(50);
  if (name === 'marks') return setup.scale.min + chance.below(setup.scale.max - setup.scale.min + 1);
  if (name === 'at' || name === 'until') return now + chance.below(3_600_000);
  if (name === 'madeAt') return now - chance.below(60_000);
  return name === 'motion' ? 1 + chance.below(3) : chance.below(600);
}

function textFor(name: string, world: World, chance: Chance): string {
  const { setup, audiences } = world;
  switch (name) {
    case 'team':
    case 'put':
    case 'out':
      return chance.of(teamsOf(world));
    case 'seat':
      return chance.of(setup.seats).id;
    case 'department':
      return chance.of(setup.departments).code;
    case 'audience':
      return chance.of(audiences);
    case 'firstDate':
      return '2019-12-12';
    case 'nonce':
      return Array.from({ length: 22 }, () => chance.of([...'abcdefghijklmnop'])).join('');
    default:
      return `Dit ${chance.below(1_000)}`;
  }
}

function shuffled<T>(list: readonly T[], chance: Chance): readonly T[] {
  const left = [...list];
  return list.map(() => left.splice(chance.below(left.length), 1)[0] as T);
}
