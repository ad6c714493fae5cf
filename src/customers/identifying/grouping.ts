/** A standing line: these two persons are one human. */
export interface Line {
  personId: string;
  intoId: string;
}

/**
 * As whom each person is shown, from the lines that stand: everybody who hangs together by them is one, shown as the
 * oldest of them. Persons without a line are not in the answer. The order of the lines, their direction and circles
 * among them make no difference, so that merging commutes, and taking a line away gives what was.
 */
export function shownByLines(lines: readonly Line[]): Map<string, string> {
  const next = new Map<string, string[]>();
  const join = (a: string, b: string) => next.set(a, [...(next.get(a) ?? []), b]);
  for (const { personId, intoId } of lines) {
    join(personId, intoId);
    join(intoId, personId);
  }
  const shown = new Map<string, string>();
  for (const start of next.keys()) {
    if (shown.has(start)) continue;
    const group = reachedFrom(start, next);
    const oldest = [...group].reduce((a, b) => (BigInt(a) < BigInt(b) ? a : b));
    for (const person of group) shown.set(person, oldest);
  }
  return shown;
}

function reachedFrom(start: string, next: ReadonlyMap<string, readonly string[]>): Set<string> {
  const group = new Set([start]);
  const todo = [start];
  for (let person = todo.pop(); person !== undefined; person = todo.pop()) {
    for (const other of next.get(person) ?? []) {
      if (group.has(other)) continue;
      group.add(other);
      todo.push(other);
    }
  }
  return group;
}
