/** A colleague who can be called, or a department. */
export interface Callable {
  id: string;
  name: string;
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const isLetter = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);

/**
 * Whom a note calls: `@` at the beginning of a word and a name behind it. The longest name that fits counts; a first name
 * alone when one colleague only has it; a department only by its whole name. What is no such name is left as it stands.
 */
export function mentionedIn(
  text: string,
  colleagues: readonly Callable[],
  departments: readonly Callable[] = [],
): string[] {
  const names = [
    ...[...colleagues, ...departments].map(({ id, name }) => ({ id, name: folded(name.trim()) })),
    ...colleagues.flatMap((one) => firstNameOf(one, colleagues)),
  ].toSorted((one, other) => other.name.length - one.name.length);
  const said = folded(text);
  const found = new Set<string>();
  for (let at = said.indexOf('@'); at >= 0; at = said.indexOf('@', at + 1)) {
    if (isLetter(said[at - 1])) continue;
    const hit = names.find(
      ({ name }) => said.startsWith(name, at + 1) && !isLetter(said[at + 1 + name.length]),
    );
    if (hit) found.add(hit.id);
  }
  return [...found];
}

function firstNameOf({ id, name }: Callable, colleagues: readonly Callable[]): Callable[] {
  const first = folded(name.trim().split(/\s+/)[0] ?? '');
  const same = colleagues.filter((one) => folded(one.name.trim().split(/\s+/)[0] ?? '') === first);
  return first.length > 1 && same.length === 1 ? [{ id, name: first }] : [];
}
