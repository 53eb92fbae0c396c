import * as z from 'zod/mini';

/** Fields that commands of several subjects share. */

/** The step the sender saw when it gave the command. */
export const step = z.int().check(z.minimum(0));

/** By chance, made where the journal is kept: nobody else can foresee or find it. */
export const journalNonce = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,64}$/));

/** Why something is done: at least one visible character, kept with the act. */
export const reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
