import type { Event } from './events.ts';
import { completed } from './setup.ts';

/**
 * An event that an earlier version wrote, as today's rules read it: the only place where old shapes are known. What it lacks is said to be
 * lacking; nothing is made up. One of today's comes back unchanged.
 */
export function upcast(event: Event): Event {
  switch (event.type) {
    // 0.1: a règlement without the rules of later versions.
    case 'SetupAdopted':
      return { ...event, setup: completed(event.setup) };
    // 0.1: a brief without the hash of its règlement.
    case 'BriefOpened':
      return event.rulesHash === undefined ? { ...event, rulesHash: null } : event;
    // 0.1: a list without what is still discussed.
    case 'ListComposed':
      return event.discuss === undefined ? { ...event, discuss: [] } : event;
    default:
      return event;
  }
}
