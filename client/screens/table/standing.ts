import type { Views } from '../../shared.ts';

/** Where a team stands in its afternoon: what its table shows. `room`: the picture of the projector. */
export type Standing = 'sheet' | 'waiting' | 'next' | 'called' | 'pitch' | 'questions' | 'passed' | 'withdrawn' | 'deliberation' | 'room';

/** A team's own turn comes before what the room sees; once it has passed it looks at the room like everyone. */
export function standingOf({ live, table }: Pick<Views, 'live' | 'table'>): Standing {
  const { phase, scene, order } = live;
  if (phase === 'restitution' || phase === 'closed' || scene.show === 'locked') return 'room';
  if (phase === 'deliberation') return 'deliberation';
  const own = order.find(({ team }) => team === table.team);
  if (own?.is === 'withdrawn') return 'withdrawn';
  if (table.writable) return 'sheet';
  // The room learns the drawn order together: a table does not tell its place ahead of the wall.
  if (scene.show === 'draw') return 'room';
  if ((scene.show === 'called' || scene.show === 'pitch' || scene.show === 'questions') && scene.team === table.team) return scene.show;
  if (own?.is === 'past') return scene.show === 'between' ? 'passed' : 'room';
  const next = order.find(({ is }) => is === 'to-come');
  return phase === 'passages' && next?.team === table.team ? 'next' : 'waiting';
}

/** The stops before a team's own that are still to pass, the one on stage included. */
export function stillBefore({ live, table }: Pick<Views, 'live' | 'table'>): Views['live']['order'] {
  const own = live.order.findIndex(({ team }) => team === table.team);
  return live.order.slice(0, Math.max(0, own)).filter(({ is }) => is === 'now' || is === 'to-come');
}

/** Which of the three acts a pitch is in, 0 to 2, from the seconds shown: it changes with a digit, never between two. */
export function actAt(duration: number, shown: number): number {
  const whole = Math.round(duration / 1000);
  return Math.min(2, Math.max(0, Math.floor(((whole - shown) * 3) / whole)));
}
