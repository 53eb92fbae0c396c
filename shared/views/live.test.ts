import { describe, expect, test } from 'vitest';
import { ONCE, small } from '../testing/forums.ts';
import { type Afternoon, given } from '../testing/given.ts';
import { moments, stands, until } from '../testing/play.ts';
import { liveView, type Scene } from './live.ts';

function told(scene: Scene): string {
  switch (scene.show) {
    case 'waiting':
      return `waiting for ${scene.next}`;
    case 'draw':
      return `draw ${scene.drawn?.order ?? 'open'}`;
    case 'between':
      return `between, next ${scene.next} ${scene.place}`;
    case 'called':
      return `called ${scene.team} ${scene.place}`;
    case 'pitch':
    case 'questions':
      return `${scene.show} ${scene.team} ${scene.place} ${scene.clock.duration / 1_000}s`;
    case 'locked':
      return `locked ${scene.hash}`;
    case 'deliberation':
      return 'deliberation';
    case 'reveal':
      return `reveal [${scene.revealed}] of ${scene.of}`;
    case 'laureates':
    case 'thanks':
      return `${scene.show} ${scene.teams}`;
    case 'closed':
      return `closed ${scene.laureates}`;
  }
}

const scenes = (start: Afternoon) => [...moments(start, { list: () => ['a', 'c'] })].map(({ state }) => told(liveView(state).scene));
const passage = (team: string, place: number) => [
  `called ${team} ${place}`,
  `pitch ${team} ${place} 180s`,
  `questions ${team} ${place} 300s`,
];
const ENDING = [
  'deliberation',
  'deliberation',
  'reveal [] of 2',
  'reveal [a] of 2',
  'reveal [a,c] of 2',
  'laureates a,c',
  'thanks a,b,c',
  'closed a,c',
];

describe('[V2] what the room sees, from first to last', () => {
  test('[V2] where the rules lock team by team', () => {
    expect(scenes(given(small()))).toEqual([
      'waiting for brief',
      'waiting for introduction',
      'waiting for passages',
      'between, next a 1',
      ...passage('a', 1),
      'between, next b 2',
      'between, next b 2',
      ...passage('b', 2),
      'between, next c 3',
      'between, next c 3',
      ...passage('c', 3),
      'between, next null 0',
      'locked hash-19',
      ...ENDING,
    ]);
  });

  test('[V2] where they lock once', () => {
    expect(scenes(given(small({ lock: ONCE }))).slice(3, 18)).toEqual([
      'between, next a 1',
      ...passage('a', 1),
      'between, next b 2',
      ...passage('b', 2),
      'between, next c 3',
      ...passage('c', 3),
      'between, next null 0',
      'locked hash-17',
      'deliberation',
    ]);
  });

  test('[V2] each team is to come, on the estrade, past, or struck', () => {
    const is = (stage: Parameters<typeof stands>[1]) =>
      liveView(until(given(small()), stands('b', stage)).state).order.map((stop) => stop.is);
    expect(is('called')).toEqual(['past', 'now', 'to-come']);
    expect(is('questions')).toEqual(['past', 'now', 'to-come']);
    expect(is('marking')).toEqual(['past', 'past', 'to-come']);
    expect(is('locked')).toEqual(['past', 'past', 'to-come']);
  });
});

test('[V11] the black of the room screens is part of what they see, and takes nothing else away', () => {
  const pitch = until(given(small()), stands('a', 'pitch'));
  const black = pitch.and({ type: 'SetBlackout', on: true });
  expect(liveView(black.state)).toEqual({ ...liveView(pitch.state), blackout: true });
});

test('[V3] the room sees nothing of the reasons of a change, nor of a message to the speaker', () => {
  const told = until(given(small()), stands('a', 'called'))
    .and({ type: 'WithdrawTeam', team: 'b', reason: 'secret-reason' })
    .and({ type: 'SetMessage', text: 'secret-message' });
  expect(JSON.stringify(liveView(told.state))).not.toMatch(/secret/);
});
