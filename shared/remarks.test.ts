import { describe, expect, test } from 'vitest';
import { PHASES } from './phases.ts';
import { small } from './testing/forums.ts';
import { given, juror, mc, organiser, president } from './testing/given.ts';
import { inPhase, stands, until } from './testing/play.ts';
import { at } from './testing/times.ts';
import { type Channel, view } from './view.ts';
import { secretariatView } from './views/secretariat.ts';

const start = given(small());
const remark = (kind: 'incident' | 'dissent', team: string | null, text: string) => ({ type: 'EnterRemark', kind, team, text }) as const;
const mic = remark('incident', 'a', 'The microphone failed for a minute');

describe('what the minutes must say in words', () => {
  test('[I9] the organiser or the president enters an incident or a dissent, about a team or none, at any time', () => {
    for (const phase of PHASES)
      for (const by of [organiser, president])
        until(start, inPhase(phase)).when(mic, by).gives({ type: 'RemarkEntered', kind: 'incident', team: 'a', text: mic.text });
    for (const by of [mc, juror('s2')]) start.when(mic, by).refuses('not-yours');
    start.when(remark('dissent', 'x', 'No'), organiser).refuses('unknown-team', 'x');
    for (const text of ['', '  ', 'x'.repeat(601)]) start.when(remark('incident', null, text), organiser).refuses('malformed');
  });

  test('[I9] each is kept, in order, with who entered it and when', () => {
    const both = until(start, stands('a', 'pitch'))
      .and(mic, organiser, '14:41')
      .and(remark('dissent', null, ' Seat 3 dissents '), president, '14:50')
      .and(mic, organiser, '14:51');
    const entered = [
      { at: at('14:41'), by: 'organiser', kind: 'incident', team: 'a', text: mic.text },
      { at: at('14:50'), by: 'president/s1', kind: 'dissent', team: null, text: 'Seat 3 dissents' },
      { at: at('14:51'), by: 'organiser', kind: 'incident', team: 'a', text: mic.text },
    ];
    expect(both.state.remarks).toEqual(entered);
    expect(secretariatView(both.state).remarks).toEqual(entered);
  });

  test('[I9] no screen of the room, nor the régie, learns of it', () => {
    const pitch = until(start, stands('a', 'pitch'));
    const channels: readonly Channel[] = ['forum', 'live', 'stage', 'regie', 'sheets', 'jury', 'table/a', 'seat/s2'];
    for (const channel of channels) expect(view(pitch.and(mic, organiser).state, channel)).toEqual(view(pitch.state, channel));
  });
});
