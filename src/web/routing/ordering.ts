/** Things in an order that somebody changes: one step earlier or later, or taken away. */
export function moved<T extends { key: string }>(
  all: readonly T[],
  key: string,
  way: 'up' | 'down' | 'remove',
): T[] {
  const at = all.findIndex((one) => one.key === key);
  if (at < 0) return [...all];
  const rest = all.toSpliced(at, 1);
  const [one] = all.slice(at, at + 1);
  if (way === 'remove' || !one) return rest;
  return rest.toSpliced(Math.max(0, way === 'up' ? at - 1 : at + 1), 0, one);
}

/** With this one in its place, or at the end when it is new. */
export function withOne<T extends { key: string }>(all: readonly T[], one: T): T[] {
  const at = all.findIndex(({ key }) => key === one.key);
  return at < 0 ? [...all, one] : all.with(at, one);
}

/** A key that none of them has. */
export function freeKey(all: readonly { key: string }[], letter: string): string {
  for (let n = all.length + 1; ; n += 1) {
    if (!all.some(({ key }) => key === `${letter}${n}`)) return `${letter}${n}`;
  }
}
