import { createHmac, randomBytes } from 'node:crypto';
import { type Audience, audienceKey } from '../shared/audience.ts';
import { audiencesOf } from '../shared/links.ts';
import type { State } from '../shared/state.ts';

/** 144 bits, in 24 characters. */
const TOKEN_BYTES = 18;

export interface Invitation {
  readonly audience: Audience;
  readonly key: string;
  readonly token: string;
}

/**
 * Who may come in, as what. A token is made from the forum's secret, the audience and how often its link was issued, so links can be
 * printed again after a restart and none is stored; revoking one is issuing it once more.
 */
export class Invitations {
  readonly #byDigest = new Map<string, Audience>();
  readonly all: readonly Invitation[];

  constructor(secret: Buffer, { setup, generations }: Pick<State, 'setup' | 'generations'>) {
    this.all = audiencesOf(setup).map((audience) => {
      const key = audienceKey(audience);
      return { audience, key, token: tokenOf(secret, setup.id, key, generations[key] ?? 0) };
    });
    for (const { audience, token } of this.all) this.#byDigest.set(digest(token), audience);
  }

  /** Null for a token that opens nothing. Looked up by a digest that nobody outside can compute: how long it takes tells nothing of any token. */
  audienceOf(token: string): Audience | null {
    return this.#byDigest.get(digest(token)) ?? null;
  }
}

function tokenOf(secret: Buffer, forum: string, key: string, generation: number): string {
  return createHmac('sha256', secret).update(`${forum}\n${key}\n${generation}`).digest().subarray(0, TOKEN_BYTES).toString('base64url');
}

const ONLY_HERE = randomBytes(32);
const digest = (token: string): string => createHmac('sha256', ONLY_HERE).update(token).digest('base64');
