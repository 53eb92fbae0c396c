import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import amiensFile from './forums/amiens-2019.json' with { type: 'json' };
import { readSetup } from './read-setup.ts';
import { reglementOf, rulesHash } from './reglement.ts';
import type { Setup } from './setup.ts';
import { amiens, small, smallFile } from './testing/forums.ts';
import { given, organiser, system } from './testing/given.ts';
import { inPhase, until } from './testing/play.ts';

const fault = (input: unknown) => {
  const read = readSetup(input);
  return 'fault' in read ? read.fault : null;
};
/** The small forum under other rules. Its three seats are of the college `elu`. */
const ruled = (rules: object) => ({ ...smallFile, rules: { ...smallFile.rules, ...rules } });

test('[S9] rules that are left out have their default', () => {
  expect(small().rules).toEqual({
    ...smallFile.rules,
    version: '1',
    marking: 'marks',
    weightsTotal: null,
    tally: 'mean',
    ties: [{ by: 'vote' }, { by: 'draw' }],
    quorum: { total: 0, colleges: [] },
    castingVote: false,
    lateBallots: 'aside',
    recusal: 'session',
    departure: 'kept',
    quotas: [],
    feedback: { comments: true, aggregate: false },
  });
});

describe('[S10] a règlement that cannot be kept, with the clause that says so', () => {
  const draw = { by: 'draw' };
  const vote = { by: 'vote' };
  test.each<[object, string]>([
    [{ weightsTotal: 100 }, 'rules.weightsTotal: the weights of the criteria add up to 3, not to 100'],
    [{ quorum: { total: 4, colleges: [] } }, 'rules.quorum.total: 4 members cannot be present, the jury has 3 seats'],
    [
      { quorum: { total: 0, colleges: [{ college: 'elu', least: 4 }] } },
      'rules.quorum.colleges[0].least: 4 members cannot be present, "elu" has 3 seats',
    ],
    [
      { quorum: { total: 0, colleges: [{ college: 'dgs', least: 1 }] } },
      'rules.quorum.colleges[0].college: no seat is of the college "dgs"',
    ],
    [
      {
        quorum: {
          total: 0,
          colleges: [
            { college: 'elu', least: 1 },
            { college: 'elu', least: 2 },
          ],
        },
      },
      'rules.quorum.colleges[1].college: "elu" is already used',
    ],
    [{ ties: [] }, 'rules.ties: the last step must be a draw, the only one that separates every tie'],
    [{ ties: [vote] }, 'rules.ties: the last step must be a draw, the only one that separates every tie'],
    [{ ties: [draw, vote] }, 'rules.ties[0]: a draw separates every tie; no step can follow it'],
    [{ ties: [draw, draw] }, 'rules.ties[0]: a draw separates every tie; no step can follow it'],
    [{ ties: [{ by: 'casting-vote' }, draw] }, 'rules.ties[0]: the casting vote is not given by rules.castingVote'],
    [{ ties: [vote, { by: 'criterion', criterion: 'charm' }, draw] }, 'rules.ties[1].criterion: "charm" is not one of the criteria'],
    [{ quotas: [{ department: '62', least: 0, most: null }] }, 'rules.quotas[0].department: "62" is not one of the departments'],
    [
      {
        quotas: [
          { department: '80', least: 0, most: 1 },
          { department: '80', least: 1, most: null },
        ],
      },
      'rules.quotas[1].department: "80" is already used',
    ],
    [{ quotas: [{ department: '59', least: 2, most: 1 }] }, 'rules.quotas[0]: at least 2 and at most 1 cannot both hold'],
    [{ quotas: [{ department: '80', least: 2, most: null }] }, 'rules.quotas[0].least: 2 laureates cannot come from the 1 teams of 80'],
    [
      {
        quotas: [
          { department: '80', least: 1, most: null },
          { department: '59', least: 2, most: null },
        ],
      },
      'rules.quotas: the minima add up to 3, more than the 2 laureates',
    ],
    [{ quotas: [{ department: '59', least: 0, most: 0 }] }, 'rules.quotas: the maxima leave room for 1, fewer than the 2 laureates'],
    [
      { marking: 'notes', quotas: [{ department: '80', least: 0, most: 1 }] },
      'rules.quotas: a jury that gives no marks has no ranking to apply quotas to',
    ],
    [{ tally: 'z-score' }, 'rules.tally: is not one of the allowed values'],
    [{ ties: [{ by: 'lot' }] }, 'rules.ties[0].by: is not one of the allowed values'],
    [{ ties: [{ by: 'criterion' }, draw] }, 'rules.ties[0].criterion: is missing or is not of the kind "string"'],
    [{ version: '' }, 'rules.version: is empty'],
    [{ quorum: 2 }, 'rules.quorum: is missing or is not of the kind "object"'],
  ])('[S10] %j', (rules, sentence) => {
    expect(fault(ruled(rules))).toBe(sentence);
  });

  test.each<[object]>([
    [{ weightsTotal: 3 }],
    [{ quorum: { total: 3, colleges: [{ college: 'elu', least: 3 }] } }],
    [{ castingVote: true, ties: [{ by: 'criterion', criterion: 'why' }, { by: 'casting-vote' }, draw] }],
    [{ ties: [draw] }],
    [
      {
        quotas: [
          { department: '80', least: 1, most: 1 },
          { department: '59', least: 1, most: 1 },
        ],
      },
    ],
    [{ marking: 'notes', tally: 'majority' }],
  ])('[S10] what is just possible is none: %j', (rules) => {
    expect(fault(ruled(rules))).toBeNull();
  });

  test('[S2] whatever the rules, one sentence that names a clause, or a règlement whose hash can be taken', () => {
    const step = fc.oneof(
      fc.constantFrom(vote, draw, { by: 'casting-vote' }),
      fc.record({ by: fc.constant('criterion'), criterion: fc.constantFrom('why', 'charm') }),
    );
    const few = fc.nat({ max: 4 });
    const rules = fc.record(
      {
        weightsTotal: fc.option(few),
        ties: fc.array(step, { maxLength: 4 }),
        quorum: fc.record({ total: few, colleges: fc.array(fc.record({ college: fc.constantFrom('elu', 'dgs'), least: few })) }),
        castingVote: fc.boolean(),
        marking: fc.constantFrom('marks', 'notes'),
        quotas: fc.array(fc.record({ department: fc.constantFrom('80', '59', '62'), least: few, most: fc.option(few) }), { maxLength: 3 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(rules, (clauses) => {
        const read = readSetup(ruled(clauses));
        if ('fault' in read) expect(read.fault).toMatch(/^rules\.[^\n]+: [^\n]+$/);
        else expect(rulesHash(read.setup)).toMatch(/^[0-9a-f]{64}$/);
      }),
    );
  });
});

/** The same hash from the file alone, with nothing of this program: sorted keys, no space, SHA-256. */
function hashOfFile({ criteria, scale, rules, seats }: Pick<typeof amiensFile, 'criteria' | 'scale' | 'rules' | 'seats'>): string {
  const sorted = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value;
  return createHash('sha256').update(JSON.stringify({ criteria, rules, scale, seats }, sorted)).digest('hex');
}

/** Every place of a value where a text, a number, a boolean or nothing stands. */
function leavesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

function changedAt(setup: Setup, path: readonly string[], change: (leaf: unknown) => unknown): Setup {
  const copy = structuredClone(setup) as unknown as Record<string, unknown>;
  const parent = path.slice(0, -1).reduce((inner, key) => inner[key] as Record<string, unknown>, copy);
  const last = path.at(-1) ?? '';
  parent[last] = change(parent[last]);
  return copy as unknown as Setup;
}

const otherwise = (leaf: unknown) =>
  typeof leaf === 'number' ? leaf + 1 : typeof leaf === 'boolean' ? !leaf : typeof leaf === 'string' ? `${leaf}x` : 1;

describe('the hash of a règlement', () => {
  test('[S11] is computed from the file by any other way', () => {
    expect(rulesHash(amiens)).toBe(hashOfFile(amiensFile));
  });

  test('[S11] is the same for the same content, whatever the order of the keys', () => {
    const shuffled = JSON.parse(JSON.stringify(amiens, (_, value) => (isObject(value) ? reversedKeys(value) : value)));
    expect(Object.keys(shuffled.rules)).not.toEqual(Object.keys(amiens.rules));
    expect(rulesHash(shuffled)).toBe(rulesHash(amiens));
  });

  test('[S11] changes with any rule, weight, word or seat', () => {
    const leaves = leavesOf(reglementOf(amiens));
    expect(leaves.length).toBeGreaterThan(100);
    const hashes = new Set(leaves.map((path) => rulesHash(changedAt(amiens, path, otherwise))));
    expect(hashes.size).toBe(leaves.length);
    expect(hashes).not.toContain(rulesHash(amiens));
    const fewer = { ...amiens, seats: amiens.seats.slice(1) };
    const turned = { ...amiens, criteria: [...amiens.criteria].reverse() };
    expect(new Set([fewer, turned, amiens].map(rulesHash)).size).toBe(3);
  });

  test('[S11] and with nothing else: neither a team, nor the programme, nor a name', () => {
    expect(rulesHash({ ...amiens, name: 'Renamed', teams: [], programme: [], notes: [] })).toBe(rulesHash(amiens));
  });
});

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
const reversedKeys = (value: object) => Object.fromEntries(Object.entries(value).reverse());

describe('frozen', () => {
  const start = given(small());
  const adopt = { type: 'AdoptSetup', setup: { ...smallFile, name: 'Another' } } as const;

  test('[S12] from the opening of the brief on, with its hash in the journal and in the state', () => {
    expect(start.state.course.rulesHash).toBeNull();
    const brief = start.and({ type: 'OpenBrief' });
    expect(brief.entries.at(-1)?.event).toMatchObject({ type: 'BriefOpened', rulesHash: rulesHash(small()) });
    brief.when(adopt, system).refuses('wrong-phase');
    expect(until(brief, inPhase('closed')).state.course.rulesHash).toBe(rulesHash(small()));
  });

  test('[S12] before it, from the opening of a draw on: the teams drawn are those of one list', () => {
    const open = start.and({ type: 'OpenDraw' }, organiser);
    open.when(adopt, system).refuses('list-frozen');
    expect(open.and({ type: 'CloseDraw' }).and(adopt, system).state.setup.name).toBe('Another');
    const drawn = until(open, ({ course }) => course.draw?.drawn != null);
    drawn.when(adopt, system).refuses('list-frozen');
    drawn.and({ type: 'CloseDraw' }).when(adopt, system).refuses('list-frozen');
  });
});
