import type { Category } from './category.ts';
import { type Act, lowest, proofToLift, type State, startOf } from './permission.ts';
import { type Purpose, purposeKeys, ruleOf } from './purpose.ts';

/** One thing that a yes is for: a story, a claim, a partner; `version`: what exactly was shown, when that can change. */
export interface Item {
  ref: string;
  version: string | null;
}

/** A decision as the log holds it. `carry` and `expire` are written by Polder and can only lower. */
export interface LoggedDecision {
  kind: 'decision';
  id: bigint;
  purpose: Purpose;
  act: Act | 'carry' | 'expire';
  strength: number;
  category: Category | null;
  item: Item | null;
  guardian: boolean;
  /** What is kept when two persons turn out not to be one. */
  carried: State | null;
  expiresAt: Date | null;
}

export type Entry =
  | LoggedDecision
  /** The person is a minor, or proof says no longer. */
  | { kind: 'flag'; id: bigint; act: 'set' | 'clear' }
  /** A version of the offer that asks anew for these purposes. */
  | { kind: 'offer'; id: bigint; material: readonly Purpose[] };

/** What one person's own decisions about one purpose come to. Each part only lowers, so their order is free. */
interface Stance {
  base: State;
  asks: boolean;
  objected: boolean;
  restricted: boolean;
  /** The person said yes themselves; more than allowed, for a purpose that is on by itself. */
  given: boolean;
  decisionId: bigint | null;
  expiresAt: Date | null;
}

export interface Outcome {
  state: State;
  given: boolean;
  decisionId: bigint | null;
  expiresAt: Date | null;
  /** Everything that stands, each lowering by itself; the state is the lowest of them. */
  parts: readonly State[];
  /** Categories of which less holds than for the purpose. */
  categories: ReadonlyMap<Category, State>;
}

interface Record {
  minor: boolean;
  stances: Map<Purpose, Stance>;
  narrowed: Map<Purpose, Map<Category, Stance>>;
}

/**
 * What the log of one person comes to, for each purpose that it touches. Pure, and the only place that says so: the
 * table `permission` is this, for the lowest of everybody who is the same person.
 */
export function outcomesOf(entries: readonly Entry[]): Map<Purpose, Outcome> {
  const record: Record = { minor: false, stances: new Map(), narrowed: new Map() };
  for (const entry of [...entries].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)))
    heed(record, entry);
  return new Map(
    [...record.stances].map(([purpose, stance]) => [
      purpose,
      {
        state: stateOfStance(stance),
        parts: partsOf(stance),
        given: stance.given && stance.base === 'allowed',
        decisionId: stance.decisionId,
        expiresAt: stance.base === 'allowed' ? stance.expiresAt : null,
        categories: new Map(
          [...(record.narrowed.get(purpose) ?? [])].map(([category, narrow]) => [
            category,
            stateOfStance(narrow),
          ]),
        ),
      },
    ]),
  );
}

/** Whether the log says that the person is a minor. */
export function minorIn(entries: readonly Entry[]): boolean {
  const flags = entries.filter((entry) => entry.kind === 'flag').sort((a, b) => (a.id < b.id ? -1 : 1));
  return flags.at(-1)?.act === 'set';
}

function partsOf({ base, asks, objected, restricted }: Stance): State[] {
  const parts: State[] = [base];
  if (asks) parts.push('ask');
  if (objected) parts.push('objected');
  if (restricted) parts.push('restricted');
  return parts;
}

function stateOfStance(stance: Stance): State {
  return partsOf(stance).reduce(lowest);
}

function heed(record: Record, entry: Entry): void {
  if (entry.kind === 'flag') heedFlag(record, entry.act);
  else if (entry.kind === 'offer') for (const purpose of entry.material) askAnew(record, purpose);
  else heedDecision(record, entry);
}

/** Consents of a minor do not count, and are not given back: somebody who is of age is asked afresh. */
function heedFlag(record: Record, act: 'set' | 'clear'): void {
  if (act === 'set' && record.minor) return;
  record.minor = act === 'set';
  for (const purpose of purposeKeys) {
    if (ruleOf(purpose).minimumAge === undefined) continue;
    const stance = stanceOn(record, purpose);
    stance.base = act === 'set' ? 'denied' : startOf(purpose);
    stance.given = false;
  }
}

/** Yes was said to another text. What does not rest on consent stays on, but nobody said yes to it any more. */
function askAnew(record: Record, purpose: Purpose): void {
  const stance = record.stances.get(purpose);
  if (!stance) return;
  stance.given = false;
  const before = stateOfStance(stance);
  if (ruleOf(purpose).basis === 'consent' && stance.base === 'allowed') stance.base = 'unknown';
  // What holds now follows from the new text, and from nothing that the person said.
  if (stateOfStance(stance) !== before) stance.decisionId = null;
}

function stanceOn(record: Record, purpose: Purpose): Stance {
  const stance = record.stances.get(purpose) ?? begin(startOf(purpose));
  record.stances.set(purpose, stance);
  return stance;
}

function begin(base: State): Stance {
  return {
    base,
    asks: false,
    objected: false,
    restricted: false,
    given: false,
    decisionId: null,
    expiresAt: null,
  };
}

/** Where a decision about one category counts: it can only take away from what holds for the purpose. */
function narrowStance(record: Record, purpose: Purpose, category: Category): Stance {
  const narrowed = record.narrowed.get(purpose) ?? new Map<Category, Stance>();
  record.narrowed.set(purpose, narrowed);
  const stance = narrowed.get(category) ?? begin('allowed');
  narrowed.set(category, stance);
  return stance;
}

function heedDecision(record: Record, decision: LoggedDecision): void {
  const { purpose, category, item, act } = decision;
  const stance = stanceOn(record, purpose);
  if (item !== null) return;
  const touched = category === null ? stance : narrowStance(record, purpose, category);
  if (act === 'give') giveTo(touched, decision, record.minor);
  else if (act === 'lift') liftFrom(touched, decision, record.minor);
  else lower(touched, decision);
}

function lower(stance: Stance, decision: LoggedDecision): void {
  const { act, purpose, carried } = decision;
  const consent = ruleOf(purpose).basis === 'consent';
  if (act === 'decline' || act === 'withdraw') stance.base = lowest(stance.base, 'denied');
  if (act === 'object' || carried === 'objected') stance.objected = true;
  if (act === 'object') stance.given = false;
  if (act === 'object' && consent) stance.base = lowest(stance.base, 'unknown');
  if (act === 'restrict' || carried === 'restricted') stance.restricted = true;
  if (act === 'ask' || carried === 'ask') stance.asks = true;
  if (act === 'carry' && (carried === 'denied' || carried === 'unknown')) {
    stance.base = lowest(stance.base, carried);
  }
  if (act === 'expire') stance.base = lowest(stance.base, startOf(purpose));
  if (act === 'expire' || stance.base !== 'allowed') stance.given = false;
  stance.decisionId = decision.id;
}

/** A yes without proof of who says it is none; nor is the yes of a minor without a guardian's. */
function giveTo(stance: Stance, decision: LoggedDecision, minor: boolean): void {
  const rule = ruleOf(decision.purpose);
  if (decision.strength < 2 || (rule.items && decision.category === null)) return;
  if (minor && rule.minimumAge !== undefined && !decision.guardian) return;
  if (rule.marketing && stance.objected) return;
  stance.base = 'allowed';
  stance.asks = false;
  stance.objected = false;
  stance.given = true;
  stance.decisionId = decision.id;
  stance.expiresAt = decision.expiresAt;
}

/** Takes back the strictest that stands: a restriction first, so that an objection under it comes to light again. */
function liftFrom(stance: Stance, decision: LoggedDecision, minor: boolean): void {
  const before = stateOfStance(stance);
  if (decision.strength < proofToLift(decision.purpose, before)) return;
  if (stance.restricted) stance.restricted = false;
  else if (stance.objected) stance.objected = false;
  else if (!(minor && ruleOf(decision.purpose).minimumAge !== undefined)) {
    stance.base = decision.category === null ? startOf(decision.purpose) : 'allowed';
    stance.asks = false;
    stance.given = false;
  }
  stance.decisionId = decision.id;
}
