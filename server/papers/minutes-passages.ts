import { countedBallot, isExpected } from '../../shared/counting.ts';
import type { TeamId } from '../../shared/ids.ts';
import type { Minutes } from '../../shared/minutes.ts';
import { type Instant, type Millis, seconds } from '../../shared/time.ts';
import type { Block } from './document.ts';
import { hour, length, roundLength } from './french/forms.ts';
import { minutes as words } from './french/minutes.ts';
import { namesOf } from './names.ts';

/** Every team in passing order with its real times, and what happened on the way. */
export function passageBlocks(minutes: Minutes): readonly Block[] {
  const { state, spoken } = minutes;
  const { setup, course } = state;
  const names = namesOf(setup);
  const marks = setup.rules.marking === 'marks';
  const at = (instant: Instant | undefined) => (instant === undefined ? words.none : hour(instant, setup.timeZone));
  const long = (of: Millis | undefined) => (of === undefined ? words.none : length(of));
  const rows = course.order.map((team, index) => {
    const passage = course.passages[team];
    const struck = course.withdrawn[team] !== undefined;
    const times = [
      struck ? words.struck : at(passage?.pitchAt),
      long(spoken[team]?.pitch),
      long(spoken[team]?.questions),
      at(passage?.endedAt),
    ];
    return [
      String(index + 1),
      names.project(team),
      names.departmentOf(team),
      ...times,
      ...(marks ? [struck ? words.none : ballots(minutes, team)] : []),
    ];
  });
  const { pitchSeconds, questionsSeconds } = setup.rules;
  const caption = words.passagesTable(roundLength(seconds(pitchSeconds)), roundLength(seconds(questionsSeconds)));
  const head = [...words.passageHead, ...(marks ? [words.ballotHead] : [])];
  const lines = incidents(minutes);
  return [
    { heading: words.passages, level: 1 },
    { table: { caption, head, rows, numeric: [0] } },
    { heading: words.incidents, level: 2 },
    lines.length === 0 ? { text: words.noIncident } : { list: lines },
  ];
}

/** Counted, of those expected. */
function ballots({ state }: Minutes, team: TeamId): string {
  const seats = state.setup.seats.map(({ id }) => id);
  const counted = seats.filter((seat) => countedBallot(state, seat, team)).length;
  return words.voters(counted, seats.filter((seat) => isExpected(state, seat, team)).length);
}

/** Clocks stopped or changed, changes of the order, and what somebody had written down, as it happened. */
function incidents({ state: { setup, course, remarks }, incidents: stops }: Minutes): readonly string[] {
  const names = namesOf(setup);
  const lines = [
    ...stops.map((stop) => ({ at: stop.at, team: stop.team, what: words.incident(stop) })),
    ...course.changes.flatMap(({ at, team, kind, reason }) => (kind === 'drawn' ? [] : [{ at, team, what: words.change[kind](reason) }])),
    ...remarks.filter(({ kind }) => kind === 'incident').map(({ at, team, text }) => ({ at, team, what: words.remark(text) })),
  ];
  return lines
    .sort((a, b) => a.at - b.at)
    .map(({ at, team, what }) => words.at(hour(at, setup.timeZone), team === null ? null : names.team(team), what));
}
