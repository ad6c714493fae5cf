import { pluralFor } from '../plural.ts';

const plural = pluralFor('nl');

/** Met wie en waarmee wij voorzichtig zijn: kinderen, en berichten over gezondheid, geloof en dergelijke. */
export const careful = {
  title: 'Voorzichtig',
  minor: {
    not: 'Wij behandelen deze klant als volwassene.',
    set: 'Dit is een kind',
    is: 'minderjarig',
    means: 'Alles waarvoor toestemming nodig is, staat uit.',
    back: 'De klant vraagt zelf, bij de eigen gegevens, om dit te veranderen. Wie over privacy gaat kijkt dan of het te zien is.',
    evidence: 'Waaraan ziet u dat?',
    evidenceHint: 'De klant kan dit lezen. Bijvoorbeeld: “schrijft dat hij in de brugklas zit”.',
    submit: 'Behandel als kind',
    setDay: 'Leg vast wanneer de klant 16 wordt',
    born: 'Geboortedag',
    bornHint: 'Alleen als je die zag. We bewaren de dag waarop de klant 16 wordt; dan eindigt het vanzelf.',
    until: (day: string) =>
      `Op ${day} wordt de klant 16. Dan eindigt het vanzelf, en vragen we alles opnieuw.`,
  },
  special: {
    title: 'Bijzondere gegevens',
    what: 'Over gezondheid, geloof, afkomst en dergelijke. Zulke berichten gebruiken wij alleen om te antwoorden.',
    marked: (n: number) =>
      n === 0
        ? 'Geen bericht is zo gemerkt.'
        : `${n} ${plural(n, 'bericht is', 'berichten zijn')} zo gemerkt.`,
    choose: 'Merk een bericht',
    is: 'bijzonder',
    mark: 'Merk als bijzonder',
    clear: 'Toch niet bijzonder',
  },
  /** Op de pagina’s van de klant zelf. */
  own: {
    title: 'Wij behandelen u als minderjarig',
    what: 'Daarom staat alles uit waarvoor toestemming nodig is. Bent u 16 jaar of ouder? Laat het ons weten. Een collega kijkt of wij dat ergens aan kunnen zien, binnen een maand. Wat u eerder toestond, komt niet vanzelf terug.',
    evidence: 'Waaraan kunnen wij dat zien?',
    evidenceHint: 'Bijvoorbeeld: “ik heb zelf een contract bij u”. Stuur geen kopie van een paspoort.',
    submit: 'Vraag om dit te veranderen',
    ofAge: (day: string) => `U beslist zelf sinds ${day}`,
    ofAgeWhat: 'Wat u eerder toestond, kwam niet vanzelf terug. Kies hieronder wat u wilt.',
  },
};
