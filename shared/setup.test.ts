import { expect, test } from 'vitest';
import type { Entry } from './events.ts';
import { audiencesOf } from './links.ts';
import { readSetup } from './read-setup.ts';
import { evolve } from './session.ts';
import { completed } from './setup.ts';
import type { State } from './state.ts';
import { amiens, small, smallFile } from './testing/forums.ts';
import { at, ZERO } from './testing/times.ts';
import { channelsOf, view } from './view.ts';

/**
 * An afternoon as version 0.1 wrote it down: a set-up without the rules of later versions, a brief without the hash of its règlement, a
 * list without what is still discussed. Two teams of three are designated against the ranking, without a vote.
 */
const JOURNAL: readonly (readonly [string, string, object])[] = [
  ['13:00', 'system', { type: 'SetupAdopted', setup: smallFile }],
  ['13:30', 'table/a', { type: 'SheetWritten', team: 'a', part: 'drama', text: 'Why' }],
  ['14:00', 'mc', { type: 'BriefOpened', zero: ZERO }],
  ['14:05', 'juror/s2', { type: 'TrialBallotCast', seat: 's2', marks: { why: 3 } }],
  ['14:15', 'mc', { type: 'IntroductionOpened' }],
  ['14:30', 'mc', { type: 'PassagesOpened' }],
  ...['a', 'b', 'c'].flatMap((team, index): readonly [string, string, object][] => [
    [`14:3${index}:00`, 'mc', { type: 'TeamCalled', team }],
    [`14:3${index}:10`, 'mc', { type: 'PitchStarted', team }],
    [`14:3${index}:20`, 'juror/s2', { type: 'BallotCast', seat: 's2', team, marks: { why: 5 - index, how: 5 - index } }],
    [`14:3${index}:30`, 'mc', { type: 'QuestionsStarted', team }],
    [`14:3${index}:40`, 'mc', { type: 'QuestionsEnded', team }],
    [`14:3${index}:50`, 'mc', { type: 'BallotsLocked', team }],
  ]),
  ['15:00', 'mc', { type: 'DeliberationOpened', returnAt: at('15:30') }],
  ['15:10', 'president/s1', { type: 'ListComposed', teams: ['a'] }],
  ['15:20', 'president/s1', { type: 'ListClosed', teams: ['a', 'c'] }],
  ['15:30', 'mc', { type: 'RestitutionOpened' }],
  ['15:31', 'mc', { type: 'LaureateRevealed', team: 'a' }],
  ['15:32', 'mc', { type: 'LaureateRevealed', team: 'c' }],
  ['15:33', 'mc', { type: 'LaureatesShown' }],
  ['15:34', 'mc', { type: 'TeamsThanked' }],
  ['15:35', 'mc', { type: 'SessionClosed' }],
];
const entries = JOURNAL.map(
  ([when, by, event], index) => ({ seq: index + 1, at: at(when), by, event, hash: `hash-${index + 1}` }) as Entry,
);

test('[K15] a journal of an earlier version gives the session it was of, with every rule it did not know at its default', () => {
  const channels = [...new Set([...audiencesOf(small()), { role: 'public' } as const].flatMap(channelsOf))];
  const states: State[] = [];
  for (const entry of entries) states.push(evolve(states.at(-1) ?? null, entry));
  for (const state of states)
    for (const channel of channels) expect(view(state, channel)).toEqual(JSON.parse(JSON.stringify(view(state, channel))));
  const last = states.at(-1);
  expect(last?.setup).toEqual(small());
  expect(last?.course).toMatchObject({ phase: 'closed', rulesHash: null, draw: null, announcement: ['a', 'c'], revealed: 2 });
  expect(last?.deliberation).toMatchObject({
    list: ['a', 'c'],
    discuss: [],
    closedAt: at('15:20'),
    motions: [],
    ladder: [],
    reopened: null,
  });
  expect(last?.ballots).toMatchObject({ s2: { a: { marks: { why: 5, how: 5 } }, c: { marks: { why: 3, how: 3 } } } });
  expect(last?.attendance).toMatchObject({ s2: { present: true, salt: 'hash-4' } });
});

test('[K15] a set-up that was read is whole: completing it changes nothing', () => {
  expect(completed(amiens)).toEqual(amiens);
  expect(JSON.stringify(completed(amiens))).toBe(JSON.stringify(amiens));
  const read = readSetup(smallFile);
  if ('fault' in read) throw new Error(read.fault);
  expect(JSON.stringify(completed(smallFile as unknown as typeof read.setup))).toBe(JSON.stringify(read.setup));
});
