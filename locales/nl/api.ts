export const api = {
  title: 'De API van Polder',
  lead: 'Zo werken programma’s met Polder. De beschrijvingen zijn in het Engels, net als de API zelf.',
  document: 'OpenAPI 3.1-document',
  guide: 'Onderwerpen',
  key: {
    title: 'Een sleutel',
    text: 'Elk verzoek draagt een sleutel. Een beheerder maakt hem op de server en ziet hem één keer. Geef hem alleen wat het programma nodig heeft.',
  },
  shared: {
    title: 'Voor alles geldt',
    problems: 'Wat niet kan, komt terug als application/problem+json met een vaste code.',
    once: 'Met de kop Idempotency-Key doet een herhaald verzoek niets een tweede keer, zeven dagen lang.',
    version:
      'Stuur de version mee die je zag: is er intussen iets veranderd, dan gebeurt er niets en krijg je 409.',
    paging: 'Lijsten komen per bladzijde. Stuur next of earlier terug voor de volgende.',
  },
  parameters: 'Wat erbij kan',
  body: 'Inhoud',
  answers: 'Antwoorden',
  example: 'Voorbeeld',
  shapes: 'Vormen',
  columns: { name: 'Naam', type: 'Soort', meaning: 'Betekenis', status: 'Code' },
  required: 'verplicht',
};
