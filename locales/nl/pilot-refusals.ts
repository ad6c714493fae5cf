import type { RefusalWords } from '../refusals.ts';

/** Refusals around pilots. */
export const pilotRefusals: Record<string, RefusalWords> = {
  'not-found.capability': { title: 'Deze mogelijkheid bestaat niet', next: 'Ga terug naar wat hierna kan.' },
  'not-found.pilot': { title: 'Deze pilot is er niet', next: 'Ga naar het bord en kies daar een pilot.' },
  'not-found.template': { title: 'Dit sjabloon is er niet', next: 'Kies een sjabloon uit de lijst.' },
  'conflict.pilot-state': {
    title: 'Dit kan nu niet met deze pilot',
    next: 'Een pilot doorloopt zijn leven in vaste stappen. Laad de pagina opnieuw en kijk waar hij nu staat.',
  },
  'conflict.pilot-not-ready': {
    title: 'De pilot kan nog niet starten',
    next: 'Hieronder staat wat er nog ontbreekt, waar je dat invult en hoe.',
  },
  'conflict.not-wider': {
    title: 'De volgende stap is niet ruimer',
    next: 'Opschalen maakt het bereik groter. Wat anders of nauwer wordt, heet een verandering: doe dat bij “Verander het bereik”.',
  },
  'conflict.is-scaling': {
    title: 'Dit maakt het bereik ruimer',
    next: 'Ruimer maken heet opschalen. Vraag om een besluit en kies daar “Schaal op”.',
  },
  'conflict.no-change': { title: 'Er verandert niets', next: 'Dit bereik geldt al.' },
  'conflict.change-load': {
    title: 'Deze afdeling heeft dit kwartaal genoeg nieuws gehad',
    next: 'Twee verruimingen per kwartaal is het meest. Wacht tot het volgende kwartaal, of schrijf op waarom het toch moet.',
  },
  'conflict.grant-running': { title: 'Dit staat al aan', next: 'Er loopt al iets met deze naam.' },
  'conflict.culture-open': { title: 'Er loopt al een ronde', next: 'Wacht tot die gesloten is.' },
  'conflict.culture-closed': { title: 'Antwoorden kan niet meer', next: 'Er loopt nu geen ronde.' },
  'conflict.culture-answered': {
    title: 'Je hebt al geantwoord',
    next: 'Ieder antwoordt één keer per ronde.',
  },
  'invalid.culture': {
    title: 'Er ontbreekt een antwoord',
    next: 'Kies bij elke stelling wat het beste past.',
  },
  'invalid.extension': {
    title: 'Zo lang kan niet',
    next: 'Verlengen mag met hooguit de helft van de tijd van deze stap.',
  },
  'invalid.lesson': {
    title: 'Schrijf op wat jullie leerden',
    next: 'Een zin is genoeg. Zo begint niemand opnieuw met dezelfde fout.',
  },
  'invalid.figure': {
    title: 'Dit getal kan niet',
    next: 'n is groter dan nul, en een aandeel ligt tussen 0 en 1.',
  },
  'invalid.cost': { title: 'Dit bedrag kan niet', next: 'Vul een bedrag van nul of meer in.' },
  'invalid.scope': { title: 'Dit bereik is niet te lezen', next: 'Kijk de velden van de stap na.' },
  'invalid.person-name': {
    title: 'Een naam klopt niet',
    next: 'Typ de namen zoals ze bij Organisatie staan, met komma’s ertussen.',
  },
};
