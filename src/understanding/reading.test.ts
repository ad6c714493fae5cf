import { expect, test } from 'vitest';
import { understand } from './reading.ts';
import { intents } from './understanding.ts';

const cases: [text: string, expected: Partial<ReturnType<typeof understand>>][] = [
  ['Ik wil mijn abonnement per direct opzeggen, groeten Fatima', { intent: 'cancellation', language: 'nl' }],
  ['Hebben jullie een storing? Het internet doet het niet.', { intent: 'outage', urgency: 2 }],
  ['Ik ruik gas in de meterkast, wat moet ik doen?', { urgency: 3, answerable: true }],
  ['Waarom is mijn factuur deze maand hoger?', { intent: 'invoice_question', urgency: 1 }],
  ['Verkeerde maat ontvangen, ik had een L besteld.', { intent: 'wrong_delivery' }],
  ['Ik maak bezwaar tegen de afwijzing van mijn claim.', { intent: 'claim_dispute', answerable: true }],
  ['Please delete all my personal data from your systems.', { intent: 'privacy_request', language: 'en' }],
  ['You promised a welcome discount but I never got it.', { intent: 'promised_discount', language: 'en' }],
  ['Wat een geweldige service, supersnel geholpen!', { intent: 'compliment', urgency: 0, answerable: false }],
  ['Tip voor jullie app: het zou handig zijn om de stand te kunnen zien.', { intent: 'idea', urgency: 0 }],
  ['Hoe lang duurt het voordat de meter is geplaatst?', { intent: 'question', answerable: true }],
  ['Kunt u mij morgen terugbellen?', { intent: 'request', answerable: true }],
  [
    'Je hebt gewonnen! Klik hier voor je gratis iPhone http://win.example',
    { intent: 'spam', answerable: false },
  ],
  ['Ik zoek een stageplek voor mijn opleiding.', { intent: 'other' }],
  ['Ich habe seit heute Morgen kein Wasser, bitte helfen Sie mir', { language: 'de' }],
  ['Bonjour, je ne peux pas payer avec mon compte', { language: 'fr' }],
  ['Hola, no puedo entrar en mi cuenta desde ayer', { language: 'es' }],
  [
    'ik heb de monteur gebeld maar hij kwam niet, what should i do now, can you send him again?',
    { language: 'mixed' },
  ],
  ['', { language: 'und', intent: 'other', urgency: 0, keywords: [] }],
  ['12345 !!! 😀', { language: 'und' }],
];

test.each(cases)('understands «%s»', (text, expected) => {
  expect(understand(text)).toMatchObject(expected);
});

test('says which words made it so, as Fatima wrote them', () => {
  const { because } = understand('BELACHELIJK! De app werkt niet.');
  expect(because.find(({ head }) => head === 'sentiment')?.words).toContain('BELACHELIJK');
  expect(because.find(({ head }) => head === 'intent')?.words).toContain('app werkt niet');
});

test('a mail or a chat is always addressed, a remark about others is not', () => {
  expect(understand('ze zijn weer eens laat', { channel: 'chat' }).addressed).toBe(true);
  expect(understand('Iemand hier ervaring met een warmtepomp?').addressed).toBe(false);
});

test('the language of earlier messages decides only when a text is too short to tell', () => {
  expect(understand('modem?', { language: 'en' }).language).toBe('en');
  expect(understand('waar is het modem dat ik heb besteld', { language: 'en' }).language).toBe('nl');
});

test('praise for a rescue in the past is not urgent', () => {
  expect(understand('Chapeau voor Els, die mijn moeder uit de lift hielp. Geweldig!').urgency).toBe(0);
});

test('there are seventeen intents', () => {
  expect(new Set(intents).size).toBe(17);
});
