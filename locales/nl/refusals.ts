import type { Refusals } from '../refusals.ts';
import { attentionRefusals } from './attention-refusals.ts';
import { channelRefusals } from './channel-refusals.ts';
import { composingRefusals } from './composing-refusals.ts';
import { customerRefusals } from './customer-refusals.ts';
import { fileRefusals } from './file-refusals.ts';
import { handlingRefusals } from './handling-refusals.ts';
import { headRefusals } from './head-refusals.ts';
import { journeyRefusals } from './journey-refusals.ts';
import { mailRefusals } from './mail-refusals.ts';
import { organisationRefusals } from './organisation-refusals.ts';
import { pilotRefusals } from './pilot-refusals.ts';
import { privacyRefusals } from './privacy-refusals.ts';
import { reportingRefusals } from './reporting-refusals.ts';
import { routingRefusals } from './routing-refusals.ts';
import { rulingRefusals } from './ruling-refusals.ts';
import { segmentRefusals } from './segment-refusals.ts';
import { signalRefusals } from './signal-refusals.ts';
import { talkingRefusals } from './talking-refusals.ts';
import { workRefusals } from './work-refusals.ts';

/**
 * Words for refusals by code. The most exact code wins: `not-found.conversation`, then `not-found`, then `unknown`.
 * A title says what is the matter, `next` says what one can do.
 */
export const refusals: Refusals = {
  ...channelRefusals,
  ...composingRefusals,
  ...customerRefusals,
  ...fileRefusals,
  ...signalRefusals,
  ...handlingRefusals,
  ...headRefusals,
  ...journeyRefusals,
  ...mailRefusals,
  ...reportingRefusals,
  ...routingRefusals,
  ...rulingRefusals,
  ...segmentRefusals,
  ...attentionRefusals,
  ...organisationRefusals,
  ...pilotRefusals,
  ...privacyRefusals,
  ...talkingRefusals,
  ...workRefusals,
  unknown: { title: 'Dit kan niet', next: 'Ga terug en probeer het opnieuw.' },
  bug: {
    title: 'Er ging iets mis bij ons',
    next: 'Het is vastgelegd. Probeer het over een minuut opnieuw. Blijft het misgaan? Geef dan het nummer hieronder door.',
  },
  offline: {
    title: 'Polder is niet te bereiken',
    next: 'Kijk of je verbinding hebt en laad de pagina opnieuw.',
  },
  'not-found': {
    title: 'Deze pagina bestaat niet',
    next: 'Misschien is het adres verkeerd getypt, of is de pagina verplaatst.',
  },
  'not-found.conversation': {
    title: 'Dit gesprek is er niet',
    next: 'Het bestaat niet, of het hoort bij een afdeling die je niet mag zien.',
  },
  'not-found.customer': {
    title: 'Deze klant is er niet',
    next: 'De klant bestaat niet, is verwijderd, of je mag deze klant niet zien.',
  },
  forbidden: {
    title: 'Dit mag je niet zien',
    next: 'Je rol geeft hier geen toegang toe. Vraag een beheerder als je dit nodig hebt voor je werk.',
  },
  conflict: {
    title: 'Iemand was je voor',
    next: 'Een collega heeft dit net veranderd. Laad de pagina opnieuw en kijk wat er nu staat.',
  },
  invalid: { title: 'Er klopt iets niet', next: 'Kijk de velden na.' },
  'invalid.text': {
    title: 'Er staat een teken in dat niet bewaard kan worden',
    next: 'Typ de tekst opnieuw in plaats van hem te plakken.',
  },
  'too-large': { title: 'Dit is te groot', next: 'Maak het kleiner, of deel het op.' },
  'too-many': { title: 'Dat ging te snel', next: 'Wacht een minuut en probeer het opnieuw.' },
  'method-not-allowed': {
    title: 'Zo werkt dit adres niet',
    next: 'Ga terug en gebruik de knoppen op de pagina.',
  },
  'sign-in': { title: 'Log eerst in', next: 'Daarna kom je weer op deze pagina.' },
  'sign-in.wrong': {
    title: 'E-mailadres of wachtwoord klopt niet',
    next: 'Kijk of je het goed hebt getypt, ook hoofdletters.',
  },
};
