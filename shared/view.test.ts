import { describe, expect, test } from 'vitest';
import type { Audience } from './audience.ts';
import type { SeatId, TeamId } from './ids.ts';
import { audiencesOf } from './links.ts';
import { small } from './testing/forums.ts';
import { given } from './testing/given.ts';
import { moments } from './testing/play.ts';
import { type Channel, channelsOf, partOf, view } from './view.ts';

describe('[V1] who receives which parts, written by hand', () => {
  const seat = 's2' as SeatId;
  const table: readonly (readonly [Audience, string])[] = [
    [{ role: 'public' }, 'forum live'],
    [{ role: 'projector' }, 'forum live'],
    [{ role: 'stage' }, 'forum live stage'],
    [{ role: 'table', team: 'a' as TeamId }, 'forum live table/a'],
    [{ role: 'coach', coach: 'a' }, 'forum live sheets'],
    [{ role: 'juror', seat }, 'forum live grid sheets jury seat/s2'],
    [{ role: 'president', seat }, 'forum live grid sheets jury presidency seat/s2'],
    [{ role: 'mc' }, 'forum live stage regie'],
    [{ role: 'organiser' }, 'forum live office secretariat grid'],
  ];

  test.each(table)('[V1] %j', (audience, channels) => {
    expect(channelsOf(audience).join(' ')).toBe(channels);
  });

  test('[V1] the table above forgets no role that has a link', () => {
    const roles = new Set(audiencesOf(small()).map(({ role }) => role));
    expect(new Set(table.map(([{ role }]) => role))).toEqual(roles.add('public'));
  });
});

/** Every channel of the small forum. */
const everyChannel = [...new Set([...audiencesOf(small()), { role: 'public' } as const].flatMap(channelsOf))];

test('[V12] every part is plain JSON, at every moment, and is the same when asked twice', () => {
  for (const { state } of moments(given(small()), { marks: () => ({ why: 3, how: 4 }) }))
    for (const channel of everyChannel) {
      const part = view(state, channel);
      expect(JSON.parse(JSON.stringify(part))).toStrictEqual(part);
      expect(view(state, channel)).toEqual(part);
    }
});

test('[V12] a part bears the name of its channel, without whose it is', () => {
  expect((['live', 'seat/s2', 'table/a'] as Channel[]).map(partOf)).toEqual(['live', 'seat', 'table']);
  expect(view(given(small()).state, 'seat/s9')).toBeNull();
});
