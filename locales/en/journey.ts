import type { Catalogue } from '../nl/catalogue.ts';

export const journey = {
  title: 'The journey',
  lead: 'Where the organisation stands, measured by what really happens.',
  stage: (number: number) => `Journey stage ${number}`,
  stages: {
    traditional: 'Traditional',
    experimental: 'Experimental',
    operational: 'Operational',
    results: 'Measurable results',
    fully_engaged: 'Fully engaged',
  },
  ground: {
    proven: 'proven',
    possible: 'possible',
    wavering: 'wavering',
    open: 'still open water',
  },
  groundWhy: {
    proven: 'Dry ground: all required points are met.',
    possible: 'The water is falling: nothing speaks against it, but not everything can be assessed yet.',
    wavering: 'The water is rising: a point that was met is sinking below its threshold.',
    open: 'No dike yet: at least one required point is not met.',
  },
  drawing: {
    title: 'The journey over five polders',
    polder: 'Polder',
    state: 'State',
    met: 'Points met',
    why: 'Why',
    of: (met: number, required: number) => `${met} of ${required}`,
  },
  provisional: 'provisional',
  empty: {
    title: 'There is nothing to measure yet',
    next: 'Polder finds the state from messages and answers. Import a file with messages; then this page shows what is proven and what cannot be assessed yet.',
  },
} satisfies Catalogue['journey'];
