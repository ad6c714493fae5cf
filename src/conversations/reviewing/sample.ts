import { createHash } from 'node:crypto';

export interface Candidate {
  /** The number of the message. */
  readonly id: string;
  /** The part of the whole it stands for. */
  readonly stratum: string;
}

/**
 * Draws `size` of the candidates so that each stratum gets its share of the places, by largest remainder, and none that
 * fits is left out. The same seed draws the same from the same candidates, in whatever order they come.
 */
export function drawSample<T extends Candidate>(candidates: readonly T[], size: number, seed: number): T[] {
  const strata = Map.groupBy(candidates, ({ stratum }) => stratum);
  const places = share(new Map([...strata].map(([name, all]) => [name, all.length])), size);
  const lot = (id: string) => createHash('sha256').update(`${seed} ${id}`).digest('hex');
  const drawn = [...strata].flatMap(([name, all]) =>
    all
      .map((one) => ({ one, lot: lot(one.id) }))
      .sort((a, b) => (a.lot < b.lot ? -1 : 1))
      .slice(0, places.get(name) ?? 0),
  );
  return drawn.sort((a, b) => (a.lot < b.lot ? -1 : 1)).map(({ one }) => one);
}

/** How many places each stratum gets: its share rounded down, at least one where there is room, the rest by remainder. */
export function share(sizes: ReadonlyMap<string, number>, size: number): Map<string, number> {
  const all = [...sizes.values()].reduce((sum, n) => sum + n, 0);
  const wanted = Math.min(size, all);
  const ordered = [...sizes]
    .map(([name, n]) => ({ name, n, exact: all === 0 ? 0 : (wanted * n) / all }))
    .sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
  const places = new Map(ordered.map(({ name, exact }) => [name, Math.floor(exact)]));
  let left = wanted - [...places.values()].reduce((sum, n) => sum + n, 0);
  const byNeed = ordered.toSorted(
    (a, b) =>
      Number(Math.floor(a.exact) > 0) - Number(Math.floor(b.exact) > 0) ||
      b.exact - Math.floor(b.exact) - (a.exact - Math.floor(a.exact)) ||
      (a.name < b.name ? -1 : 1),
  );
  for (const { name, n } of byNeed) {
    const given = places.get(name) ?? 0;
    if (left === 0) break;
    if (given < n) {
      places.set(name, given + 1);
      left -= 1;
    }
  }
  return places;
}
