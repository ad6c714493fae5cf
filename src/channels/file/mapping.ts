import { Refusal } from '../../platform/refusal.ts';
import { authorKinds, headingsOf, normalised, type Target, targets } from './headings.ts';

/** Which heading gives which value; a target without a column is absent. Headings as the file writes them. */
export type Mapping = Readonly<Partial<Record<Target, string>>>;

/**
 * Recognises the columns of a file from its headings, then applies `override`
 * (`text=Bericht,author=Klant`; `author=` leaves a recognised column out).
 *
 * Refuses with `invalid.columns.malformed`, `invalid.columns.unknown-target`,
 * `invalid.columns.missing-heading` or `invalid.columns.no-text`; the details list what exists.
 */
export function resolveMapping(headings: readonly string[], override?: string): Mapping {
  const mapping = guessMapping(headings, override);
  if (mapping.text === undefined) {
    throw new Refusal('invalid.columns.no-text', { headings: named(headings), known: headingsOf.text });
  }
  return mapping;
}

/** As `resolveMapping`, but a file without a recognised text column is no refusal: a person still chooses. */
export function guessMapping(headings: readonly string[], override?: string): Mapping {
  const chosen = readOverride(headings, override ?? '');
  const found = recognised(headings, chosen);
  if (!isAuthorsOwnAccount(found, chosen)) return ordered(found, chosen);
  return ordered(recognised(headings, new Map([...chosen, ['handle', found.get('account') ?? '']])), chosen);
}

/**
 * The mapping with columns that turned up later (JSON Lines leave absent keys out); nothing once chosen
 * changes its meaning.
 */
export function widenMapping(mapping: Mapping, headings: readonly string[], override?: string): Mapping {
  const later = guessMapping(headings, override);
  const taken = new Set(Object.values(mapping));
  const added = Object.entries(later).filter(
    ([target, heading]) => !(target in mapping) && !taken.has(heading),
  );
  return { ...Object.fromEntries(added), ...mapping };
}

/** The mapping in the words of `--columns`, so that it can be copied and changed. */
export function describeMapping(mapping: Mapping): string {
  return targets
    .filter((target) => mapping[target] !== undefined)
    .map((target) => `${target}=${mapping[target]}`)
    .join(',');
}

type Found = ReadonlyMap<Target, string>;

function recognised(headings: readonly string[], chosen: Found): Map<Target, string> {
  const found = new Map<Target, string>();
  const taken = new Set(chosen.values());
  for (const target of targets) {
    const heading = chosen.get(target) ?? recognise(target, headings, taken);
    if (heading === undefined || heading === '') continue;
    found.set(target, heading);
    taken.add(heading);
  }
  return found;
}

function recognise(target: Target, headings: readonly string[], taken: Set<string>): string | undefined {
  for (const name of headingsOf[target]) {
    const heading = headings.find((candidate) => normalised(candidate) === name && !taken.has(candidate));
    if (heading !== undefined) return heading;
  }
  return undefined;
}

/** Beside a column that tells what the author is, `account` is where the author wrote from. */
function isAuthorsOwnAccount(found: Found, chosen: Found): boolean {
  const inbound = found.get('inbound');
  const account = found.get('account');
  if (inbound === undefined || account === undefined || !found.has('author')) return false;
  if (chosen.has('account') || chosen.has('handle') || found.has('handle')) return false;
  return authorKinds.includes(normalised(inbound)) && normalised(account) === 'account';
}

/** A time of day means something only beside a date. */
function ordered(found: Found, chosen: Found): Mapping {
  const dateOnly = ['date', 'datum'].includes(normalised(found.get('at') ?? ''));
  const kept = targets.filter((target) => target !== 'time' || dateOnly || chosen.has('time'));
  return Object.fromEntries(kept.flatMap((target) => entry(target, found.get(target))));
}

function entry(target: Target, heading: string | undefined): [Target, string][] {
  return heading === undefined ? [] : [[target, heading]];
}

/** Commas part the pairs, except inside a heading: only a comma before `word=` does. */
function readOverride(headings: readonly string[], override: string): Map<Target, string> {
  const chosen = new Map<Target, string>();
  if (override.trim() === '') return chosen;
  for (const pair of override.split(/,(?=\s*\w+\s*=)/)) {
    const cut = pair.indexOf('=');
    if (cut === -1) throw new Refusal('invalid.columns.malformed', { given: pair.trim(), known: targets });
    const name = pair.slice(0, cut).trim();
    const target = targets.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (!target) throw new Refusal('invalid.columns.unknown-target', { target: name, known: targets });
    chosen.set(target, headingNamed(headings, pair.slice(cut + 1).trim()));
  }
  return chosen;
}

function headingNamed(headings: readonly string[], wanted: string): string {
  if (wanted === '') return '';
  const exact = headings.find((heading) => heading === wanted);
  const similar = headings.find((heading) => normalised(heading) === normalised(wanted));
  const heading = exact ?? similar;
  if (heading === undefined) {
    throw new Refusal('invalid.columns.missing-heading', { heading: wanted, headings: named(headings) });
  }
  return heading;
}

/** At most 50 headings fit in a sentence. */
function named(headings: readonly string[]): readonly string[] {
  return headings.filter((heading) => heading !== '').slice(0, 50);
}
