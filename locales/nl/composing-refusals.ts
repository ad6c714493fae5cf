import type { RefusalWords } from '../refusals.ts';

/** Refusals around writing, sending and approving. */
export const composingRefusals: Record<string, RefusalWords> = {
  'conflict.draft': {
    title: 'In een ander venster staat een andere versie',
    next: 'Laad de pagina opnieuw. Kopieer eerst wat je hier schreef.',
  },
  'conflict.claimed': {
    title: 'Een collega schrijft hier ook',
    next: 'Kijk of je nog moet antwoorden. Zet anders het vinkje en verstuur opnieuw.',
  },
  'conflict.answered': {
    title: 'Er is al een antwoord',
    next: 'Lees het eerst. Hoort het jouwe erbij? Zet het vinkje en verstuur opnieuw.',
  },
  'conflict.answer-pending': {
    title: 'Er is al een antwoord onderweg',
    next: 'Een collega antwoordde net. Hoort het jouwe erbij? Zet het vinkje en verstuur opnieuw.',
  },
  'conflict.needs-approval': {
    title: 'Een tweede collega kijkt hier eerst naar',
    next: 'Geef het antwoord ter goedkeuring.',
  },
  'conflict.house-rule': {
    title: 'Kijk nog eens naar je antwoord',
    next: 'Er staat iets in waar de spelregels over gaan.',
  },
  'conflict.sent': {
    title: 'Dit antwoord is al weg',
    next: 'Schrijf de klant een nieuw bericht als er iets niet klopt.',
  },
  'conflict.stale': {
    title: 'De klant schreef nog iets',
    next: 'Lees dat eerst, en kijk of het antwoord nog klopt.',
  },
  'conflict.decided': {
    title: 'Hierover is al beslist',
    next: 'Laad de pagina opnieuw om te zien wat er gebeurde.',
  },
  'forbidden.public-in-private': {
    title: 'Dit gesprek is privé',
    next: 'Wat een klant privé zei, beantwoord je niet in het openbaar.',
  },
  'forbidden.own-approval': {
    title: 'Dit is je eigen antwoord',
    next: 'Een ander kijkt ernaar. Daarom heet het een tweede paar ogen.',
  },
  'forbidden.approval': {
    title: 'Je mag hier niet over beslissen',
    next: 'Vraag wie voor deze antwoorden het mandaat heeft.',
  },
  'forbidden.other-reply': {
    title: 'Dit is een antwoord van een collega',
    next: 'Alleen wie het schreef of goedkeurde kan het terughalen.',
  },
  'not-found.reply': {
    title: 'Dit antwoord is er niet',
    next: 'Misschien is het al verstuurd of teruggehaald.',
  },
  'not-found.heard': {
    title: 'Deze verandering is er niet',
    next: 'Misschien is zij verborgen. Kies een andere.',
  },
  'not-found.conflict': { title: 'Dit is al besproken', next: 'Laad de pagina opnieuw.' },
  'not-found.macro': {
    title: 'Deze tekst is er niet',
    next: 'Misschien is hij weggehaald. Kies een andere.',
  },
  'invalid.text-open': {
    title: 'Er staat nog een lege plek in je antwoord',
    next: 'Vul in wat tussen dubbele accolades staat, of haal het weg.',
  },
  'invalid.text-network': {
    title: 'Dit is te lang voor dit kanaal',
    next: 'Maak het korter. De teller onder het vak telt mee.',
  },
  'invalid.reason-empty': { title: 'Er staat geen reden', next: 'Schrijf waarom. Je collega leert ervan.' },
  'invalid.share': { title: 'Dit aandeel kan niet', next: 'Kies een getal van 1 tot en met 100.' },
  'invalid.macro-team': {
    title: 'Je hoort bij geen afdeling',
    next: 'Kies voor wie de tekst is: alleen jij, of iedereen.',
  },
  'invalid.macro-empty': { title: 'De tekst is leeg', next: 'Schrijf de tekst in ten minste één taal.' },
};
