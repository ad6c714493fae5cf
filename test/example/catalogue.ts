import type { Language, Subject } from './scene.ts';
import { app } from './subjects/app.ts';
import { charging } from './subjects/charging.ts';
import { claims } from './subjects/claims.ts';
import { cancelling, renewal } from './subjects/contract.ts';
import { delivery } from './subjects/delivery.ts';
import { heatPump } from './subjects/heat-pump.ts';
import { idea, privacy } from './subjects/ideas.ts';
import { instalment } from './subjects/instalment.ts';
import { meter } from './subjects/meter.ts';
import { moving } from './subjects/moving.ts';
import { outage } from './subjects/outage.ts';
import { anticipated, compliment, trust } from './subjects/praise.ts';
import { smalltalk } from './subjects/smalltalk.ts';
import { solar } from './subjects/solar.ts';
import { stray } from './subjects/stray.ts';
import { visit } from './subjects/visit.ts';
import { waiting } from './subjects/waiting.ts';
import { welcomeBonus } from './subjects/welcome-bonus.ts';
import { yearlyBill } from './subjects/yearly-bill.ts';

export const subjects: readonly Subject[] = [
  outage,
  yearlyBill,
  instalment,
  moving,
  meter,
  solar,
  app,
  charging,
  heatPump,
  visit,
  cancelling,
  renewal,
  welcomeBonus,
  delivery,
  waiting,
  compliment,
  trust,
  anticipated,
  idea,
  privacy,
  smalltalk,
  claims,
  stray,
];

/** How a customer names the matter in a later message. */
const matters: Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>> = {
  outage: {
    nl: ['de stroom aan de <straat>', 'de storing in <wijk>', 'de storing op nummer <huisnr>'],
    en: ['the outage on <straat>', 'the power at number <huisnr>'],
  },
  'yearly-bill': {
    nl: ['de jaarrekening', 'nota <factuur>', 'die <bedrag> euro', 'mijn jaarnota'],
    en: ['bill <factuur>', 'the yearly bill', 'that <bedrag> euro'],
  },
  instalment: {
    nl: [
      'het termijnbedrag',
      'mijn voorschot van <nieuw> euro',
      'de afschrijving',
      'die <nieuw> euro per maand',
    ],
    en: ['the monthly amount', 'that <nieuw> euro a month'],
  },
  moving: {
    nl: [
      'de verhuizing',
      'de woning aan de <straat>',
      'de verhuizing naar <plaats>',
      'de verhuisdatum <straks>',
    ],
    en: ['the move', 'the flat on <straat>', 'moving on <straks>'],
  },
  meter: {
    nl: ['de meter', 'de slimme meter', 'de meterstand', 'de meter op nummer <huisnr>'],
    en: ['the meter', 'my reading'],
  },
  solar: {
    nl: ['de teruglevering', 'de zonnepanelen', 'mijn <panelen> panelen'],
    en: ['my solar panels', 'the feed-in'],
  },
  app: {
    nl: ['de app', 'het inloggen', 'mijn account', 'versie <versie> van de app'],
    en: ['the app', 'my login', 'version <versie>'],
  },
  charging: {
    nl: ['de laadpaal', 'de laadpas', 'de paal aan de <straat>', 'pas <pas>'],
    en: ['the charger on <straat>', 'my charge card'],
  },
  'heat-pump': {
    nl: ['de warmtepomp', 'de pomp aan de <straat>', 'die warmtepomp van <graden> graden'],
    en: ['the heat pump'],
  },
  visit: {
    nl: ['de monteur', 'de afspraak', 'afspraak <zaak>', 'de monteur voor <weekdag>'],
    en: ['the technician', 'appointment <zaak>'],
  },
  cancelling: {
    nl: ['de opzegging', 'het opzeggen van <contract>', 'contract <contract>'],
    en: ['cancelling <contract>', 'my contract'],
  },
  renewal: {
    nl: ['de verlenging', 'mijn nieuwe contract', 'het aanbod voor <contract>'],
    en: ['the renewal', 'offer <contract>'],
  },
  'welcome-bonus': {
    nl: ['de welkomstbonus', 'de beloofde korting', 'mijn <bonus> euro', 'de bonus op <contract>'],
    en: ['the bonus', 'my <bonus> euro'],
  },
  delivery: {
    nl: ['de thermostaat', 'bestelling <order>', 'het pakket <order>'],
    en: ['order <order>', 'the thermostat'],
  },
  waiting: {
    nl: ['mijn vraag van <toen>', 'zaak <zaak>', 'het terugbellen', 'mijn mail van <toen>'],
    en: ['case <zaak>', 'my mail of <toen>'],
  },
  claims: { nl: ['besluit <zaak>', 'zaak <zaak>', 'de afwijzing'], en: ['decision <zaak>'] },
  idea: { nl: ['mijn idee', 'dat ideetje van <eerder>'], en: ['my idea'] },
  privacy: { nl: ['mijn gegevens', 'mijn AVG-verzoek', 'de inzage'], en: ['my data', 'my request'] },
};

const anyMatter: Readonly<Record<Language, readonly string[]>> = { nl: ['mijn bericht'], en: ['my message'] };

export function mattersOf(subject: Subject, language: Language): readonly string[] {
  return (matters[subject.key] ?? anyMatter)[language];
}
