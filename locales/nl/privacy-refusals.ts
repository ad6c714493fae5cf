import type { RefusalWords } from '../refusals.ts';

/** Refusals around what people decide about their data, and around the offer. */
export const privacyRefusals: Record<string, RefusalWords> = {
  'forbidden.loosening': {
    title: 'Dit kan alleen de klant zelf',
    next: 'Iets weer toestaan vraagt om bewijs wie het is. De klant doet dat bij Mijn gegevens.',
  },
  'forbidden.give': {
    title: 'Ja zeggen kan nu niet',
    next: 'Er staat een bezwaar of beperking, of de klant is jonger dan 16. Hef dat eerst op.',
  },
  'forbidden.person': { title: 'Dit zijn gegevens van iemand anders', next: 'Log in met uw eigen adres.' },
  'forbidden.guardian': {
    title: 'Eerst moet vaststaan wie de ouder is',
    next: 'Een ouder of voogd logt in en laat het zien.',
  },
  'conflict.request-kind': {
    title: 'Dit past niet bij dit verzoek',
    next: 'Laad het verzoek opnieuw en kijk wat er gevraagd is.',
  },
  'invalid.retention-channel': {
    title: 'Hiervoor kan de termijn niet per kanaal verschillen',
    next: 'Kies elk kanaal, of kies gesprekken of openbare berichten.',
  },
  'forbidden.proof-of-age': {
    title: 'De leeftijd is niet aangetoond',
    next: 'De klant logt in en laat zien 16 of ouder te zijn.',
  },
  'forbidden.same-person': {
    title: 'Een tweede collega moet bevestigen',
    next: 'Jij legde deze versie voor. Vraag een collega die dit ook mag.',
  },
  'invalid.restriction': {
    title: 'Dit doel kan niet beperkt worden',
    next: 'De wet vraagt om dit te bewaren.',
  },
  'invalid.not-offered': {
    title: 'Dit doel bieden wij niet aan',
    next: 'Het staat niet in het contract dat nu geldt.',
  },
  'invalid.category': {
    title: 'Dit soort gegevens hoort niet bij dit doel',
    next: 'Kies een soort uit de lijst.',
  },
  'invalid.item': { title: 'Hier hoort één ding bij', next: 'Zeg waarvoor precies, of kies het hele doel.' },
  'invalid.term': {
    title: 'Deze voorwaarde kunnen wij niet waarmaken',
    next: 'Kies een waarde uit de lijst.',
  },
  'invalid.offer': {
    title: 'Zo kan deze versie niet',
    next: 'Een doel dat ook zonder ja gebeurt moet erin staan, en elke zin moet er zijn in twee talen.',
  },
  'invalid.offer-unchanged': {
    title: 'Er verandert nog niets',
    next: 'Verander eerst iets in de nieuwe versie.',
  },
  'invalid.offer-note': {
    title: 'Schrijf op waarom',
    next: 'Je vraagt minder klanten opnieuw dan Polder voorstelt. De tweede collega moet weten waarom.',
  },
  'conflict.offer': { title: 'Deze versie is veranderd', next: 'Kijk opnieuw wat er nu staat.' },
  'not-found.offer-draft': {
    title: 'Deze nieuwe versie is er niet meer',
    next: 'Ze geldt al, of is weggegooid.',
  },
  'not-found.request': { title: 'Dit verzoek is er niet', next: 'Het bestaat niet, of het is opgeruimd.' },
  'not-found.export': {
    title: 'Deze kopie is er niet meer',
    next: 'Ze is al opgehaald of verwijderd. Vraag een nieuwe aan.',
  },
  'conflict.export-waiting': {
    title: 'De kopie is nog niet klaar',
    next: 'Probeer het over een minuut opnieuw.',
  },
  'conflict.erasure-running': {
    title: 'Er loopt al een verzoek om te wissen',
    next: 'Ga verder met het verzoek dat er al is.',
  },
  'conflict.erasure-state': {
    title: 'Dat kan nu niet meer',
    next: 'Het wissen is al verder. Laad de bladzijde opnieuw.',
  },
  'conflict.request-ended': { title: 'Dit verzoek is al afgehandeld', next: 'Er verandert niets meer aan.' },
  'conflict.request-extended': {
    title: 'Verlengen kan niet meer',
    next: 'Het kan één keer, binnen de eerste maand.',
  },
  'conflict.incident-risk': {
    title: 'Eerst: hoe erg is het?',
    next: 'Leg vast welk risico deze mensen lopen.',
  },
  'conflict.incident-authority': {
    title: 'De toezichthouder weet het nog niet',
    next: 'Meld het incident eerst, of leg vast waarom het niet hoeft.',
  },
  'conflict.incident-persons': {
    title: 'De mensen weten het nog niet',
    next: 'Bij een hoog risico moeten zij zelf worden ingelicht.',
  },
  'conflict.no-assessment': {
    title: 'Er is geen afweging',
    next: 'Meelezen begint pas na een afweging waar een tweede collega het mee eens is.',
  },
  'invalid.reason': { title: 'De reden is te kort', next: 'Schrijf in een zin waarom.' },
  'invalid.assessment': {
    title: 'Een antwoord is te kort',
    next: 'Beantwoord elke vraag in een paar zinnen.',
  },
};
