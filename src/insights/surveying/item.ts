/** What customers are asked about the relation, on five steps from fully disagree to fully agree. Our wording. */
export interface CustomerItem {
  readonly code: 'R1' | 'R2' | 'R3' | 'Q5b';
  readonly nl: string;
  readonly en: string;
}

export const customerItems: readonly CustomerItem[] = [
  {
    code: 'R1',
    nl: 'Zij weten vaak wat ik nodig heb voordat ik het vraag.',
    en: 'They often know what I need before I ask.',
  },
  {
    code: 'R2',
    nl: 'Ik vertrouw erop dat deze organisatie in mijn belang handelt.',
    en: 'I trust this organisation to act in my interest.',
  },
  {
    code: 'R3',
    nl: 'Ik voel me gehoord, ook als ik niet meedoe.',
    en: 'I feel heard, also when I do not take part.',
  },
  {
    code: 'Q5b',
    nl: 'Ik bepaal hier zelf wat er met mijn gegevens gebeurt.',
    en: 'I decide what happens with my data here.',
  },
];

/** 1 to 5, or "don't know". */
export type CustomerAnswer = 1 | 2 | 3 | 4 | 5 | 'unknown';
export type CustomerSheet = Readonly<Record<string, CustomerAnswer>>;

/** Agreeing is 4 or 5; whoever does not know has no opinion. */
export function agreement(answers: readonly (CustomerAnswer | undefined)[]): { k: number; n: number } {
  const opinions = answers.filter((answer) => answer !== undefined && answer !== 'unknown');
  return { k: opinions.filter((answer) => answer >= 4).length, n: opinions.length };
}

/** Both at once: who has an opinion on the first two, and agrees with the two of them. */
export function knownAndTrusted(sheets: readonly CustomerSheet[]): { k: number; n: number } {
  const both = sheets.map(({ R1, R2 }) => [R1, R2].map((answer) => agreement([answer])));
  const opinions = both.filter((pair) => pair.every(({ n }) => n === 1));
  return { k: opinions.filter((pair) => pair.every(({ k }) => k === 1)).length, n: opinions.length };
}
