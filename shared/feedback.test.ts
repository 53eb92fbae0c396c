import { describe, expect, test } from 'vitest';
import type { SeatId, TeamId } from './ids.ts';
import { audiencesOf } from './links.ts';
import { ONCE, small } from './testing/forums.ts';
import { given, juror, mc, organiser, president } from './testing/given.ts';
import { inPhase, stands, until } from './testing/play.ts';
import { channelsOf, view } from './view.ts';
import { seatView } from './views/seat.ts';

const start = given(small({ lock: ONCE }));
const write = (text: string, team = 'a') => ({ type: 'WriteFeedback', team, text }) as const;
const pitch = until(start, stands('a', 'pitch'));

describe('the words of a juror to a team', () => {
  test('[I6] are written from the pitch on, until the session is closed; no lock closes them', () => {
    until(start, stands('a', 'called')).when(write('Clear'), juror('s2')).refuses('not-on-stage-yet', 'a');
    pitch.when(write('Clear', 'x'), juror('s2')).refuses('unknown-team', 'x');
    for (const phase of ['passages', 'deliberation', 'restitution'] as const)
      until(pitch, inPhase(phase))
        .when(write('Clear'), juror('s2'))
        .gives({ type: 'FeedbackWritten', seat: 's2', team: 'a', text: 'Clear' });
    until(pitch, inPhase('closed')).when(write('Clear'), juror('s2')).refuses('wrong-phase');
    const struck = pitch.and({ type: 'WithdrawTeam', team: 'c', reason: 'absent' });
    struck.when(write('Clear', 'c'), juror('s2')).refuses('team-withdrawn', 'c');
  });

  test('[I6] are of its own seat, 400 characters at most', () => {
    pitch.when({ ...write('Clear'), seat: 's3' }, juror('s2')).refuses('malformed');
    pitch.and(write('x'.repeat(400)), juror('s2'));
    pitch.when(write('x'.repeat(401)), juror('s2')).refuses('malformed');
    for (const by of [mc, organiser]) pitch.when(write('Clear'), by).refuses('not-yours');
  });

  test('[I6] are replaced as a whole; empty takes them back, and the same again is nothing', () => {
    const both = pitch.and(write('Clear'), juror('s2')).and(write('Bold'), president);
    expect(both.state.feedback).toEqual({ a: { s1: 'Bold', s2: 'Clear' } });
    both.when(write('Clear'), juror('s2')).gives();
    pitch.when(write(''), juror('s2')).gives();
    const taken = both.and(write(''), juror('s2'));
    expect(seatView(taken.state, 's2' as SeatId)?.feedback).toEqual([]);
  });

  test('[I7] are seen by nobody else during the session, the team neither', () => {
    const written = pitch.and(write('secret-words'), juror('s2'));
    const channels = [...new Set([...audiencesOf(small()), { role: 'public' } as const].flatMap(channelsOf))];
    for (const phase of ['passages', 'deliberation', 'restitution', 'closed'] as const) {
      const { state } = until(written, inPhase(phase));
      const knowing = channels.filter((channel) => JSON.stringify(view(state, channel)).includes('secret-words'));
      expect(knowing).toEqual(['seat/s2']);
    }
    expect(seatView(written.state, 's2' as SeatId)?.feedback).toEqual([{ team: 'a' as TeamId, text: 'secret-words' }]);
  });

  test('[I8] are not asked for where the règlement gives teams none', () => {
    const none = until(given(small({ feedback: { comments: false, aggregate: true } })), stands('a', 'pitch'));
    none.when(write('Clear'), juror('s2')).refuses('no-feedback');
  });

  test('[I8] are still asked of a jury that gives no marks', () => {
    until(given(small({ marking: 'notes' })), stands('a', 'pitch')).and(write('Clear'), juror('s2'));
  });
});
