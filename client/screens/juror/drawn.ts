import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import type { TeamId } from '../../../shared/ids.ts';
import Curtain from './Curtain.svelte';
import Deliberation from './Deliberation.svelte';
import Juror from './Juror.svelte';
import type { Props } from './literal.ts';
import NoMarks from './NoMarks.svelte';
import Review from './Review.svelte';
import { unmarked } from './standing.ts';
import Words from './Words.svelte';

const nothing = createRawSnippet(() => ({ render: () => '<i></i>' }));

/** For tests: a literal phone as text. A part that is fetched once the page stands is drawn by itself, in the page that waits for it. */
export function drawn(states: Readonly<Record<string, Props>>, name: string): string {
  const state = states[name];
  if (!state) throw new Error(name);
  const { views, room, opened, asked = null } = state;
  const { deliberation } = views.jury;
  const { scene } = views.live;
  const page = render(Juror, { props: state }).body;
  const props = { views, room, onopen: () => undefined, children: nothing, thumb: nothing };
  if (opened === 'review') return page + render(Review, { props }).body;
  const team = (opened ?? ('team' in scene ? scene.team : null)) as TeamId | null;
  const why = team === null || scene.show === 'called' || scene.show === 'waiting' ? null : unmarked(views, team);
  if (team !== null && why === 'notes') return page + render(Words, { props: { ...props, team } }).body;
  if (team !== null && why !== null && why !== 'notes') return page + render(NoMarks, { props: { views, team, why } }).body;
  if (opened) return page;
  if (scene.show === 'locked') return page + render(Curtain, { props: { ...props, at: scene.at } }).body;
  if (scene.show === 'deliberation' && deliberation) return page + render(Deliberation, { props: { ...props, deliberation, asked } }).body;
  return page;
}
