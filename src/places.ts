import { places as composingPlaces } from './conversations/composing/places.ts';
import { places as draftPlaces } from './conversations/drafting/places.ts';
import { places as attentionPlaces } from './conversations/following/places.ts';
import { places as conversationPlaces } from './conversations/places.ts';
import { places as reviewPlaces } from './conversations/reviewing/places.ts';
import { places as entrancePlaces } from './customers/entering/places.ts';
import { identifiersOf } from './customers/identifiers.ts';
import { places as customerPlaces } from './customers/places.ts';
import { places as mailingPlaces } from './customers/sending/places.ts';
import { places as syncingPlaces } from './customers/syncing/places.ts';
import { places as insightPlaces } from './insights/places.ts';
import { places as journeyPlaces } from './journey/places.ts';
import { places as assistingPlaces } from './listening/assisting/places.ts';
import { places as learningPlaces } from './listening/learning/places.ts';
import { places as noticingPlaces } from './listening/noticing/places.ts';
import { places as listeningPlaces } from './listening/places.ts';
import { places as organisationPlaces } from './organisation/places.ts';
import { places as mailPlaces } from './platform/mail/places.ts';
import type { Place } from './platform/personal-place.ts';
import { machinePlaces } from './platform/places.ts';
import { places as privacyPlaces } from './privacy/places.ts';

/**
 * Every place where personal data lie, in the order in which an erasure takes them. A personal column that is in none
 * of them fails `npm run check`.
 */
export const places: readonly Place[] = [
  ...privacyPlaces,
  ...machinePlaces(identifiersOf),
  ...organisationPlaces,
  ...customerPlaces,
  ...entrancePlaces,
  ...mailingPlaces,
  ...syncingPlaces,
  ...mailPlaces,
  ...listeningPlaces,
  ...learningPlaces,
  ...noticingPlaces,
  ...assistingPlaces,
  ...conversationPlaces,
  ...reviewPlaces,
  ...attentionPlaces,
  ...draftPlaces,
  ...insightPlaces,
  ...journeyPlaces,
  ...composingPlaces,
].toSorted((a, b) => (a.order ?? 50) - (b.order ?? 50));
