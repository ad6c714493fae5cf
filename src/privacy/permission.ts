import { type Purpose, purposes, ruleOf } from './purpose.ts';

/**
 * The lattice of permission, lowest first.
 * The number is what the database stores.
 */
export const states = ['restricted', 'objected', 'denied', 'unknown', 'ask', 'allowed'] as const;
export type State = (typeof states)[number];

/** What a person may decide. `ask`: from now on ask me each time. */
export type Act = 'give' | 'decline' | 'withdraw' | 'object' | 'restrict' | 'lift' | 'ask';

export function rank(state: State): number {
  return states.indexOf(state);
}

/** What the database stored; a number that nobody knows is read as the strictest. */
export function stateAt(number: number | null | undefined): State {
  return states[number ?? 0] ?? 'restricted';
}

export function lowest(one: State, other: State): State {
  return rank(one) <= rank(other) ? one : other;
}

export function startOf(purpose: Purpose): State {
  return purposes[purpose].start;
}

/** Proof of who someone is that loosening asks for: control of an address or more. */
const proofToLoosen = 2;
/** Taking back an objection to direct marketing asks for somebody who signed in. */
const proofToWelcomeMarketing = 3;

/** Loosening asks for proof of who someone is; tightening never does. */
export function mayDecide(before: State, after: State, strength: number): boolean {
  return rank(after) <= rank(before) || strength >= proofToLoosen;
}

/** What it takes to lift what stands: an objection to direct marketing is absolute until its own person signs in. */
export function proofToLift(purpose: Purpose, before: State): number {
  return before === 'objected' && ruleOf(purpose).marketing ? proofToWelcomeMarketing : proofToLoosen;
}
