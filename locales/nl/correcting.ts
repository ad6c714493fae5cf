/** Hoe iemand heet en bereikt wordt, verbeterd door een collega of door de klant zelf. */
export const correcting = {
  fields: {
    name: 'Naam',
    mail: 'E-mailadres',
    phone: 'Telefoon',
    street: 'Straat en huisnummer',
    postcode: 'Postcode',
    town: 'Plaats',
    country: 'Land (twee letters)',
  },
  /** Op het blad van de klant, voor collega's. */
  colleague: {
    open: 'Verbeter gegevens',
    to: (office: string) => `Ook ${office} krijgt de verbetering.`,
    here: 'Een later bestand met de oude gegevens draait dit niet terug.',
    theirs: (office: string) => `Dit wordt bijgehouden in ${office}. Verbeter het daar.`,
    submit: 'Bewaar verbetering',
  },
  /** Op de pagina's van de klant zelf. */
  own: {
    title: 'Uw gegevens verbeteren',
    number: (n: string) => `Klantnummer ${n}`,
    what: 'Dit weten wij van u. Klopt iets niet? Zet het hier goed. Het geldt meteen.',
    mail: 'Wilt u een ander e-mailadres? Vraag het hieronder, dan sturen wij eerst een link naar dat adres.',
    submit: 'Bewaar',
  },
};
