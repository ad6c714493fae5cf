import type { Answers } from '../reading.ts';
import { kinds, type Tokens } from '../tokens.ts';
import { intents } from '../understanding.ts';
import type { Rules } from './model.ts';

/** How many dense features stand behind the hashed ones. */
export const denseCount = 8 + 4 + intents.length + 4 + 1;

const moods = ['positive', 'neutral', 'negative', 'mixed'] as const;
const urgencies = ['0', '1', '2', '3'] as const;
/** What the rules' answer is worth, in logits, before anything is learned. */
const trust = 2;
const neutralBand = 0.45;

/** The rules that answer in the words of these classes, if any do. */
export function rulesFor(head: string, classes: readonly string[]): Rules {
  const within = (known: readonly string[]) => classes.every((name) => known.includes(name));
  if (within(moods)) return 'sentiment';
  if (within(intents)) return 'intent';
  if (within(urgencies) && head === 'urgency') return 'urgency';
  return within(['0', '1']) && head === 'answerable' ? 'answerable' : 'none';
}

/** What the rules noticed, as numbers from 0 to 1, in a fixed order. */
export function denseOf(rules: Rules, tokens: Tokens, read: Answers): Float32Array {
  const dense = new Float32Array(denseCount);
  const { score, label } = read.sentiment;
  const [praise, blame] = masses(tokens);
  dense[0] = Math.max(0, score);
  dense[1] = Math.max(0, -score);
  dense[2] = Math.tanh(praise);
  dense[3] = Math.tanh(blame);
  dense[4] = praise + blame === 0 ? 1 : 0;
  dense[5] = has(tokens, 0x3f);
  dense[6] = has(tokens, 0x21);
  dense[7] = Math.abs(score) > 0.6 ? 1 : 0;
  dense[8 + moods.indexOf(label)] = 1;
  if (rules === 'mood') return dense;
  dense[12 + intents.indexOf(read.intent)] = 1;
  dense[12 + intents.length + read.urgency] = 1;
  dense[denseCount - 1] = read.answerable ? 1 : 0;
  return dense;
}

function masses(tokens: Tokens): [praise: number, blame: number] {
  let praise = 0;
  let blame = 0;
  for (let at = 0; at < tokens.count; at++) {
    const polarity = tokens.lexeme[at]?.polarity;
    if (polarity === undefined) continue;
    const value = polarity[0] || polarity[1] || polarity[2] || polarity[3] || polarity[4] || 0;
    if (value > 0) praise += value;
    else blame -= value;
  }
  return [praise, blame];
}

function has(tokens: Tokens, unit: number): number {
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kind[at] === kinds.punctuation && tokens.lower.charCodeAt(tokens.start[at] ?? 0) === unit)
      return 1;
  }
  return 0;
}

/** The score of every class by the rules alone: where learning starts, and what holds while there are few labels. */
export function offsetsOf(rules: Rules, classes: readonly string[], read: Answers): Float32Array {
  return Float32Array.from(classes, (name) => {
    if (rules === 'none' || rules === 'mood') return 0;
    if (rules === 'sentiment') return moodOffset(name, read);
    const answer =
      rules === 'intent'
        ? read.intent
        : rules === 'urgency'
          ? String(read.urgency)
          : read.answerable
            ? '1'
            : '0';
    return answer === name ? trust : -trust;
  });
}

function moodOffset(name: string, { sentiment: { score, label } }: Answers): number {
  if (name === 'mixed') return label === 'mixed' ? trust : -trust;
  if (name === 'neutral') return 2 * trust * (neutralBand - Math.abs(score)) - 0.5;
  return 2 * trust * ((name === 'positive' ? score : -score) - neutralBand / 2) - 0.5;
}
