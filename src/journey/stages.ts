export type StageNumber = 1 | 2 | 3 | 4 | 5;

export interface Stage {
  readonly number: StageNumber;
  readonly key: 'traditional' | 'experimental' | 'operational' | 'results' | 'fully_engaged';
  readonly nl: string;
  readonly en: string;
}

/** The five stages come from Jackie Huba (2010); the names were given later by Ant's Eye View (about 2012). */
export const stagesModel = {
  name: 'Social Engagement Journey',
  author: 'Jackie Huba, Ant’s Eye View',
  year: 2010,
} as const;

export const stages: readonly Stage[] = [
  { number: 1, key: 'traditional', nl: 'Traditioneel', en: 'Traditional' },
  { number: 2, key: 'experimental', nl: 'Experimenteren', en: 'Experimental' },
  { number: 3, key: 'operational', nl: 'Operationaliseren', en: 'Operational' },
  { number: 4, key: 'results', nl: 'Echte resultaten', en: 'Measurable' },
  { number: 5, key: 'fully_engaged', nl: 'Fully engaged', en: 'Fully engaged' },
];
