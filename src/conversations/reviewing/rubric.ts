/** What an answer is looked at for (domain.md 4.8): each 0 not, 1 partly, 2 good. */
export const criteria = ['substance', 'voice', 'correctness', 'language', 'closure'] as const;
export type Criterion = (typeof criteria)[number];

export type Mark = 0 | 1 | 2;
export type Marks = Readonly<Record<Criterion, Mark>>;

/** Two looked, and see it differently somewhere. */
export function differ(one: Marks, other: Marks): boolean {
  return criteria.some((criterion) => one[criterion] !== other[criterion]);
}
