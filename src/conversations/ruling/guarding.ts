/** So many rules one after another, each set off by what the one before it did. */
export const deepest = 3;

/** So often may rules hold for one conversation within the window; and so often one and the same rule. */
export const mostRuns = 30;
export const mostOfOne = 5;
export const windowMinutes = 60;

/** What rules did to a conversation lately. */
export interface Lately {
  /** By rule: how often it held within the window. Those that were held back do not count. */
  byRule: ReadonlyMap<string, number>;
}

export type Held = 'depth' | 'often' | 'off';

/** Why a rule that fits is held back, so that rules cannot chase each other for ever. */
export function heldBack(rule: string, { depth, lately }: { depth: number; lately: Lately }): Held | null {
  if (depth > deepest) return 'depth';
  const all = [...lately.byRule.values()].reduce((sum, n) => sum + n, 0);
  if (all >= mostRuns || (lately.byRule.get(rule) ?? 0) >= mostOfOne) return 'often';
  return null;
}
