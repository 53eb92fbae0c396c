import type { SeatId, TeamId } from './ids.ts';

/** Everyone a link can be made for. What each may send is in `phases.ts`, what each may know in `views/`. */
export const ROLES = ['organiser', 'mc', 'president', 'juror', 'table', 'coach', 'projector', 'stage', 'public'] as const;
export type Role = (typeof ROLES)[number];

export type Audience =
  | { readonly role: 'juror' | 'president'; readonly seat: SeatId }
  | { readonly role: 'table'; readonly team: TeamId }
  | { readonly role: 'coach'; readonly coach: string }
  | { readonly role: 'organiser' | 'mc' | 'projector' | 'stage' | 'public' };

/** One stable name per audience, `mc`, `juror/j03`, `table/e05`: what a link's generation and its token are made from. */
export function audienceKey(audience: Audience): string {
  switch (audience.role) {
    case 'juror':
    case 'president':
      return `${audience.role}/${audience.seat}`;
    case 'table':
      return `table/${audience.team}`;
    case 'coach':
      return `coach/${audience.coach}`;
    default:
      return audience.role;
  }
}
