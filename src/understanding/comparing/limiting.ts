import { groupDuplicates, signatureOf } from './duplicates.ts';

/** What somebody said; `personId` null: nobody knows who. */
interface Spoken {
  readonly personId: string | null;
}

/** Of one person no more than this share of what is learned from; whoever writes much must not teach the others' words. */
const mostOfOne = 0.01;
/** While there are few messages a hundredth would be none at all. */
const alwaysAllowed = 5;

/**
 * The messages without those by which one person would count for more than a hundredth of what is left (five are always
 * allowed); the first of each are kept, so give the newest first. Who is not known is nobody twice.
 */
export function limited<One extends Spoken>(messages: readonly One[]): One[] {
  const counts = new Map<string, number>();
  for (const { personId } of messages)
    if (personId !== null) counts.set(personId, (counts.get(personId) ?? 0) + 1);
  const unknown = messages.filter(({ personId }) => personId === null).length;
  let most = messages.length;
  for (let next = mostOf(messages.length); next < most; next = mostOf(keptAt(next))) most = next;
  const kept = new Map<string, number>();
  return messages.filter(({ personId }) => {
    if (personId === null) return true;
    const before = kept.get(personId) ?? 0;
    kept.set(personId, before + 1);
    return before < most;
  });

  /** What is left shrinks with what one may have, and a hundredth of it shrinks too. */
  function keptAt(each: number): number {
    return [...counts.values()].reduce((sum, count) => sum + Math.min(count, each), unknown);
  }
}

function mostOf(total: number): number {
  return Math.max(alwaysAllowed, Math.floor(total * mostOfOne));
}

/** So many are looked at for so many that are leant on. */
const lookedAt = 4;

/**
 * The newest `most` of a stream to lean on, newest first: what nearly says the same counts once, so that a campaign of
 * copies is one voice, and one person counts for no more than a hundredth.
 */
export function voices<One extends Spoken & { readonly text: string }>(
  stream: readonly One[],
  most: number,
): One[] {
  const newest = stream.slice(0, most * lookedAt);
  const firsts = groupDuplicates(newest.map(({ text }) => signatureOf(text)));
  return limited(newest.filter((_, at) => firsts[at] === at).slice(0, most));
}
