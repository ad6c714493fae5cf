import type { RefusalWords } from '../refusals.ts';

/** Weigeringen rond klanten. */
export const customerRefusals: Record<string, RefusalWords> = {
  'forbidden.link': {
    title: 'Deze persoon wil niet herkend worden op andere kanalen',
    next: 'Laat de twee zoals ze zijn. Alleen de klant zelf kan dit weer toestaan.',
  },
  'conflict.reason-needed': {
    title: 'Zeg eerst waarom je kijkt',
    next: 'Er loopt geen gesprek bij jou of je afdeling. Kies een reden; dat hoeft één keer per dag.',
  },
  'invalid.of-age': {
    title: 'Deze klant is al 16 of ouder',
    next: 'Kijk of de geboortedag klopt, of laat hem leeg.',
  },
  'invalid.look-words': {
    title: 'Zeg in een paar woorden waarom',
    next: '“Iets anders” alleen zegt de klant niets.',
  },
  'not-found.merge': {
    title: 'Deze samenvoeging is er niet',
    next: 'Kijk op het blad van de klant welke lijnen er staan.',
  },
  'not-found.identity': {
    title: 'Deze identiteit hoort niet bij deze persoon',
    next: 'Laad het blad opnieuw; misschien zijn twee personen net uit elkaar gehaald.',
  },
  'not-found.suggestion': {
    title: 'Dit vermoeden is er niet meer',
    next: 'Laad de lijst opnieuw.',
  },
  'not-found.record': {
    title: 'Dit klantnummer hoort niet bij deze klant',
    next: 'Laad het blad opnieuw; misschien zijn twee personen net uit elkaar gehaald.',
  },
  'invalid.contact': {
    title: 'Dit gegeven klopt zo niet',
    next: 'Kijk of het e-mailadres, de telefoon en de postcode goed geschreven zijn.',
  },
  'conflict.record-theirs': {
    title: 'Dit wordt in een ander systeem bijgehouden',
    next: 'Verbeter het daar. Wie klantsystemen beheert, kan kiezen dat het hier mag.',
  },
  'not-found.note': {
    title: 'Deze notitie is er niet, of is niet van jou',
    next: 'Alleen wie een notitie schreef kan hem wijzigen of weghalen.',
  },
  'not-found.follow-up': {
    title: 'Deze afspraak is er niet',
    next: 'Laad de lijst opnieuw.',
  },
  'not-found.employee': {
    title: 'Deze collega is er niet',
    next: 'Kies een collega uit de lijst.',
  },
  'not-found.attribute': {
    title: 'Dit kenmerk is er niet',
    next: 'Kijk bij Eigen kenmerken welke er zijn.',
  },
  'invalid.attribute': {
    title: 'Deze waarde past niet bij dit kenmerk',
    next: 'Schrijf een getal met cijfers, een datum als 2026-11-24, of kies uit de lijst.',
  },
  'forbidden.attribute-purpose': {
    title: 'Dit kenmerk is voor een ander doel',
    next: 'Hier staat alleen wat nodig is om de klant te helpen.',
  },
  'conflict.attribute': {
    title: 'Deze sleutel is al in gebruik',
    next: 'Kies een andere sleutel; ook die van een kenmerk dat uit gebruik is blijft bezet.',
  },
  'invalid.purpose': {
    title: 'Dit doel staat niet in het privacycontract',
    next: 'Kies een doel uit de lijst.',
  },
  'invalid.currency': {
    title: 'Deze munt kennen we niet',
    next: 'Gebruik drie hoofdletters, zoals EUR.',
  },
  'not-found.promise': {
    title: 'Deze belofte is er niet',
    next: 'Laad het blad opnieuw.',
  },
  'conflict.promise-settled': {
    title: 'Deze belofte is al afgesloten',
    next: 'Klopt de uitkomst niet? Leg dan een nieuwe belofte vast.',
  },
  'invalid.columns.missing-field': {
    title: 'Er ontbreekt een kolom die nodig is',
    next: 'Kies bij elk verplicht veld de kolom waarin het staat.',
  },
};
