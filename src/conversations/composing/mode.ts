/** The three papers of the composer. What is written on one never becomes another by itself. */
export const modes = ['public', 'private', 'note'] as const;
export type Mode = (typeof modes)[number];

/** What leaves the house. */
export type Leaving = Exclude<Mode, 'note'>;

/** A note stays with colleagues. */
export function leaves(mode: Mode): mode is Leaving {
  return mode !== 'note';
}

/**
 * Which papers there are in a conversation, the usual one first. Where others read along an answer may be private
 * too; what was said in private is never answered where others read along.
 */
export function modesOf(audience: string): readonly Mode[] {
  return audience === 'public' ? ['public', 'private', 'note'] : ['private', 'note'];
}

export function fits(mode: Mode, audience: string): boolean {
  return modesOf(audience).includes(mode);
}
