export const journey = {
  title: 'De reis',
  lead: 'Waar de organisatie staat, gemeten aan wat er echt gebeurt.',
  stage: (number: number) => `Reisfase ${number}`,
  stages: {
    traditional: 'Traditioneel',
    experimental: 'Experimenteren',
    operational: 'Operationaliseren',
    results: 'Echte resultaten',
    fully_engaged: 'Fully engaged',
  },
  ground: {
    proven: 'aangetoond',
    possible: 'mogelijk',
    wavering: 'wankelt',
    open: 'nog open water',
  },
  groundWhy: {
    proven: 'Droge grond: alle verplichte punten zijn gehaald.',
    possible: 'Het water zakt: niets spreekt het tegen, maar nog niet alles is te beoordelen.',
    wavering: 'Het water stijgt: een punt dat was gehaald, zakt onder de drempel.',
    open: 'Nog niet bedijkt: minstens één verplicht punt is niet gehaald.',
  },
  drawing: {
    title: 'De reis over vijf polders',
    polder: 'Polder',
    state: 'Stand',
    met: 'Punten gehaald',
    why: 'Waarom',
    of: (met: number, required: number) => `${met} van ${required}`,
  },
  provisional: 'voorlopig',
  empty: {
    title: 'Er is nog niets om aan te meten',
    next: 'Polder bepaalt de stand uit berichten en antwoorden. Importeer een bestand met berichten; daarna staat hier wat is aangetoond en wat nog niet te beoordelen is.',
  },
};
