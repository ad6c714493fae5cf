import type { C } from '../../insights/goals/goal.ts';

const prefixes: readonly (readonly [prefix: string, c: C])[] = [
  ['inbox.', 'experience'],
  ['crm.', 'experience'],
  ['offer.', 'experience'],
  ['listen.', 'conversation'],
  ['insights.', 'conversation'],
  ['network.', 'conversation'],
  ['ambassadors', 'conversation'],
  ['content.', 'content'],
  ['loyalty.', 'content'],
  ['community.', 'collaboration'],
];

/** Which of the four Cs a capability belongs to; none for those that run across. */
export function areaOf(capability: string): C | undefined {
  return prefixes.find(([prefix]) => capability.startsWith(prefix))?.[1];
}
