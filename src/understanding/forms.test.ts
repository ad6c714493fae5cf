import { expect, test } from 'vitest';
import { readCues } from './cues.ts';
import { understand } from './reading.ts';

type Expected = Partial<ReturnType<typeof understand>>;

const cases: [text: string, expected: Expected][] = [
  // Product names are no praise, and a trouble of one's own is always answered.
  ['Sinds de slimme meter is mijn verbruik verdubbeld. Die meter deugt niet.', { intent: 'complaint' }],
  ['The reset mail never arrives', { answerable: true }],
  ['The app shows zero usage', { answerable: true }],
  ['Nobody showed up', { intent: 'complaint', answerable: true }],
  ['Er hangt een nieuwe meter maar niemand heeft de oude stand opgeschreven.', { answerable: true }],
  ['The letters for the previous tenant keep coming', { answerable: true }],
  // A facility is only out when something fails.
  ['Is een warmtepomp iets voor een huis uit de jaren zeventig?', { intent: 'question' }],
  ['De stadswarmte ligt eruit, radiatoren ijskoud', { intent: 'outage', urgency: 2 }],
  ['Alles viel in één keer uit hier', { intent: 'outage', urgency: 2 }],
  ['Everything just went off here, neighbours too', { intent: 'outage', urgency: 2 }],
  ['Alweer koud douchen', { intent: 'outage', urgency: 2 }],
  // Acting before being asked, although a bill is named.
  [
    'Jullie belden omdat mijn verbruik steeg, nog voor er een rekening was.',
    { intent: 'anticipation_praise' },
  ],
  ['Got your message that my contract ends, right when I needed it.', { intent: 'anticipation_praise' }],
  // Proposals in whatever form.
  ['Tip: zet op de sms van de monteur ook een naam.', { intent: 'idea', answerable: true, urgency: 0 }],
  ['Suggestie: laat mensen zelf kiezen wanneer de jaarnota komt.', { intent: 'idea' }],
  ['Misschien kunnen jullie een buurtvergelijking maken', { intent: 'idea' }],
  ['Suggestion: add an English summary to the yearly bill.', { intent: 'idea' }],
  // Waiting is a complaint, also where it ends in a question.
  ['U bent de 38e wachtende, al twintig minuten. Wanneer krijg ik antwoord?', { intent: 'complaint' }],
  ['Elke keer een ander aan de telefoon', { intent: 'complaint', answerable: true }],
  ['De robot in de chat snapt er geen snars van.', { intent: 'complaint' }],
  ['You promised an answer in two working days. It has been nine.', { intent: 'complaint' }],
  // Neighbours of narrow intents.
  ['Mijn contract loopt af op 4 december. Wat zijn de mogelijkheden?', { intent: 'question' }],
  ['Hebben jullie ook een korting voor studenten?', { intent: 'question' }],
  ['Mijn geboortedatum staat verkeerd bij jullie.', { intent: 'privacy_request' }],
  ['Ik ben mijn laadpas kwijt. Blokkeren graag.', { intent: 'request' }],
  ['Ik doe mijn scriptie over energie. Mag ik een enquête bij u houden?', { intent: 'other' }],
];

test.each(cases)('understands «%s»', (text, expected) => {
  expect(understand(text)).toMatchObject(expected);
});

test.each([
  ['Could you send me bill F2026-01886 again?', 'neutral'],
  ['How do I cancel? I only find offers on the site.', 'neutral'],
  ['Hebben jullie ook een korting voor studenten?', 'neutral'],
  ['Hoe lees ik de slimme meter af?', 'neutral'],
  ['I was promised a bonus. It is not on my bill.', 'negative'],
  ['Kijk, dat is service.', 'positive'],
  ['Jullie weten niet hoe opgelucht wij zijn.', 'positive'],
])('the mood of «%s» is %s', (text, label) => {
  expect(understand(text).sentiment.label).toBe(label);
});

test.each([
  ['Hoe zeg ik op? Op de site kan ik die knop niet vinden.', 'nl'],
  ['Is dat de hele dag of maar even?', 'nl'],
  ['Charger at the school is dead, red light.', 'en'],
])('«%s» is %s', (text, language) => {
  expect(understand(text).language).toBe(language);
});

test('a stressed Dutch word is the word itself', () => {
  expect(understand('Er loopt een man óp het spoor').urgency).toBe(3);
});

test('someone frail who is cut off goes first', () => {
  expect(understand('We zitten zonder verwarming').urgency).toBe(2);
  expect(understand('We zitten zonder verwarming met een baby van drie weken').urgency).toBe(3);
});

test('a cue with & is read in both orders, and ^ only where a clause begins', () => {
  const cues = readCues([['danger', 3, 'gas & ruik~; ^ tip']], () => 0);
  expect(cues.map(({ opens, positions }) => [opens, positions.length])).toEqual([
    [false, 2],
    [false, 2],
    [true, 1],
  ]);
});
