import * as z from 'zod/mini';

/** Short lower-case names, safe in a link, a file name and a shell: `amiens-2019`, `e05`, `j10`. */
const slug = z.string().check(
  z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and hyphens, 40 at most'),
  // Ids are keys of plain objects, where this one name is always there.
  z.refine((text) => text !== 'constructor', 'is a reserved word'),
);

/** The server's own addresses begin with these. */
const ROUTES: readonly string[] = ['api', 'assets', 'healthz', 'live', 'verify'];

export const forumId = z.pipe(
  slug.check(z.refine((text) => !ROUTES.includes(text), 'is an address of the server itself')),
  z.transform((text) => text as ForumId),
);
export const teamId = z.pipe(
  slug,
  z.transform((text) => text as TeamId),
);
export const seatId = z.pipe(
  slug,
  z.transform((text) => text as SeatId),
);
export const criterionId = z.pipe(
  slug,
  z.transform((text) => text as CriterionId),
);

export type ForumId = string & { readonly __id: 'forum' };
export type TeamId = string & { readonly __id: 'team' };
export type SeatId = string & { readonly __id: 'seat' };
export type CriterionId = string & { readonly __id: 'criterion' };
