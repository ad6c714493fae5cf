import { expect, it } from 'vitest';
import { codesIn, gapsBetween, wordless } from './words.ts';

const nl = {
  inbox: { title: 'Inbox', wait: 'Even wachten tot het klaar is', many: (n: number) => `${n} berichten` },
};
const en = {
  inbox: { title: 'Inbox', wait: 'Wait until it is ready please', many: (n: number) => `${n} messages` },
};

it('two complete languages have no gaps', () => {
  expect(gapsBetween({ nl, en })).toEqual([]);
});

it.each([
  ['a missing word', { inbox: { title: 'Inbox', many: en.inbox.many } }, 'en inbox › wait is missing'],
  ['an empty word', { inbox: { ...en.inbox, title: ' ' } }, 'en inbox › title is empty'],
  ['a word too many', { inbox: { ...en.inbox, extra: 'More' } }, 'nl inbox › extra is missing'],
  [
    'an untranslated sentence',
    { inbox: { ...en.inbox, wait: nl.inbox.wait } },
    'is the same in two languages',
  ],
  ['a number left out', { inbox: { ...en.inbox, many: () => 'messages' } }, 'is told more in one language'],
  [
    'a text for a function',
    { inbox: { ...en.inbox, many: 'messages' } },
    'is a text here and a function there',
  ],
])('sees %s', (_, wrong, sentence) => {
  expect(gapsBetween({ nl, en: wrong }).join('\n')).toContain(sentence);
});

it('a refusal has words when its code, or the first part of it, has', () => {
  const refusals = { 'not-found': {}, 'config.port': {} };
  const gaps = wordless(['not-found.customer', 'config.port', 'config.url', 'odd'], { en: { refusals } });
  expect(gaps).toEqual(['en refusals › config.url has no words', 'en refusals › odd has no words']);
});

it('finds the codes of refusals, except those that bring a sentence along', () => {
  const text = `if (!a) throw new Refusal('not-found.customer', { id });
    return new Refusal(
      'config.port', { value });
    throw new Refusal('conflict.held', { pid, sentence }); throw new Refusal(code);`;
  expect(codesIn(text)).toEqual(['config.port', 'not-found.customer']);
});
