/** What an organisation does with what it hears, for everybody to read; and the screen on which colleagues write it. */
export const intentions = {
  title: (organisation: string) => `Wat ${organisation} doet met wat u zegt`,
  lead: 'Waar wij luisteren, waarvoor, en wat wij beloven.',
  listen: {
    title: 'Waar wij luisteren',
    none: 'Wij luisteren nog nergens.',
    audiences: { public: 'openbaar', private: 'alleen u en wij' },
    what: 'Wij lezen wat daar aan ons of over ons wordt geschreven. Wij zoeken niemand op en volgen niemand.',
  },
  purposes: {
    title: 'Waarvoor wij gegevens gebruiken',
    lead: (counted: boolean, fewest: number) =>
      counted
        ? `Met het aantal mensen van wie wij deze maand gegevens gebruikten. Minder dan ${fewest} noemen wij niet.`
        : 'Alles waarvoor wij gegevens kunnen gebruiken.',
    people: (n: string) => `Deze maand: ${n} mensen.`,
    few: (fewest: number) => `Deze maand: minder dan ${fewest} mensen.`,
  },
  promises: 'Wat wij beloven',
  version: (version: number, day: string) => `Versie ${version} van onze afspraken, van ${day}.`,
  heard: {
    title: 'U zei, wij deden',
    none: 'Hier komt te staan wat wij veranderden door wat mensen zeiden.',
    said: 'U zei:',
    did: 'Wij deden:',
    people: (n: string) => `uit ${n} gesprekken`,
  },
  mine: 'Bekijk uw eigen gegevens en beslis zelf',
  telling: {
    title: 'Gezegd en gedaan',
    lead: 'Vertel iedereen wat er gebeurde met wat mensen zeiden.',
    publicPage: 'Bekijk de openbare pagina',
    add: 'Nieuw',
    saidNl: 'Wat mensen zeiden',
    didNl: 'Wat wij deden',
    saidEn: 'Wat mensen zeiden, in het Engels',
    didEn: 'Wat wij deden, in het Engels',
    noQuote: 'In eigen woorden. Haal niemand aan.',
    doneOn: 'Gedaan op',
    conversations: 'Gesprekken waar het uit komt',
    conversationsHint: 'Plak de adressen. Pas vanaf tien gesprekken staat het aantal op de openbare pagina.',
    submit: 'Zet op de openbare pagina',
    hidden: 'niet openbaar',
    hide: 'Haal weg van de pagina',
    show: 'Zet terug op de pagina',
  },
};
