import { type Purpose, purposes } from './purpose.ts';

/**
 * The lattice of permission, lowest first.
 * The number is what the database stores.
 */
export const states = ['restricted', 'objected', 'denied', 'unknown', 'ask', 'allowed'] as const;
export type State = (typeof states)[number];

export type Act = 'give' | 'decline' | 'withdraw' | 'object' | 'restrict' | 'lift';

export function rank(state: State): number {
  return states.indexOf(state);
}

export function startOf(purpose: Purpose): State {
  return purposes[purpose].start;
}

/** The state after one decision. Lifting a restriction or an objection goes back to where the purpose starts. */
export function stateAfter(purpose: Purpose, act: Act): State {
  switch (act) {
    case 'give':
      return 'allowed';
    case 'decline':
    case 'withdraw':
      return 'denied';
    case 'object':
      return 'objected';
    case 'restrict':
      return 'restricted';
    case 'lift':
      return startOf(purpose);
  }
}

/** Loosening asks for proof of who someone is (strength 2 or more); tightening never does. */
export function mayDecide(before: State, after: State, strength: number): boolean {
  return rank(after) <= rank(before) || strength >= 2;
}
