import type { RefusalWords } from '../refusals.ts';

/** Refusals around people, conversations and what is allowed. */
export const workRefusals: Record<string, RefusalWords> = {
  'not-found.person': {
    title: 'Deze persoon is er niet',
    next: 'De persoon bestaat niet, is verwijderd, of je mag deze persoon niet zien.',
  },
  'not-found.employee': {
    title: 'Deze collega is er niet',
    next: 'Misschien werkt deze collega hier niet meer. Kies een ander.',
  },
  'not-found.indicator': {
    title: 'Dit getal bestaat niet',
    next: 'Ga terug naar de reis en kies daar een getal.',
  },
  'not-found.messages': {
    title: 'Er zijn nog geen berichten',
    next: 'Importeer eerst een bestand met berichten. Daarna valt er iets te meten.',
  },
  'conflict.promise': {
    title: 'In het antwoord staat nog een belofte van de software',
    next: 'Haal de belofte eruit, of zet het vinkje: jij staat er dan voor in.',
  },
  'not-found.language-model': {
    title: 'Er is geen taalmodel',
    next: 'Schrijf het antwoord zelf. De beheerder kan een taalmodel aanzetten.',
  },
  'not-found.organisation': {
    title: 'Polder is nog niet in gebruik genomen',
    next: 'Open de eenmalige link uit het startvenster van Polder.',
  },
  'forbidden.purpose': {
    title: 'De klant staat dit niet toe',
    next: 'In het privacycontract is dit doel niet toegestaan. Kijk bij de klant wat wel mag.',
  },
  'forbidden.capability': {
    title: 'Dit staat nog niet aan',
    next: 'Een pilot zet dit aan, voor een afgesproken bereik. Hier en nu valt het daarbuiten.',
  },
  'forbidden.loosening': {
    title: 'Ruimer maken mag hier niet',
    next: 'Alleen de klant zelf kan meer toestaan dan eerder.',
  },
  'forbidden.cross-site': {
    title: 'Dit verzoek kwam van een andere site',
    next: 'Open Polder zelf en probeer het daar.',
  },
  'forbidden.setup-link': {
    title: 'Deze link werkt niet meer',
    next: 'De link werkt één keer. Is de eerste beheerder al aangemaakt? Log dan in.',
  },
  'not-found.message': {
    title: 'Dit bericht is er niet',
    next: 'Het bestaat niet, of het hoort bij een afdeling die je niet mag zien.',
  },
  'not-found.head': {
    title: 'Dit leest Polder niet in berichten',
    next: 'Kijk bij Begrip wat Polder wel leest.',
  },
  'not-found.model': { title: 'Deze versie is er niet', next: 'Kies een versie uit de lijst.' },
  'conflict.model-gone': {
    title: 'Deze versie kan niet meer terug',
    next: 'Ze is weggegooid: er zat een klant in die bezwaar maakte, of ze was te oud. Leer opnieuw.',
  },
  'invalid.model': {
    title: 'Deze versie is niet te lezen',
    next: 'De versie die aanstaat blijft aan. Kies een andere, of leer opnieuw.',
  },
  'invalid.label': { title: 'Deze klasse is er niet', next: 'Kies een klasse uit de lijst.' },
  'conflict.version': {
    title: 'Er is net iets bij gekomen',
    next: 'Lees eerst wat er nieuw is. Wat je schreef staat er nog.',
  },
  'conflict.conversation-done': {
    title: 'Dit gesprek is al gesloten',
    next: 'Heropen het gesprek als er nog iets moet gebeuren.',
  },
  'conflict.employee-email': {
    title: 'Er is al een collega met dit e-mailadres',
    next: 'Kies een ander adres, of zoek de collega op.',
  },
  'invalid.text-empty': { title: 'Er staat nog niets', next: 'Schrijf eerst iets.' },
  'invalid.text-long': { title: 'Deze tekst is te lang', next: 'Maak hem korter.' },
  'invalid.cursor': { title: 'Deze plek in de lijst bestaat niet meer', next: 'Begin opnieuw bovenaan.' },
  'invalid.date': { title: 'Dit is geen datum', next: 'Schrijf hem als 2026-11-24.' },
  'invalid.timezone': { title: 'Deze tijdzone bestaat niet', next: 'Schrijf hem als Europe/Amsterdam.' },
  'invalid.objection': {
    title: 'Tegen dit doel is geen bezwaar mogelijk',
    next: 'Zonder dit doel kan de dienst niet werken, of de wet vraagt het.',
  },
  'too-large.body': { title: 'Dit is te groot om te versturen', next: 'Maak de tekst korter.' },
  'too-many.sign-in': { title: 'Te vaak geprobeerd', next: 'Wacht vijf minuten en probeer het dan opnieuw.' },
};
