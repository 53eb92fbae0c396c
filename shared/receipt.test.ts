import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SeatId, TeamId } from './ids.ts';
import type { Marks } from './jury.ts';
import { audiencesOf } from './links.ts';
import { ownReceipt, receiptOf, receiptsOf } from './receipt.ts';
import { amiens, ONCE, small } from './testing/forums.ts';
import { type Afternoon, given, juror, organiser, president } from './testing/given.ts';
import { inPhase, stands, until } from './testing/play.ts';
import { channelsOf, view } from './view.ts';
import { seatView } from './views/seat.ts';

const seat = (id: string) => id as SeatId;
const team = (id: string) => id as TeamId;
const cast = (marks: object) => ({ type: 'CastBallot', team: 'a', marks }) as const;
const receipt = (salt: string, marks: object) => receiptOf(salt, seat('j05'), team('e08'), marks as Marks);

/** The code as its docstring says it, from bits written out one by one. */
function independent(salt: string, at: string, about: string, marks: Readonly<Record<string, number>>): string {
  const named = Object.keys(marks).sort();
  const text = `${salt}\n${at}\n${about}\n${named.map((criterion) => `${criterion}=${marks[criterion]}`).join(',')}`;
  const bits = [...createHash('sha256').update(text).digest()].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const fives = bits.slice(0, 30).match(/.{5}/g) ?? [];
  return fives.map((five) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number.parseInt(five, 2)]).join('');
}

describe('the code of a ballot', () => {
  const mark = fc.integer({ min: 0, max: 100 });
  // Ids whose order is not the one of the texts `{criterion}={mark}`: "-" and digits come before "=".
  const criteria = fc.constantFrom('a', 'a-b', 'a1', 'b', 'drame', 'impact');

  test('[Z1] is six characters out of SHA-256, as its formula says', () => {
    fc.assert(
      fc.property(fc.string(), fc.dictionary(criteria, mark), (salt, marks) => {
        expect(receipt(salt, marks)).toBe(independent(salt, 'j05', 'e08', marks));
        expect(receipt(salt, marks)).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
      }),
    );
  });

  test('[Z1] does not depend on the order in which the marks were made', () => {
    const order = (...keys: string[]) => receipt('s', Object.fromEntries(keys.map((key) => [key, 3])));
    expect(order('a-b', 'a', 'a1')).toBe(order('a', 'a1', 'a-b'));
  });

  test('[Z1] tells all the ballots of the sample apart, complete or not', () => {
    const ballots = amiens.criteria.reduce<Record<string, number>[]>(
      (before, { id }) => before.flatMap((marks) => [marks, ...[1, 2, 3, 4, 5].map((value) => ({ ...marks, [id]: value }))]),
      [{}],
    );
    expect(ballots).toHaveLength(6 ** 4);
    for (const salt of ['5f2b90c1d4e8', 'another', '']) expect(new Set(ballots.map((marks) => receipt(salt, marks))).size).toBe(6 ** 4);
  });

  test('[Z1] is another for another seat, another team or another salt', () => {
    const marks = { drame: 3 } as unknown as Marks;
    const codes = [
      receiptOf('s', seat('j05'), team('e08'), marks),
      receiptOf('s', seat('j06'), team('e08'), marks),
      receiptOf('s', seat('j05'), team('e09'), marks),
      receiptOf('t', seat('j05'), team('e08'), marks),
    ];
    expect(new Set(codes).size).toBe(4);
  });
});

describe('in a session', () => {
  const pitch = until(given(small({ lock: ONCE })), stands('a', 'pitch'));
  const marked = pitch.and({ type: 'CheckIn' }, juror('s2')).and(cast({ why: 5, how: 2 }), juror('s2'));
  const shown = ({ state }: Afternoon, id = 's2') => {
    const own = seatView(state, seat(id));
    return { salt: own?.salt ?? null, code: own?.ballots[0]?.receipt ?? null };
  };

  test('[Z2] its juror sees the code and the salt, and can compute the one from the other', () => {
    const { salt, code } = shown(marked);
    expect(salt).toBe(marked.entries.find(({ event }) => event.type === 'SeatArrived')?.hash);
    expect(code).toBe(independent(salt ?? '', 's2', 'a', { why: 5, how: 2 }));
    expect(shown(pitch)).toEqual({ salt: null, code: null });
  });

  test('[Z2] the salt stays what it was; the code follows what is recorded, and is gone with the last mark', () => {
    const changed = marked.and(cast({ how: 3 }), juror('s2'));
    expect(shown(changed)).toEqual({
      salt: shown(marked).salt,
      code: independent(shown(marked).salt ?? '', 's2', 'a', { why: 5, how: 3 }),
    });
    const back = changed.and({ type: 'RecordDeparture', seat: 's2' }, organiser).and({ type: 'RecordArrival', seat: 's2' }, organiser);
    expect(shown(back)).toEqual(shown(changed));
    expect(shown(marked.and(cast({ why: null, how: null }), juror('s2'))).code).toBeNull();
  });

  test('[Z2] what came late has no code until it is admitted', () => {
    const late = until(marked, ({ course }) => course.allLocked !== null).and(cast({ how: 4 }), juror('s2'));
    expect(shown(late)).toEqual(shown(marked));
    const admitted = late.and({ type: 'AdmitLateBallot', seat: 's2', team: 'a', reason: 'No network' }, president);
    expect(shown(admitted).code).toBe(independent(shown(marked).salt ?? '', 's2', 'a', { why: 5, how: 4 }));
  });

  test('[Z3] all codes stand by seat and passing order, as they are printed', () => {
    const more = until(marked.and(cast({ why: 1 }), juror('s1')), stands('b', 'pitch'))
      .and({ ...cast({ why: 2 }), team: 'b' }, juror('s2'))
      .and({ ...cast({ why: null }), team: 'a' }, juror('s1'));
    expect(receiptsOf(more.state)).toEqual([
      { seat: 's2', team: 'a', code: ownReceipt(more.state, seat('s2'), team('a')) },
      { seat: 's2', team: 'b', code: ownReceipt(more.state, seat('s2'), team('b')) },
    ]);
  });

  test('[Z2] no other view holds a salt or a code, at any stage', () => {
    const channels = [...new Set([...audiencesOf(small()), { role: 'public' } as const].flatMap(channelsOf))];
    for (const phase of ['passages', 'deliberation', 'restitution', 'closed'] as const) {
      const { state } = until(marked, inPhase(phase));
      const { salt, code } = shown(until(marked, inPhase(phase)));
      const knowing = channels.filter((channel) => {
        const sent = JSON.stringify(view(state, channel));
        return sent.includes(`"${salt}"`) || sent.includes(`"${code}"`);
      });
      expect(knowing).toEqual(['seat/s2']);
    }
  });
});
