import { createHmac, randomBytes } from 'node:crypto';
import { type Audience, audienceKey } from '../shared/audience.ts';
import { audiencesOf } from '../shared/links.ts';
import type { State } from '../shared/state.ts';
import { cardOf, codeOf, sameCode, type Typed } from './cards.ts';

/** 144 bits, in 24 characters. */
const TOKEN_BYTES = 18;

export interface Invitation {
  readonly audience: Audience;
  readonly key: string;
  readonly token: string;
  /** What its printed card says: `J12 K7M4QX`; null for the organiser, who has none. */
  readonly card: Typed | null;
}

/**
 * Who may come in, as what. A token is made from the forum's secret, the audience and how often its link was issued, so links can be
 * printed again after a restart and none is stored; revoking one is issuing it once more.
 */
export class Invitations {
  readonly #byDigest = new Map<string, Audience>();
  /** Compared with where there is no such card, so that it takes as long. */
  readonly #nobody: string;
  readonly all: readonly Invitation[];

  constructor(secret: Buffer, { setup, generations }: Pick<State, 'setup' | 'generations'>) {
    this.all = audiencesOf(setup).map((audience) => {
      const key = audienceKey(audience);
      const generation = generations[key] ?? 0;
      const card = cardOf(audience, setup);
      const code = codeOf(secret, setup.id, audience, generation);
      return { audience, key, token: tokenOf(secret, setup.id, key, generation), card: card === null ? null : { card, code } };
    });
    for (const { audience, token } of this.all) this.#byDigest.set(digest(token), audience);
    this.#nobody = codeOf(secret, setup.id, { role: 'public' }, 0);
  }

  /** Null for a token that opens nothing. Looked up by a digest that nobody outside can compute: how long it takes tells nothing of any token. */
  audienceOf(token: string): Audience | null {
    return this.#byDigest.get(digest(token)) ?? null;
  }

  /** Whose card it is, if the code is its own; else null, whether the card or the code is wrong. */
  keyOfCard({ card, code }: Typed): string | null {
    const held = this.all.filter((one) => one.card?.card === card)[0];
    const same = sameCode(code, held?.card?.code ?? this.#nobody);
    return same && held ? held.key : null;
  }
}

function tokenOf(secret: Buffer, forum: string, key: string, generation: number): string {
  return createHmac('sha256', secret).update(`${forum}\n${key}\n${generation}`).digest().subarray(0, TOKEN_BYTES).toString('base64url');
}

const ONLY_HERE = randomBytes(32);
const digest = (token: string): string => createHmac('sha256', ONLY_HERE).update(token).digest('base64');
