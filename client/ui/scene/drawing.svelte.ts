import type { Views } from '../../shared.ts';
import { following, type RoomTime } from '../../time.svelte.ts';
import { type Drawing, drawingAt } from './drawing.ts';

/** How much of a drawn order is out, by the room's time alone; null before it is drawn, and in any other scene. */
export function drawingReading(time: () => RoomTime, scene: () => Views['live']['scene']): { readonly value: Drawing | null } {
  return following(time, (instant) => {
    const current = scene();
    if (current.show !== 'draw' || !current.drawn) return { value: null, next: null };
    return drawingAt(instant - current.drawn.at, current.drawn.order.length);
  });
}
