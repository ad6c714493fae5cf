/** The seven items of the culture profile: openness, autonomy, risk, closeness, sharing, data, time. Scale 1 to 5. */
export const items = ['O', 'A', 'R', 'C', 'S', 'D', 'T'] as const;
export type Item = (typeof items)[number];

/** The least that a template asks of the culture. */
export type Asks = Readonly<Partial<Record<Item, number>>>;

/** How it is here: the median per item; an item that nobody answered is not there. */
export type Profile = Readonly<Partial<Record<Item, number>>>;

export interface Fit {
  /** Share of the items asked that are there; null when none of them is known. */
  readonly score: number | null;
  readonly verdict: 'fits' | 'with-help' | 'not-now' | 'unknown';
  readonly items: readonly { item: Item; asks: number; has: number | null; fits: boolean | null }[];
}

/** Half a point below what is asked still fits. */
const slack = 0.5;

/** Does a pilot fit the culture? Of what is known; an input for choosing, never a gate. */
export function fitOf(asks: Asks, profile: Profile): Fit {
  const named = items.flatMap((item) => {
    const least = asks[item];
    if (least === undefined) return [];
    const has = profile[item] ?? null;
    return [{ item, asks: least, has, fits: has === null ? null : has >= least - slack }];
  });
  if (named.length === 0) return { score: 1, verdict: 'fits', items: [] };
  const known = named.filter(({ fits }) => fits !== null);
  if (known.length === 0) return { score: null, verdict: 'unknown', items: named };
  const score = known.filter(({ fits }) => fits).length / known.length;
  return { score, verdict: score >= 0.8 ? 'fits' : score >= 0.5 ? 'with-help' : 'not-now', items: named };
}

/** The middle value of answers that were counted per value; undefined without answers. */
export function medianOf(counts: Readonly<Record<number, number>>): number | undefined {
  const values = Object.entries(counts)
    .map(([value, n]) => ({ value: Number(value), n }))
    .toSorted((a, b) => a.value - b.value);
  const all = values.reduce((sum, { n }) => sum + n, 0);
  if (all === 0) return undefined;
  const at = (place: number) => {
    let passed = 0;
    for (const { value, n } of values) {
      passed += n;
      if (passed > place) return value;
    }
    return values.at(-1)?.value ?? 0;
  };
  return (at(Math.floor((all - 1) / 2)) + at(Math.ceil((all - 1) / 2))) / 2;
}
