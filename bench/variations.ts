import { randomFrom } from './burst-stream.ts';

type Vary = (text: string) => string;

/** How people change a message that they pass on, and the share that must be recognised (percent). */
export interface Variation {
  name: string;
  least: number;
  vary: Vary;
}

/** Variations with words of `texts`; the same seed varies the same way. */
export function variationsOf(texts: readonly string[], seed: number): Variation[] {
  const random = randomFrom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const words = texts.flatMap((text) => text.split(/\s+/)).filter((word) => /^\p{L}+$/u.test(word));
  const word = () => words[below(words.length)] ?? '';
  const changeOne: Vary = (text) => {
    const parts = text.split(' ');
    const real = parts.flatMap((part, index) => (/^[^@h]*\p{L}/u.test(part) ? [index] : []));
    const at = real[below(real.length)];
    if (at !== undefined) parts[at] = word();
    return parts.join(' ');
  };
  return [
    {
      name: 'another link and mention',
      least: 100,
      vary: (text) =>
        `@els${below(99)} ${text.replace(/@\w+/g, `@joost${below(99)}`)} https://a.example/${below(99)}`,
    },
    { name: 'capitals and emoji', least: 99.9, vary: (text) => `${text.toUpperCase()} 😡😡` },
    { name: 'one word changed', least: 99.5, vary: changeOne },
    { name: 'cut at 110 characters', least: 97.7, vary: (text) => `RT @henk: ${text.slice(0, 110)}` },
    {
      name: 'eight words added',
      least: 94.9,
      vary: (text) => `${text} ${Array.from({ length: 8 }, word).join(' ')}`,
    },
    { name: 'two words changed', least: 93.5, vary: (text) => changeOne(changeOne(text)) },
  ];
}
