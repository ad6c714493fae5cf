import { describe, expect, test } from 'vitest';
import { type WishKind, wishesIn } from './wish.ts';

const asked: readonly (readonly [string, WishKind])[] = [
  ['Stop met die aanbiedingen.', 'stop-offers'],
  ['stop aanbiedingen', 'stop-offers'],
  ['STOP', 'stop-offers'],
  ['Ik wil geen reclame meer van jullie ontvangen!', 'stop-offers'],
  ['Geen reclame meer', 'stop-offers'],
  ['Goedemorgen, kunnen jullie stoppen met reclame sturen?', 'stop-offers'],
  ['Meld mij af voor de nieuwsbrief', 'stop-offers'],
  ['Ik wil me graag afmelden voor jullie mailing.', 'stop-offers'],
  ['@waterkracht haal me van de mailinglijst aub', 'stop-offers'],
  ['Please stop sending me offers.', 'stop-offers'],
  ['No more newsletters, thanks', 'stop-offers'],
  ["I don't want any more marketing emails from you.", 'stop-offers'],
  ['Unsubscribe me from everything', 'stop-offers'],
  ['Vergeet mij', 'forget-me'],
  ['Vergeet mij alstublieft.', 'forget-me'],
  ['Hallo, verwijder al mijn gegevens.', 'forget-me'],
  ['Ik wil dat jullie mijn account verwijderen', 'forget-me'],
  ['Ik doe een beroep op mijn recht op vergetelheid', 'forget-me'],
  ['Please delete all my personal data from your systems.', 'forget-me'],
  ['Forget me, please', 'forget-me'],
  ['Wat weten jullie van mij?', 'what-do-you-know'],
  ['Welke gegevens hebben jullie over mij?', 'what-do-you-know'],
  ['Graag inzage in mijn gegevens.', 'what-do-you-know'],
  ['What data do you hold about me?', 'what-do-you-know'],
  ['This is a subject access request.', 'what-do-you-know'],
  ['Ik wil niet dat een robot mijn berichten leest.', 'no-software'],
  ["I don't want AI reading my messages.", 'no-software'],
  ['Gebruik mijn berichten niet om jullie computer te trainen.', 'no-training'],
  ['Do not train your models on my messages', 'no-training'],
  ['Bel mij niet meer.', 'no-phone'],
  ['Ik wil niet meer gebeld worden', 'no-phone'],
  ['Stop calling me', 'no-phone'],
];

const notAsked: readonly string[] = [
  'Mijn factuur klopt niet. Wanneer krijg ik antwoord?',
  'Niet stoppen met die aanbiedingen, ik vind ze fijn!',
  'Stop vooral niet met de nieuwsbrief',
  "Please don't stop sending offers",
  'Hebben jullie geen aanbiedingen meer?',
  'Jammer dat er geen aanbiedingen meer zijn.',
  'Zijn er geen promoties meer deze maand?',
  'Hoe kan ik mij afmelden voor de nieuwsbrief?',
  'How do I unsubscribe me from this?',
  'Als ik geen reclame meer wil ontvangen, wat dan?',
  'Op jullie site staat: "ik wil geen reclame meer ontvangen". Waar is die knop?',
  '> Stop met die aanbiedingen\nDat schreef ik niet, dat was iemand anders.',
  'Vergeet mij niet te bellen!',
  'Vergeet me niet',
  'Jullie vergeten mij steeds.',
  "Don't forget me please",
  'Mijn moeder wil geen reclame meer ontvangen van jullie',
  'Mensen zeggen dat ze geen aanbiedingen meer willen krijgen',
  'Ja hoor, vergeet mij maar weer 🙄',
  'Stuur vooral nog meer reclame, lekker hoor haha',
  'Wat weten jullie van mijn bestelling?',
  'Verwijder die storing eens uit het systeem',
  'Ik wil mijn gegevens wijzigen: nieuw adres.',
  'Please do not delete my account!',
  'Verwijder mijn gegevens niet, ik blijf klant.',
  'Bel me niet voor tien uur, daarna graag.',
  'Jullie schreven: stop met aanbiedingen sturen kan altijd',
  'De bus stopt niet bij de halte',
  'Bedankt, dat was een mooie aanbieding!',
  'Op 3 november schreef Joost van Waterkracht:\nVergeet mij',
];

describe('a plain message that asks for something about their own data', () => {
  for (const [text, kind] of asked)
    test(`${kind}: ${text}`, () => expect(wishesIn(text).map((one) => one.kind)).toEqual([kind]));

  test('may ask for two things at once, and is told in its own words', () => {
    expect(wishesIn('Stop met reclame sturen. En wis mijn gegevens!')).toEqual([
      { kind: 'stop-offers', sentence: 'Stop met reclame sturen.' },
      { kind: 'forget-me', sentence: 'En wis mijn gegevens!' },
    ]);
  });
});

describe('nothing is asked by', () => {
  for (const text of notAsked) test(text.replaceAll('\n', ' / '), () => expect(wishesIn(text)).toEqual([]));
});
