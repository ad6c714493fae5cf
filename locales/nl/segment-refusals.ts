import type { RefusalWords } from '../refusals.ts';

/** Refusals around target groups and customer systems. */
export const segmentRefusals: Record<string, RefusalWords> = {
  'not-found.segment': {
    title: 'Deze doelgroep is er niet',
    next: 'Ze bestaat niet, of wordt niet meer gebruikt. Kijk bij alle doelgroepen.',
  },
  'conflict.segment-name': {
    title: 'Er is al een doelgroep met deze naam',
    next: 'Kies een andere naam.',
  },
  'conflict.segment-purpose': {
    title: 'Dit is voor een ander doel gevraagd',
    next: 'Mensen gaven dit gegeven voor één doel; daarbuiten mag het niet meetellen. Haal de voorwaarde weg of kies dat doel.',
  },
  'conflict.segment-broken': {
    title: 'Deze doelgroep klopt niet meer',
    next: 'Ze vraagt naar iets dat niet meer wordt bijgehouden. Open haar en haal die voorwaarde weg.',
  },
  'invalid.segment-rule': {
    title: 'Zeg waaraan iemand moet voldoen',
    next: 'Een doelgroep heeft ten minste één voorwaarde, en ten hoogste twaalf.',
  },
  'invalid.segment-condition': {
    title: 'Een voorwaarde is niet goed ingevuld',
    next: 'Kijk bij elke voorwaarde of alles is ingevuld en of getallen en dagen kloppen.',
  },
  'invalid.segment-any-not': {
    title: '“Niet” kan hier niet',
    next: 'Bij “minstens één” zou bijna iedereen erbij horen. Kies “wie aan alles voldoet”.',
  },
  'not-found.backoffice': {
    title: 'Dit klantsysteem is er niet',
    next: 'Het bestaat niet, of de verbinding is verbroken.',
  },
  'conflict.backoffice-untried': {
    title: 'Probeer het eerst',
    next: 'Pas als het systeem geantwoord heeft, kan het aan.',
  },
  'conflict.secret-shut': {
    title: 'Het wachtwoord kan niet meer gelezen worden',
    next: 'De sleutel is een andere dan waarmee het bewaard werd. Vul het wachtwoord opnieuw in.',
  },
};
