import type { Actor } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Category } from './category.ts';
import { type Entry, type Item, type LoggedDecision, minorIn, outcomesOf } from './history.ts';
import { type Act, mayDecide, proofToLift, rank, type State, startOf } from './permission.ts';
import { type Purpose, ruleOf } from './purpose.ts';

export interface NewDecision {
  purpose: Purpose;
  act: Act;
  /** 0 typed, 1 through the channel, 2 proof of control, 3 signed in, 4 signed in and confirmed again. */
  strength: number;
  evidence?: string;
  /** Only this kind of data. Absent: all that the purpose touches. */
  category?: Category;
  /** Only this thing. */
  item?: Item;
  expiresAt?: Temporal.Instant;
  /** For a minor: somebody with proof of being the guardian says so. */
  guardian?: boolean;
  /** What held when they chose to lift it. Something else holds by now, as after a second press: nothing is decided. */
  from?: State;
  /** What stood on the screen at that moment. */
  shown?: { textHash: string; language: string; surface: string };
}

/** A colleague on the telephone has heard somebody and seen nothing; and nobody proves more than they showed. */
export function strengthOf(actor: Actor, claimed: number): number {
  if (actor.kind === 'employee') return Math.min(claimed, 1);
  if (actor.kind === 'person') return Math.min(claimed, actor.strength);
  return claimed;
}

/**
 * What cannot be decided, whoever says it.
 * @throws Refusal `invalid.objection`, `invalid.restriction`, `invalid.not-offered`, `invalid.category`,
 * `invalid.item`, `invalid.guardian`
 */
export function refuseMuddled(decision: NewDecision, offered: readonly string[]): void {
  const { purpose, act, category, item } = decision;
  const rule = ruleOf(purpose);
  if (act === 'object' && !rule.objectable) throw new Refusal('invalid.objection', { purpose });
  if (act === 'restrict' && purpose === 'legal') throw new Refusal('invalid.restriction', { purpose });
  if (act === 'give' && !offered.includes(purpose)) throw new Refusal('invalid.not-offered', { purpose });
  if (category && (!rule.categories.includes(category) || act === 'ask' || item)) {
    throw new Refusal('invalid.category', { purpose, category });
  }
  const itemless = rule.items && act === 'give' && !item && !category;
  if (itemless || (item && act !== 'give' && act !== 'withdraw'))
    throw new Refusal('invalid.item', { purpose });
  if (decision.guardian && decision.strength < 3) throw new Refusal('forbidden.guardian', { purpose });
}

/** What would hold after it is compared with what holds before, by the same rule that writes what holds. */
export function refuseLoosening(log: readonly Entry[], decision: NewDecision & { strength: number }): void {
  const { purpose, act, strength, category } = decision;
  if (decision.item) {
    if (act === 'give' && strength < 2) throw new Refusal('forbidden.loosening', { purpose });
    const ofAge = ruleOf(purpose).minimumAge === undefined || decision.guardian || !minorIn(log);
    if (act === 'give' && !ofAge) throw new Refusal('forbidden.give', { purpose, state: 'denied' });
    return;
  }
  const before = stateIn(log, purpose, category);
  const proved = stateIn([...log, entryOf(decision, 4)], purpose, category);
  const needed = act === 'lift' ? proofToLift(purpose, before) : 2;
  if (!mayDecide(before, proved, strength) || (rank(proved) > rank(before) && strength < needed)) {
    throw new Refusal('forbidden.loosening', { purpose });
  }
  if (act === 'give' && proved !== 'allowed') throw new Refusal('forbidden.give', { purpose, state: proved });
}

/** What a log by itself comes to. */
export function stateIn(log: readonly Entry[], purpose: Purpose, category?: Category): State {
  const outcome = outcomesOf(log).get(purpose);
  if (!category) return outcome?.state ?? startOf(purpose);
  return outcome?.categories.get(category) ?? 'allowed';
}

function entryOf(decision: NewDecision, strength: number): LoggedDecision {
  return {
    kind: 'decision',
    id: BigInt(Number.MAX_SAFE_INTEGER),
    purpose: decision.purpose,
    act: decision.act,
    strength,
    category: decision.category ?? null,
    item: decision.item ?? null,
    guardian: decision.guardian ?? false,
    carried: null,
    expiresAt: null,
  };
}
