import { pluralFor } from '../plural.ts';

const plural = pluralFor('nl');

/** Inrichten van wat Polder leest: vragen, hun klassen, en het leren als opdracht. */
export const heads = {
  set: 'Inrichten',
  add: 'Vraag toevoegen',
  off: 'uit',
  waiting: 'wacht op klassen',
  own: 'Een vraag van jullie zelf.',
  training: {
    waiting: (by: string | null) =>
      by === null ? 'Polder gaat opnieuw leren …' : `Polder gaat opnieuw leren, gevraagd door ${by} …`,
    running: 'Polder leert opnieuw. Je kunt gewoon verder werken.',
    noScript: 'Deze pagina ververst vanzelf.',
    outcomes: {
      swapped: 'Polder heeft opnieuw geleerd. De nieuwe versie staat aan.',
      refused: 'Polder heeft opnieuw geleerd. De nieuwe versie was niet beter en staat niet aan.',
      withdrawn: 'Er zijn te weinig voorbeelden over. Polder leest weer met vaste regels.',
      nothing: 'Er is nog te weinig om van te leren. Kijk eerst meer berichten na.',
      overtaken: 'Polder leerde net al opnieuw. Kijk welke versie nu aanstaat.',
      failed: 'Het leren is mislukt. Polder probeert het opnieuw; de oude versie blijft aan.',
    },
    lacks: {
      'one-class':
        'Alle nagekeken berichten kregen hetzelfde antwoord. Kijk ook berichten na die iets anders zijn.',
      'no-examples': 'Er is nog geen bericht nagekeken waarvan geleerd mag worden.',
    },
  },
  settings: {
    title: 'Instellingen',
    nl: 'Naam in het Nederlands',
    en: 'Naam in het Engels',
    promised: 'Beloofde juistheid',
    promisedWhy:
      'Zo vaak moet kloppen wat Polder zonder mens beslist. Een hogere belofte betekent minder beslissingen zonder mens. Geldt na de eerstvolgende keer leren, die meteen begint.',
    enabled: 'Polder leest dit in elk bericht',
    enabledWhy:
      'Uit: er wordt niets meer geleerd of voorspeld. Alles wat mensen zeiden blijft bewaard. Waar vaste regels zijn, lezen die verder.',
    save: 'Bewaren',
  },
  classes: {
    title: 'Klassen',
    lead: 'Wat er onder een klasse valt, telt daar ook mee.',
    none: 'Er zijn nog geen klassen. Voeg er minstens één toe, dan verschijnt deze vraag bij elk bericht.',
    fixed: 'Deze klassen liggen vast, want er wordt mee gerekend. Je kunt ze wel een andere naam geven.',
    intentOnly:
      'Je kunt klassen samenvoegen, verwijderen of anders noemen. Een eigen indeling maak je bij onderwerp.',
    change: (name: string) => `${name} wijzigen`,
    gone: 'Vroegere klassen',
    goneInto: (name: string, into: string) => `${name}: opgegaan in ${into}`,
    goneDeleted: (name: string) => `${name}: verwijderd`,
    counted: (n: number) => plural(n, '# keer nagekeken', '# keer nagekeken'),
    pole: 'hoort bij het aspect',
  },
  adding: {
    title: 'Klasse toevoegen',
    aspect: 'Aspect toevoegen',
    aspectWhy: 'Een aspect krijgt vanzelf een positieve en een negatieve kant.',
    nl: 'Naam in het Nederlands',
    en: 'Naam in het Engels',
    parent: 'Valt onder',
    noParent: 'niets, staat bovenaan',
    words: 'Herkenningswoorden',
    wordsWhy:
      'Eén woord of woordgroep per regel, of met komma’s ertussen. Staat er zo’n woord in een bericht, dan geeft Polder deze klasse al voordat er geleerd is. Met een sterretje telt ook wat zo begint: pakket*.',
    submit: 'Toevoegen',
  },
  changing: {
    back: 'Terug naar inrichten',
    title: (name: string) => `Klasse: ${name}`,
    rename: 'Naam en plaats',
    renameWhy: 'De klasse blijft dezelfde: wat mensen zeiden en wat Polder leerde, verandert niet.',
    save: 'Bewaren',
    merge: 'Samenvoegen met een andere klasse',
    mergeWhy: (name: string) =>
      `Alles wat ooit “${name}” heette, heet daarna zoals de andere klasse: bij berichten, in wat mensen zeiden en in wat Polder antwoordt. Dit kan niet terug.`,
    into: 'Gaat op in',
    mergeSubmit: 'Voeg samen',
    remove: 'Klasse verwijderen',
    removeWhy: (name: string) =>
      `Polder antwoordt nooit meer “${name}”. Wat mensen zo nakeken blijft bewaard, maar er wordt niet meer van geleerd. Wat eronder viel schuift een plaats op. Dit kan niet terug.`,
    removeIntent: 'Berichten met deze bedoeling krijgen “anders”.',
    removeSubmit: 'Verwijder',
    choose: 'Kies …',
  },
  fresh: {
    title: 'Vraag toevoegen',
    lead: 'Wat wil je van elk bericht weten? Polder leest het na inrichten in elk nieuw bericht en in de nieuwste 10.000 van de laatste 91 dagen, en leert van wat collega’s verbeteren.',
    nl: 'Naam in het Nederlands',
    nlHint: 'Bijvoorbeeld: product',
    en: 'Naam in het Engels',
    kind: 'Hoeveel antwoorden per bericht?',
    kinds: { several: 'geen, één of meer', single: 'precies één' },
    rules: 'Hoe leest Polder dit zolang er niet geleerd is?',
    rulesOf: {
      words: 'aan herkenningswoorden',
      aspects: 'als aspecten: elk positief of negatief',
      mood: 'niet; later let het ook op lof en verwijt',
      none: 'niet',
    },
    classes: 'Klassen',
    classesWhy: 'Eén per regel. Heet de klasse in het Engels anders, schrijf dan: rekening = bill.',
    submit: 'Toevoegen',
  },
  none: 'geen van deze',
  outOfScope: 'past bij geen van de klassen',
  unsure: 'twijfelt',
  byRules: 'door vaste regels',
  nothingFound: 'niets gevonden',
};
