import type { RefusalWords } from '../refusals.ts';

export const handlingRefusals: Record<string, RefusalWords> = {
  'invalid.snooze-time': {
    title: 'Dat moment kan niet',
    next: 'Kies een moment dat nog komt, binnen een jaar.',
  },
  'invalid.name': { title: 'Deze naam kan niet', next: 'Geef een naam van 1 tot 60 tekens.' },
  'invalid.label-depth': {
    title: 'Dieper kan niet',
    next: 'Een label staat hooguit twee lagen onder een ander. Kies er een dat hoger staat.',
  },
  'invalid.split-empty': {
    title: 'Er is niets om een gesprek van te maken',
    next: 'Kies ten minste één bericht van de klant of van ons. Alleen notities is niet genoeg.',
  },
  'conflict.split-whole': {
    title: 'Dan blijft er niets over',
    next: 'Laat ten minste één bericht in dit gesprek staan.',
  },
  'conflict.name-taken': { title: 'Deze naam is er al', next: 'Kies een andere naam.' },
  'conflict.conversation-merged': {
    title: 'Dit gesprek is samengevoegd met een ander',
    next: 'Open het andere gesprek. Daar staan de berichten nu.',
  },
  'conflict.merge-same': {
    title: 'Dit is hetzelfde gesprek',
    next: 'Kies een ander gesprek om bij te voegen.',
  },
  'conflict.merge-person': {
    title: 'Deze gesprekken zijn van verschillende mensen',
    next: 'Zijn het toch dezelfde? Voeg dan eerst de personen samen.',
  },
  'conflict.merge-account': {
    title: 'Deze gesprekken komen binnen op verschillende accounts',
    next: 'Een antwoord zou dan niet aankomen waar het hoort. Laat ze naast elkaar staan.',
  },
  'conflict.act-undone': {
    title: 'Dit was al teruggedraaid',
    next: 'Laad de pagina opnieuw en kijk hoe het nu staat.',
  },
  'conflict.act-overtaken': {
    title: 'Er is daarna weer iets veranderd',
    next: 'Draai eerst terug wat daarna kwam, of pas het met de hand aan.',
  },
  'not-found.act': {
    title: 'Deze handeling is er niet',
    next: 'Laad de pagina opnieuw en kijk hoe het nu staat.',
  },
  'not-found.label': {
    title: 'Dit label is er niet',
    next: 'Misschien wordt het niet meer gebruikt. Kies een ander.',
  },
  'not-found.substate': {
    title: 'Deze naam is er niet',
    next: 'Misschien wordt hij niet meer gebruikt. Kies een andere.',
  },
  'not-found.piece': {
    title: 'Deze bestelling is er niet',
    next: 'Kies een bestelling, factuur of levering van deze klant zelf.',
  },
  'conflict.not-public': {
    title: 'Dit gesprek is al privé',
    next: 'Antwoord gewoon: alleen de klant leest het.',
  },
  'conflict.private-already': {
    title: 'Dit gesprek gaat al verder in privé',
    next: 'Laad de pagina opnieuw. Bovenaan staat waar.',
  },
  'conflict.private-nowhere': {
    title: 'Op dit netwerk krijgen wij geen privéberichten',
    next: 'Sluit eerst een account voor privéberichten aan, of geef de klant een ander adres.',
  },
  'conflict.searches-many': {
    title: 'Je bewaart al zoveel zoekvragen als een lijst kan tonen',
    next: 'Haal er eerst een weg.',
  },
  'conflict.view-no-team': {
    title: 'Je hoort bij geen afdeling',
    next: 'Bewaar de weergave alleen voor jezelf.',
  },
  'not-found.view': { title: 'Deze weergave is er niet meer', next: 'Laad de pagina opnieuw.' },
};
