import type { ContactDay } from '../../conversations/measuring/contact-days.ts';
import type { Measured } from '../measured.ts';
import { type Frame, firstDay } from './frame.ts';
import { censusOf, unknownOf } from './making.ts';
import type { Responder } from './speaking.ts';

export interface Edge {
  readonly one: string;
  readonly other: string;
  readonly weight: number;
}

/** What a contact weighs after so many days is half. */
const halfLife = 30;
const leastWeight = 0.5;

/** Who works with whom: contacts of 91 days, older ones weighing less; ties too thin are left out. */
export function edgesOf(frame: Frame, contacts: readonly ContactDay[]): Edge[] {
  const from = firstDay(frame, 91);
  const last = Temporal.PlainDate.from(frame.today);
  const ages = new Map<string, number>();
  const ageOf = (day: string) => {
    const known = ages.get(day);
    if (known !== undefined) return known;
    const age = Math.max(0, Temporal.PlainDate.from(day).until(last).days - 1);
    ages.set(day, age);
    return age;
  };
  const weights = new Map<string, Edge>();
  for (const { day, oneId, otherId, contacts: number } of contacts) {
    if (day < from) continue;
    const key = `${oneId} ${otherId}`;
    const weight = (weights.get(key)?.weight ?? 0) + number * 0.5 ** (ageOf(day) / halfLife);
    weights.set(key, { one: oneId, other: otherId, weight });
  }
  return [...weights.values()].filter(({ weight }) => weight >= leastWeight);
}

/** Everybody who hangs together, the most first. */
export function componentsOf(edges: readonly Edge[]): Set<string>[] {
  const neighbours = new Map<string, string[]>();
  const tie = (a: string, b: string) => neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
  for (const { one, other } of edges) {
    tie(one, other);
    tie(other, one);
  }
  const seen = new Set<string>();
  const components: Set<string>[] = [];
  for (const start of neighbours.keys()) {
    if (seen.has(start)) continue;
    const component = new Set([start]);
    const open = [start];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const next of neighbours.get(at) ?? []) {
        if (!component.has(next)) open.push(next);
        component.add(next);
      }
    }
    for (const one of component) seen.add(one);
    components.push(component);
  }
  return components.sort((a, b) => b.size - a.size);
}

/** (E − I) / (E + I), by weight between and within departments; null without ties. */
export function externalInternal(
  edges: readonly Edge[],
  departmentOf: (id: string) => string | null,
): number | null {
  let [external, internal] = [0, 0];
  for (const { one, other, weight } of edges) {
    if (departmentOf(one) === departmentOf(other)) internal += weight;
    else external += weight;
  }
  const all = external + internal;
  return all === 0 ? null : (external - internal) / all;
}

export interface Connecting {
  readonly edges: readonly Edge[];
  readonly responders: readonly Responder[];
  readonly departments: ReadonlyMap<string, string | null>;
}

/** MI, CN and EIX. Complete counts of colleagues; no one of them is named. */
export function connectingFigures({ edges, responders, departments }: Connecting): Measured[] {
  const known = responders.flatMap(({ employeeId }) => employeeId ?? []);
  if (known.length === 0 && responders.length > 0) {
    return ['MI', 'CN', 'EIX'].map((code) => unknownOf([code, 91], 'no-colleagues'));
  }
  const largest = componentsOf(edges)[0] ?? new Set<string>();
  const isolated = known.filter((id) => !largest.has(id)).length;
  return [
    censusOf(['MI', 91], { k: isolated, n: known.length }),
    censusOf(['CN', 91], { k: known.length - isolated, n: known.length }),
    separation(edges, departments),
  ];
}

function separation(edges: readonly Edge[], departments: ReadonlyMap<string, string | null>): Measured {
  const placed = edges.filter(({ one, other }) => departments.get(one) && departments.get(other));
  const value = externalInternal(placed, (id) => departments.get(id) ?? null);
  return {
    ...{ code: 'EIX', unit: 'index', window: 91, population: 'census', stepUps: 0 },
    ...{ value, n: placed.length, low: value, high: value },
    ...(value !== null && { expected: expectedSeparation(placed, departments) }),
  };
}

const permutations = 1000;

/** What the index would be if departments were dealt at random: the middle 90 % of a thousand deals, always the same. */
function expectedSeparation(edges: readonly Edge[], departments: ReadonlyMap<string, string | null>) {
  const people = [...new Set(edges.flatMap(({ one, other }) => [one, other]))];
  const labels = people.map((id) => departments.get(id) ?? null);
  const random = lehmer(20_101_201);
  const values: number[] = [];
  for (let round = 0; round < permutations; round++) {
    const dealt = shuffled(labels, random);
    const deal = new Map(people.map((id, i) => [id, dealt[i] ?? null]));
    values.push(externalInternal(edges, (id) => deal.get(id) ?? null) ?? 0);
  }
  values.sort((a, b) => a - b);
  return { low: values[permutations * 0.05] ?? 0, high: values[permutations * 0.95 - 1] ?? 0 };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const dealt = [...items];
  for (let i = dealt.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [dealt[i], dealt[j]] = [dealt[j] as T, dealt[i] as T];
  }
  return dealt;
}

/** Lehmer's generator (Park and Miller): the same deals every time, so the same evidence gives the same page. */
function lehmer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
