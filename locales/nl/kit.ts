import { pluralFor } from '../plural.ts';

const plural = pluralFor('nl');

/** Words that belong to the building blocks of pages. */
export const kit = {
  requestId: 'Nummer van deze aanvraag',
  backToStart: 'Naar de startpagina',
  loading: 'Bezig met laden',
  pages: { label: 'Bladeren', next: 'Volgende', previous: 'Vorige', first: 'Naar het begin' },
  tableOf: (caption: string) => `Tabel: ${caption}`,
  twin: { show: 'Toon als tabel' },
  figure: {
    tooLittle: (n: number) => `te weinig gegevens (n=${n})`,
    unknown: 'niet te beoordelen',
    interval: (low: string, high: string) => `van ${low} tot ${high}`,
    intervalWhy: 'In 19 van de 20 gevallen ligt het echte getal hiertussen.',
    basedOn: (n: number) => plural(n, 'op # waarneming', 'op # waarnemingen'),
    asOf: (age: string) => `stand: ${age}`,
    rows: 'Bekijk de rijen',
    threshold: (value: string) => `drempel ${value}`,
  },
  criterion: { met: 'gehaald', notMet: 'niet gehaald', unknown: 'niet te beoordelen' },
  confidence: { label: 'zekerheid', high: 'hoog', medium: 'middel', low: 'laag' },
  duration: {
    seconds: (n: number) => plural(n, '# seconde', '# seconden'),
    minutes: (n: number) => plural(n, '# minuut', '# minuten'),
    hours: (n: number) => plural(n, '# uur', '# uur'),
    days: (n: number) => plural(n, '# dag', '# dagen'),
    less: 'minder dan een seconde',
  },
  now: 'net',
};
