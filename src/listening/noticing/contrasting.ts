import { requires } from '../../organisation/authority.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import { type Context, transact } from '../../platform/context.ts';
import { type KeyTerm, keynessOf } from '../../understanding/comparing/keyness.ts';
import { makeTerms, nameOf, readTerms } from '../../understanding/comparing/terms.ts';
import { tokenise } from '../../understanding/tokenising.ts';
import { type MessageSet, type ReadSet, readSet, type SetMessage } from './message-set.ts';
import { tellable } from './telling.ts';

/** Of fewer people nothing is shown: their words would be theirs. */
export const fewestPersons = 10;
/** People who say a term; of fewer it says something about them. */
const fewestSaying = 5;
/**
 * Thousands of terms are weighed at once: odds of one in a thousand would give some by chance in every comparison.
 * This is one in ten thousand (chi-squared, one degree of freedom).
 */
const leastG2 = 15.14;
const mostTerms = 15;
const mostWeighed = 60;
const mostExamples = 3;

/** A term that one set says more often. */
export interface Contrast {
  term: string;
  /** Messages and people with it, and the share of messages, in the set that says it more and in the other. */
  messages: number;
  persons: number;
  share: number;
  otherMessages: number;
  otherShare: number;
  /** How many times as often; at least, when the other set never says it. */
  times: number;
  /** Log-likelihood: how sure. */
  g2: number;
  /** Public ids of messages. */
  examples: string[];
}

export interface SetSize {
  messages: number;
  persons: number;
  isSample: boolean;
  /** Fewer than ten people: nothing is shown. */
  isTooSmall: boolean;
}

export interface Contrasts {
  one: SetSize;
  other: SetSize;
  /** What the first set says and the other does not, the surest first, and the other way round. */
  more: Contrast[];
  fewer: Contrast[];
}

/** What one set of messages says that another does not. A message that stands in both speaks for neither. */
export async function contrast(ctx: Context, one: MessageSet, other: MessageSet): Promise<Contrasts> {
  requires(ctx.actor, 'inbox.read');
  return transact(ctx, 'listen', async (ctx) => {
    const { timezone } = await getOrganisation(ctx);
    const [read, beside] = apart(await readSet(ctx, one, timezone), await readSet(ctx, other, timezone));
    const sizes = { one: sizeOf(read), other: sizeOf(beside) };
    if (sizes.one.isTooSmall || sizes.other.isTooSmall) return { ...sizes, more: [], fewer: [] };
    const language = one.language === other.language ? one.language : undefined;
    const { more, fewer } = keynessOf(read.messages, beside.messages, {
      most: mostWeighed,
      ...(language && { language }),
    });
    return {
      ...sizes,
      more: shown(more, { said: read, beside, language: language ?? 'und' }),
      fewer: shown(fewer, { said: beside, beside: read, language: language ?? 'und' }),
    };
  });
}

/** One set within the other (this week and this year) would else be weighed against itself. */
function apart(one: ReadSet, other: ReadSet): [ReadSet, ReadSet] {
  const within = new Set(one.messages.map(({ id }) => id));
  const both = new Set(other.messages.filter(({ id }) => within.has(id)).map(({ id }) => id));
  if (both.size === 0) return [one, other];
  // All of the smaller set may lie in the other: then the other is the rest.
  const [keep, drop] = one.messages.length <= other.messages.length ? [one, other] : [other, one];
  const rest = recounted(
    drop,
    drop.messages.filter(({ id }) => !both.has(id)),
  );
  return keep === one ? [one, rest] : [rest, other];
}

function recounted(set: ReadSet, messages: SetMessage[]): ReadSet {
  return { ...set, messages, persons: new Set(messages.map(({ personKey }) => personKey)).size };
}

function sizeOf({ messages, persons, isSample }: ReadSet): SetSize {
  const isTooSmall = persons < fewestPersons;
  // How few exactly would say something about them as well.
  return isTooSmall
    ? { messages: 0, persons: 0, isSample, isTooSmall }
    : { messages: messages.length, persons, isSample, isTooSmall };
}

/** Without terms that hang on a few people, or that look like a name or an address. */
function shown(
  terms: readonly KeyTerm[],
  { said, beside, language }: { said: ReadSet; beside: ReadSet; language: string },
): Contrast[] {
  const sure = terms.filter(({ g2 }) => Math.abs(g2) >= leastG2);
  const saying = messagesWith(sure, said.messages, language);
  return sure
    .flatMap((term) => {
      const found = saying.get(term.term) ?? [];
      const persons = new Set(found.map(({ personKey }) => personKey)).size;
      const texts = found.map(({ text }) => text);
      return persons < fewestSaying || tellable([term.term], texts).length === 0
        ? []
        : [toContrast(term, persons, beside.messages.length)];
    })
    .slice(0, mostTerms);
}

function messagesWith(
  terms: readonly KeyTerm[],
  messages: readonly SetMessage[],
  language: string,
): Map<string, SetMessage[]> {
  const found = new Map<string, SetMessage[]>(terms.map(({ term }) => [term, []]));
  const scratch = makeTerms();
  for (const message of messages) {
    const read = readTerms(tokenise(message.text), language, scratch);
    const names = new Set(Array.from({ length: read.count }, (_, index) => nameOf(read, index)));
    for (const name of names) found.get(name)?.push(message);
  }
  return found;
}

function toContrast(
  { term, g2, inA, inB, shareA, shareB, examples }: KeyTerm,
  persons: number,
  besides: number,
): Contrast {
  const isMore = g2 > 0;
  const [messages, share] = isMore ? [inA, shareA] : [inB, shareB];
  const [otherMessages, otherShare] = isMore ? [inB, shareB] : [inA, shareA];
  // Half a message where there is none: never said in ten is not the same as never said in a million.
  return {
    term,
    messages,
    persons,
    share,
    otherMessages,
    otherShare,
    times: share / ((otherMessages || 0.5) / besides),
    g2: Math.abs(g2),
    examples: examples.slice(0, mostExamples),
  };
}
