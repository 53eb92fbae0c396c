import { describe, expect, test } from 'vitest';
import type { SeatId, TeamId } from '../ids.ts';
import { ownReceipt } from '../receipt.ts';
import { rulesHash } from '../reglement.ts';
import { amiens, small } from '../testing/forums.ts';
import { given, juror, mc, table } from '../testing/given.ts';
import { inPhase, stands, until } from '../testing/play.ts';
import { at } from '../testing/times.ts';
import { forumView } from './forum.ts';
import { gridView } from './grid.ts';
import { juryView } from './jury.ts';
import { officeView } from './office.ts';
import { presidencyView } from './presidency.ts';
import { regieView, stageView } from './regie.ts';
import { seatView } from './seat.ts';
import { secretariatView } from './secretariat.ts';
import { sheetsView } from './sheets.ts';
import { tableView } from './table.ts';

const seat = (id: string) => id as SeatId;
const team = (id: string) => id as TeamId;
const start = given(small());
const cast = (marks: object) => ({ type: 'CastBallot', team: 'a', marks }) as const;
const pitch = until(start, stands('a', 'pitch'));
const marked = pitch.and(cast({ why: 5, how: 2 }), juror('s2'), '14:40').and(cast({ why: 1 }), juror('s3'), '14:41');

test('[V3] the forum lists what anyone may know: no seat, no criterion, no weight, no note, no source of a name', () => {
  expect(Object.keys(forumView(amiens))).toEqual(
    'id name shortName date city timeZone language organiser departments teams laureates times programme'.split(' '),
  );
  expect(Object.keys(forumView(amiens).teams[0] ?? {})).toEqual(['id', 'table', 'department', 'name', 'shortName']);
});

test('[V3] a line of the programme says which phase it announces, or none', () => {
  expect(forumView(amiens).programme.map(({ phase }) => phase)).toEqual([
    ...[null, null, null, null],
    ...['brief', 'introduction', 'passages', 'deliberation', 'restitution'],
  ]);
});

test('[G11] an hour that the printed programme cannot keep is given with the one that can be kept', () => {
  const expected = (setup: typeof amiens) => forumView(setup).programme.flatMap(({ phase, expected: hour }) => (phase ? [hour] : []));
  expect(expected(amiens)).toEqual([null, null, null, '16:37', '17:37']);
  expect(expected({ ...amiens, rules: { ...amiens.rules, questionsSeconds: 150 } })).toEqual([null, null, null, null, null]);
});

test('[V3] a team or a forum without a short name is shown by its whole name', () => {
  const view = forumView(small());
  expect([view.shortName, view.teams[0]?.shortName]).toEqual(['A small forum', 'Team a']);
});

describe('a seat', () => {
  test('[V6] sees its own ballots and no other', () => {
    const open = { team: 'a', locked: false, reopened: false, recused: false, paper: false, late: null };
    const receipt = ownReceipt(marked.state, seat('s2'), team('a'));
    expect(seatView(marked.state, seat('s2'))?.ballots).toEqual([{ ...open, marks: { why: 5, how: 2 }, at: at('14:40'), receipt }]);
    expect(seatView(marked.state, seat('s1'))?.ballots).toEqual([{ ...open, marks: {}, at: null, receipt: null }]);
    const otherwise = pitch.and(cast({ why: 2, how: 3 }), juror('s3'), '14:41');
    expect(seatView(otherwise.state, seat('s1'))).toEqual(seatView(marked.state, seat('s1')));
  });

  test('[V6] sees which can still change, in passing order', () => {
    const b = until(marked, stands('b', 'pitch'));
    expect(seatView(b.state, seat('s2'))?.ballots.map(({ team, locked }) => [team, locked])).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });

  test('[V6] does not exist for a stranger', () => {
    expect(seatView(marked.state, seat('s9'))).toBeNull();
  });

  test('[V16] has the règlement by which it is judged: the grid, the rules, and their hash once they are frozen', () => {
    const brief = gridView(until(start, inPhase('brief')).state);
    expect(gridView(start.state).rulesHash).toBeNull();
    expect(brief.rulesHash).toBe(rulesHash(start.state.setup));
    expect(start.state.setup.rules).toMatchObject(brief.rules);
    expect(Object.keys(brief.rules)).toEqual(
      'version marking tally ties quorum castingVote recusal departure quotas announcement feedback'.split(' '),
    );
  });

  test('[V5] the grid it marks on is the one of the règlement', () => {
    expect(gridView(start.state)).toMatchObject({ scale: { min: 1, max: 5 }, lock: 'per-team', seats: 3 });
    expect(gridView(start.state).criteria.map(({ id, weight }) => [id, weight])).toEqual([
      ['why', 2],
      ['how', 1],
    ]);
  });
});

describe('who has handed in', () => {
  const line = [
    {
      team: 'a',
      complete: 1,
      of: 3,
      locked: false,
      missing: [
        { seat: 's1', given: 0, of: 2 },
        { seat: 's3', given: 1, of: 2 },
      ],
    },
  ];

  test('[V7] the president and the régie see counts and names, not marks', () => {
    expect(regieView(marked.state).handedIn).toEqual(line);
    expect(presidencyView(marked.state).handedIn).toEqual(line);
    const otherwise = pitch.and(cast({ why: 3, how: 3 }), juror('s2'), '14:40').and(cast({ how: 4 }), juror('s3'), '14:41');
    expect(regieView(otherwise.state)).toEqual(regieView(marked.state));
    expect(presidencyView(otherwise.state)).toEqual(presidencyView(marked.state));
  });

  test('[V8] the régie no more once the passages are over', () => {
    const deliberating = until(marked, inPhase('deliberation'));
    expect(regieView(deliberating.state).handedIn).toEqual([]);
    expect(presidencyView(deliberating.state).handedIn).toHaveLength(3);
  });

  test('[V7] the régie counts the trial ballots of the brief', () => {
    const brief = until(start, inPhase('brief')).and({ type: 'CastTrialBallot', marks: { why: 3 } }, juror('s2'));
    expect(regieView(brief.state).trials).toBe(1);
    expect(regieView(until(brief, inPhase('introduction')).state).trials).toBe(0);
  });
});

test('[V7] the régie sees what it may take back and until when, the changes with their reasons, and the real times', () => {
  const later = until(start, stands('a', 'called'))
    .and({ type: 'StartPitch' }, mc, '14:40')
    .and({ type: 'WithdrawTeam', team: 'b', reason: 'absent' }, mc, '14:41');
  expect(regieView(later.state)).toMatchObject({
    undo: { what: 'TeamWithdrawn', until: at('14:41:08') },
    withdrawn: [{ team: 'b', reason: 'absent' }],
    changes: [{ by: 'mc', kind: 'withdrawn', reason: 'absent' }],
    actual: [{ team: 'a', pitchAt: at('14:40'), endedAt: null }],
    holding: { needed: 2 * 480_000 + 30_000 },
  });
  expect(regieView(start.state).undo).toBeNull();
});

test('[V9] a message is for the stage display and the régie that wrote it, and for nobody else', () => {
  const said = pitch.and({ type: 'SetMessage', text: ' Closer to the microphone ' }, mc, '14:42');
  expect(stageView(said.state)).toEqual({ message: { text: 'Closer to the microphone', at: at('14:42') } });
  expect(stageView(said.and({ type: 'SetMessage', text: null }).state)).toEqual({ message: null });
});

test('[V10] a table sees its own sheet, writable until the brief opens', () => {
  const written = start.and({ type: 'WriteSheet', part: 'solution', text: 'What' }, table('a'), '10:00');
  expect(tableView(written.state, team('a'))).toEqual({
    team: 'a',
    sheet: { drama: '', solution: 'What', implementation: '' },
    savedAt: at('10:00'),
    writable: true,
    limit: 280,
  });
  expect(tableView(written.state, team('b'))).toMatchObject({ sheet: { solution: '' }, savedAt: null });
  expect(tableView(written.and({ type: 'OpenBrief' }).state, team('a')).writable).toBe(false);
});

test('[V14] the sheets that were written reach coaches and jury, in the order of the set-up', () => {
  const part = (text: string) => ({ type: 'WriteSheet', part: 'drama', text }) as const;
  const written = start.and(part('C'), table('c'), '10:00').and(part('A'), table('a'), '10:01');
  expect(sheetsView(written.state)).toEqual({
    sheets: [
      { team: 'a', drama: 'A', solution: '', implementation: '', at: at('10:01') },
      { team: 'c', drama: 'C', solution: '', implementation: '', at: at('10:00') },
    ],
  });
});

test('[V13] the office knows links, jury and programme; results are ready once the session is closed', () => {
  const office = officeView(start.and({ type: 'ReissueLink', audience: 'mc' }, { role: 'organiser' }).state);
  expect(Object.keys(office)).toEqual(['links', 'holding', 'exportable', 'seats', 'coaches', 'notes']);
  expect(office.links.find(({ audience }) => audience === 'mc')).toEqual({ audience: 'mc', role: 'mc', generation: 1 });
  expect(office.links.filter(({ generation }) => generation === 0)).toHaveLength(office.links.length - 1);
  expect(office.seats.filter((member) => member.president).map((member) => member.seat)).toEqual(['s1']);
  expect(office.seats.map((member) => member.president)).toEqual([true, false, false]);
  expect(officeView(until(start, ({ course }) => course.finale === 'thanks').state).exportable).toBe(false);
  expect(officeView(until(start, inPhase('closed')).state).exportable).toBe(true);
});

test('[V17] the secretary sees who sits, who has handed in during the passages, and what the minutes will say; never a mark', () => {
  const view = secretariatView(marked.state);
  expect(Object.keys(view)).toEqual(
    'seats quorum rules criteria scale handedIn remarks draw laureates commitments retention papers'.split(' '),
  );
  expect(view.seats[1]).toEqual({
    seat: 's2',
    number: 2,
    title: 'Seat s2',
    department: '80',
    college: 'elu',
    president: false,
    present: true,
    since: at('14:40'),
    recused: false,
    recusedFrom: [],
  });
  expect(view.handedIn).toEqual(regieView(marked.state).handedIn);
  const otherwise = pitch.and(cast({ why: 3, how: 3 }), juror('s2'), '14:40').and(cast({ how: 4 }), juror('s3'), '14:41');
  expect(secretariatView(otherwise.state)).toEqual(view);
  const deliberating = secretariatView(until(marked, inPhase('deliberation')).state);
  expect(deliberating).toMatchObject({ handedIn: [], papers: { annex: true, final: false } });
  expect(secretariatView(until(marked, inPhase('closed')).state).papers).toEqual({ annex: true, final: true });
});

test('[V5] the jury sees the list as it stands, and the ties that are left open', () => {
  const tied = until(start, inPhase('deliberation'), { marks: (_, team) => ({ why: team === 'a' ? 5 : 3, how: 3 }) });
  expect(juryView(tied.state).deliberation).toMatchObject({ totalWeight: 3, places: 2, open: ['b', 'c'], list: ['a'], closedAt: null });
  const { state, now } = until(tied, ({ deliberation }) => deliberation?.closedAt != null);
  expect(juryView(state).deliberation).toMatchObject({ list: ['a', 'b'], open: [], closedAt: now });
});
