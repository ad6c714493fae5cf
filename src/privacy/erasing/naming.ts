/** Places of an erasure by the names that people know them by, each with how much stood there; what was empty is left out. */
export function namedPlaces(
  lines: readonly { place: string; n: number }[],
  names: Readonly<Record<string, string>>,
): { name: string; n: number }[] {
  const found = new Map<string, number>();
  for (const { place, n } of lines) {
    const name = names[place] ?? place.replaceAll('_', ' ');
    if (n > 0) found.set(name, (found.get(name) ?? 0) + n);
  }
  return [...found].map(([name, n]) => ({ name, n }));
}
