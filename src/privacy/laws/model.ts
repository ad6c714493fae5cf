import { effectiveOf } from '../effective.ts';
import type { Entry, LoggedDecision, Outcome } from '../history.ts';
import { minorIn } from '../history.ts';
import { groupsAlong, heldTogether } from '../joining/joining.ts';
import { rank, startOf } from '../permission.ts';
import { type Purpose, ruleOf } from '../purpose.ts';
import { refuseLoosening, refuseMuddled } from '../weighing.ts';
import { type System, type Told, tried, type UseOf } from './system.ts';

/** The parts that a planted mistake changes. The real ones are what PostgreSQL runs with. */
export interface Parts {
  effective: (logs: readonly (readonly Entry[])[]) => Map<Purpose, Outcome>;
  weigh: (log: readonly Entry[], told: Told) => void;
  /** Entries as they are filed; what is kept of an offer, in which order. */
  file: (entry: Entry, told?: Told) => Entry;
  carries: boolean;
  heedsOffers: boolean;
  heedsCategories: boolean;
  judgesWhenRun: boolean;
  spends: boolean;
  heedsVersion: boolean;
  proofOfAge: number;
}

export const realParts: Parts = {
  effective: effectiveOf,
  weigh: (log, told) => {
    refuseMuddled(told, [...tried]);
    refuseLoosening(log, told);
  },
  file: (entry) => entry,
  carries: true,
  heedsOffers: true,
  heedsCategories: true,
  judgesWhenRun: true,
  spends: true,
  heedsVersion: true,
  proofOfAge: 3,
};

interface Yes {
  id: bigint;
  person: number;
  purpose: Purpose;
  ref: string;
  version: string;
  guardian: boolean;
}

interface Memory {
  parts: Parts;
  last: bigint;
  logs: Entry[][];
  offers: (Entry & { kind: 'offer' })[];
  joins: { person_id: string; other_id: string }[];
  yesses: Yes[];
  spent: Set<bigint>;
}

/** The rules of the house on plain memory. */
export function modelOf(parts: Parts, persons: number): System {
  const logs = Array.from({ length: persons }, (): Entry[] => []);
  const memory: Memory = { parts, last: 0n, logs, offers: [], joins: [], yesses: [], spent: new Set() };
  const queue: { person: number; use: UseOf; judged: boolean }[] = [];
  return {
    decide: async (person, told) => tell(memory, person, told),
    publish: async (material) => {
      memory.offers.push({ kind: 'offer', id: next(memory), material });
    },
    join: async (one, other) => {
      memory.joins.push({ person_id: String(one), other_id: String(other) });
    },
    part: async (one, other) => part(memory, one, other),
    setMinor: async (person) => {
      const log = logs[person] ?? [];
      if (!minorIn(log)) log.push({ kind: 'flag', id: next(memory), act: 'set' });
    },
    clearMinor: async (person, strength) => {
      if (strength < parts.proofOfAge || !isMinor(memory, person)) return false;
      for (const one of groupOf(memory, person))
        logs[one]?.push({ kind: 'flag', id: next(memory), act: 'clear' });
      return true;
    },
    use: async (person, use) => commit(memory, judge(memory, person, use)),
    enqueue: async (person, use) => {
      queue.push({ person, use, judged: judge(memory, person, use) !== false });
    },
    run: async () =>
      queue.splice(0).map(({ person, use, judged }) => ({
        person,
        use,
        done: parts.judgesWhenRun ? commit(memory, judge(memory, person, use)) : judged,
      })),
    state: async (person, purpose) => outcomeOf(memory, person, purpose)?.state ?? startOf(purpose),
  };
}

function next(memory: Memory): bigint {
  memory.last += 1n;
  return memory.last;
}

function groupOf({ logs, joins }: Memory, person: number): number[] {
  const everybody = logs.map((_, at) => String(at));
  return (groupsAlong(everybody, joins).find((group) => group.includes(String(person))) ?? []).map(Number);
}

function logOf({ parts, logs, offers }: Memory, person: number): Entry[] {
  const own = logs[person] ?? [];
  return own.length > 0 && parts.heedsOffers ? [...offers, ...own] : own;
}

function outcomeOf(memory: Memory, person: number, purpose: Purpose): Outcome | undefined {
  return memory.parts.effective(groupOf(memory, person).map((one) => logOf(memory, one))).get(purpose);
}

function isMinor(memory: Memory, person: number): boolean {
  return groupOf(memory, person).some((one) => minorIn(memory.logs[one] ?? []));
}

function tell(memory: Memory, person: number, told: Told): boolean {
  const { parts, logs, yesses } = memory;
  try {
    parts.weigh(logOf(memory, person), told);
  } catch {
    return false;
  }
  const id = next(memory);
  logs[person]?.push(parts.file(entryOf(id, told), told));
  const { purpose, item, guardian = false } = told;
  if (item && told.act === 'give') yesses.push({ id, person, purpose, ...item, guardian });
  return true;
}

function part(memory: Memory, one: number, other: number): void {
  const pair = [String(one), String(other)];
  const kept = memory.joins.filter(
    (join) => !(pair.includes(join.person_id) && pair.includes(join.other_id)),
  );
  if (kept.length === memory.joins.length) return;
  const group = groupOf(memory, one);
  const held = memory.parts.carries ? heldTogether(group.map((member) => logOf(memory, member))) : [];
  for (const { purpose, category, state } of held) {
    const told = { purpose, act: 'restrict', strength: 0, sentAt: 0 } as const;
    for (const person of group) {
      memory.logs[person]?.push({ ...entryOf(next(memory), told), act: 'carry', carried: state, category });
    }
  }
  if (memory.parts.carries) endAnswers(memory, group);
  memory.joins = kept;
}

/** What one said yes to and another took back, or was too young for, stays so when they are two. */
function endAnswers(memory: Memory, group: readonly number[]): void {
  const told = new Set<string>();
  for (const yes of memory.yesses.filter(({ person }) => group.includes(person))) {
    const others = group.filter((one) => one !== yes.person).flatMap((one) => memory.logs[one] ?? []);
    const aged = ruleOf(yes.purpose).minimumAge !== undefined && !yes.guardian;
    const ends = others.some((one) => (one.id > yes.id && voids(one, yes)) || (aged && one.kind === 'flag'));
    const key = `${yes.person} ${yes.purpose} ${yes.ref}`;
    if (!ends || told.has(key)) continue;
    told.add(key);
    const item = { ref: yes.ref, version: '' };
    const said = { purpose: yes.purpose, act: 'withdraw', strength: 0, item, sentAt: 0 } as const;
    memory.logs[yes.person]?.push(entryOf(next(memory), said));
  }
}

function findYes(memory: Memory, person: number, { purpose, item }: UseOf): Yes | undefined {
  const { parts, spent, offers, logs } = memory;
  const group = groupOf(memory, person);
  const voided = (yes: Yes) =>
    (parts.spends && spent.has(yes.id)) ||
    (isMinor(memory, person) && !yes.guardian) ||
    (parts.heedsOffers && offers.some((one) => one.id > yes.id && one.material.includes(purpose))) ||
    group.flatMap((one) => logs[one] ?? []).some((one) => one.id > yes.id && voids(one, yes));
  return memory.yesses.find(
    (yes) =>
      group.includes(yes.person) &&
      yes.purpose === purpose &&
      yes.ref === item?.ref &&
      (!parts.heedsVersion || yes.version === item.version) &&
      !voided(yes),
  );
}

function judge(memory: Memory, person: number, use: UseOf): Yes | boolean {
  const now = outcomeOf(memory, person, use.purpose);
  const state = now?.state ?? startOf(use.purpose);
  const less = (one: UseOf['categories'][number]) =>
    rank(now?.categories.get(one) ?? 'allowed') < rank('allowed');
  if (memory.parts.heedsCategories && use.categories.some(less)) return false;
  if (state === 'allowed') return true;
  return state === 'ask' && (findYes(memory, person, use) ?? false);
}

function commit({ spent }: Memory, judged: Yes | boolean): boolean {
  if (typeof judged === 'object') spent.add(judged.id);
  return judged !== false;
}

function voids(entry: Entry, yes: Yes): boolean {
  if (entry.kind === 'flag') return ruleOf(yes.purpose).minimumAge !== undefined;
  if (entry.kind !== 'decision' || entry.purpose !== yes.purpose) return false;
  if (entry.item) return entry.act === 'withdraw' && entry.item.ref === yes.ref;
  return entry.category === null && ['decline', 'withdraw', 'object', 'restrict'].includes(entry.act);
}

function entryOf(id: bigint, told: Told): LoggedDecision {
  return {
    kind: 'decision',
    id,
    purpose: told.purpose,
    act: told.act,
    strength: told.strength,
    category: told.category ?? null,
    item: told.item ?? null,
    guardian: told.guardian ?? false,
    carried: null,
    expiresAt: null,
  };
}
