import type { Action } from '../../src/organisation/authority.ts';
import type { Purpose } from '../../src/privacy/purpose.ts';

/**
 * What somebody needs to come in: an action of `authority.ts`; nothing (`public`); to be signed in as a colleague, where
 * the address only leads on; or to be the person whose own data it is (`own`).
 */
export type Needs = Action | 'public' | 'signed-in' | 'own';

export interface Act {
  needs: Needs;
  /** What a browser would send; enough to get as far as the question whether one may. */
  fields: Readonly<Record<string, string>>;
}

export interface Surface {
  get?: Needs;
  post?: readonly Act[];
  /** About one conversation: only for whom it is in reach, and out of reach it is not there. */
  within?: true;
  /** Whose words and names stand here, and for which purposes they must allow that. Absent: nobody's. */
  shows?: readonly Purpose[];
  /** Why nobody tries this address with a session. */
  untried?: string;
}

export function act(needs: Needs, fields: Readonly<Record<string, string>> = {}): Act {
  return { needs, fields };
}
