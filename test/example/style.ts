import type { Style } from './customers.ts';
import type { Random } from './random.ts';
import type { Channel, Language, Mood } from './scene.ts';

const shorthand: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  nl: [
    [/\bhet\b/g, 't'],
    [/\bmijn\b/g, 'mn'],
    [/\beven\b/g, 'ff'],
    [/\bniets\b/g, 'niks'],
    [/\balsjeblieft\b/g, 'aub'],
    [/\been keer\b/g, 'n keer'],
    [/\bhij\b/g, 'ie'],
    [/\been uur\b/g, '1 uur'],
  ],
  en: [
    [/\byou\b/g, 'u'],
    [/\bplease\b/gi, 'pls'],
    [/\bthanks\b/gi, 'thx'],
    [/\bbecause\b/g, 'cause'],
  ],
};

const emoji: Readonly<Record<Mood, readonly string[]>> = {
  calm: ['🙂', '🤔', '🙏', '👀', '😅'],
  cross: ['😡', '🤦', '🙄', '😤', '😒', '🤷'],
  glad: ['👏', '🌞', '😍', '💪', '👍', '❤️', '🌷'],
};

/** Makes the careful wording of the templates sound like its author. Mail and forum stay tidier. */
export function inStyle(text: string, style: Style, place: Place): string {
  const quick = place.channel !== 'mail' && place.channel !== 'forum';
  let written = text;
  if (style.shorthand && quick) {
    for (const [pattern, short] of shorthand[place.language]) {
      written = written.replace(pattern, (word) => (place.random.chance(0.6) ? short : word));
    }
  }
  if (style.lower && quick) written = lowered(written);
  if (style.slips > 0) written = withSlips(written, style.slips, place.random);
  if (quick && place.random.chance(style.emoji))
    written = `${written} ${place.random.pick(emoji[place.mood])}`;
  return written;
}

interface Place {
  channel: Channel;
  language: Language;
  mood: Mood;
  random: Random;
}

// Codes such as WK-550123 and names in the middle of a sentence keep their capitals.
function lowered(text: string): string {
  return text
    .replace(
      /(^|[.!?]\s+)(\p{Lu})(?=\p{Ll}|\s)/gu,
      (_, before: string, letter: string) => before + letter.toLowerCase(),
    )
    .replace(/\.$/, '');
}

function withSlips(text: string, share: number, random: Random): string {
  return text.replace(/(?<![@\w.-])\p{Ll}{5,}(?![\w@.]*@)/gu, (word) =>
    random.chance(share) ? slip(word, random) : word,
  );
}

function slip(word: string, random: Random): string {
  const at = random.whole(1, word.length - 3);
  const swapped = `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`;
  const dropped = word.slice(0, at) + word.slice(at + 1);
  const doubled = word.slice(0, at) + word.charAt(at) + word.slice(at);
  return random.pick([swapped, dropped, doubled]);
}
