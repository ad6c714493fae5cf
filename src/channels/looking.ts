import type { FoundThere, Outgoing } from './connection.ts';

/** Something that stands there, in our name unless `ours` says no. `at`: ISO 8601. */
export interface Own {
  readonly externalId: string;
  readonly text: string;
  readonly at: string | null;
  readonly ours?: boolean;
}

/** Their clock and ours may differ by so much, in milliseconds. */
const skew = 10 * 60_000;

/**
 * Looks for an answer among what stands there in our name, where a network takes no key of ours along. Those that are
 * known to be other answers (`known`) are none of it. The same words: it is there. Nothing of ours that we cannot place:
 * it never came, where the whole was shown. Something of ours in other words: it may be this one, changed on the way, so
 * nobody can tell. The same words count whoever is said to have written them: networks name us in more ways than one.
 */
export async function findAmong(
  own: readonly Own[],
  { text, writtenAt, whole = true }: Pick<Outgoing, 'text' | 'writtenAt'> & { whole?: boolean },
  known: (externalIds: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<FoundThere> {
  const since = Date.parse(writtenAt) - skew;
  const recent = own.filter(({ at }) => at === null || Date.parse(at) >= since);
  const placed = await known(recent.map(({ externalId }) => externalId));
  const loose = recent.filter(({ externalId }) => !placed.has(externalId));
  const same = loose.find((one) => bare(one.text) === bare(text));
  if (same) return { kind: 'there', externalId: same.externalId };
  return { kind: whole && !loose.some(({ ours = true }) => ours) ? 'absent' : 'unsure' };
}

/** Networks trim, and turn white space and links into their own. */
function bare(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/https?:\/\/\S+/g, 'link')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
