import type { Example } from './model.ts';

/** Texts that were labelled in more than one way. All are learned from: the model then doubts, as colleagues do. */
export function contradictions(
  examples: readonly Example[],
): { text: string; ids: string[]; labels: string[] }[] {
  const groups = Map.groupBy(examples, ({ text }) => text.replace(/\s+/g, ' ').trim().toLowerCase());
  return [...groups.values()].flatMap((group) => {
    const labels = [...new Set(group.map((one) => [...one.labels].sort().join(' + ')))];
    return labels.length > 1 ? [{ text: group[0]?.text ?? '', ids: group.map(({ id }) => id), labels }] : [];
  });
}
