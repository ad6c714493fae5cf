import { expect, test } from 'vitest';
import { tokenise } from './tokenising.ts';
import { kinds, written } from './tokens.ts';

const names = Object.entries(kinds);

function tokensOf(text: string): string[] {
  const tokens = tokenise(text);
  return Array.from({ length: tokens.count }, (_, index) => {
    const kind = names.find(([, number]) => number === tokens.kind[index])?.[0];
    return `${kind} ${written(tokens, index)}`;
  });
}

test('tells words, numbers, names, links, pictures and signs apart', () => {
  expect(tokensOf("@polder m'n 4e factuur: 12,50?! :-) #Storing ❤️ 👍🏽 https://x.example")).toEqual([
    'mention @polder',
    "word m'n",
    'number 4e',
    'word factuur',
    'punctuation :',
    'number 12,50',
    'punctuation ?',
    'punctuation !',
    'emoticon :-)',
    'hashtag #Storing',
    'emoji ❤️',
    'emoji 👍🏽',
    'link https://x.example',
  ]);
});

test('an address with an at-sign is no mention', () => {
  expect(tokensOf('els@post.example').some((token) => token.startsWith('mention'))).toBe(false);
});

test('a handle with its host is one mention', () => {
  expect(tokensOf('@polder@sociaal.example. Hallo')).toEqual([
    'mention @polder@sociaal.example',
    'punctuation .',
    'word Hallo',
  ]);
});

test('keeps the units of the text in step, also where lower-casing would lengthen it', () => {
  expect(tokensOf('İstanbul is mooi')).toEqual(['word İstanbul', 'word is', 'word mooi']);
});

test('half a surrogate pair is only a sign', () => {
  expect(tokensOf('a \ud83d b')).toEqual(['word a', 'punctuation \ud83d', 'word b']);
});
