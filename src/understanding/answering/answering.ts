import type { Kind } from '../learned/model.ts';
import type { Tokens } from '../tokens.ts';
import type { Understanding } from '../understanding.ts';
import { clauseAround, moodOfClause } from './clauses.ts';
import { type Found, findPhrases, makePhrases, type Phrases, textOf } from './phrases.ts';

/** A head that rules answer until it has learned, with what its classes are known by. */
export interface RuledHead {
  readonly key: string;
  readonly kind: Kind;
  readonly rules: 'words' | 'aspects' | 'relation';
  readonly classes: readonly {
    readonly key: string;
    readonly parent?: string;
    readonly words?: readonly string[];
    readonly pole?: 'positive' | 'negative';
  }[];
}

export interface RuledAnswer {
  readonly head: string;
  readonly labels: readonly string[];
  /** What made it so, as the sender wrote it. */
  readonly words: readonly string[];
}

/** All ruled heads of an organisation, ready to read messages. */
export interface Answerer {
  readonly heads: readonly (RuledHead & { readonly phrases: Phrases })[];
}

export function makeAnswerer(heads: readonly RuledHead[]): Answerer {
  return {
    heads: heads.map((head) => ({
      ...head,
      phrases: makePhrases(head.classes.map(({ words }) => words ?? [])),
    })),
  };
}

/**
 * What the rules of these heads say of one message; nothing for a head of which nothing stands in it. `tokens` are of
 * the whole text and are not valid any more afterwards.
 */
export function answersOf({ heads }: Answerer, tokens: Tokens, read: Understanding): RuledAnswer[] {
  // All that looks at the tokens first: the mood of a clause cuts anew.
  const seen = heads.map((head) => ({ head, see: lookers[head.rules](head, tokens, read) }));
  return seen.flatMap(({ head, see }) => {
    const { labels, words } = see();
    return labels.length === 0 ? [] : [{ head: head.key, labels, words: [...new Set(words)] }];
  });
}

type Answer = Omit<RuledAnswer, 'head'>;
type Look = (head: Answerer['heads'][number], tokens: Tokens, read: Understanding) => () => Answer;

const nothing: Answer = { labels: [], words: [] };

const lookers: Readonly<Record<RuledHead['rules'], Look>> = {
  words: (head, tokens) => {
    const found = findPhrases(head.phrases, tokens);
    const answer = found.length === 0 ? nothing : byWords(head, found, tokens);
    return () => answer;
  },
  aspects: (head, tokens, read) => {
    const found = findPhrases(head.phrases, tokens);
    if (found.length === 0) return () => nothing;
    const seen = found.map((one) => ({
      ...one,
      text: textOf(tokens, one),
      clause: clauseAround(tokens, one),
    }));
    return () => byAspect(head, seen, read);
  },
  relation: ({ classes }, _, { relation }) => {
    const known = relation.filter(({ kind }) => classes.some(({ key }) => key === kind));
    return () => ({ labels: known.map(({ kind }) => kind), words: known.flatMap(({ words }) => words) });
  },
};

/** Every class of which a word stands there; of one answer the class with most words, of equals the first named. */
function byWords({ kind, classes }: RuledHead, found: readonly Found[], tokens: Tokens): Answer {
  const times = new Map<number, number>();
  for (const { owner } of found) times.set(owner, (times.get(owner) ?? 0) + 1);
  const most = Math.max(...times.values());
  const first = [...times].find(([, n]) => n === most)?.[0];
  const owners = kind === 'single' ? [first ?? 0] : [...times.keys()].sort((one, other) => one - other);
  const own = found.filter(({ owner }) => owners.includes(owner));
  return {
    labels: owners.flatMap((at) => classes[at]?.key ?? []),
    words: own.map((one) => textOf(tokens, one)),
  };
}

type SeenAspect = Found & { readonly text: string; readonly clause: string };

/**
 * Every aspect with how it is spoken of in the clauses where it stands; when those say nothing and it is the only
 * aspect, with the mood of the whole message. Without a mood it is only mentioned.
 */
function byAspect({ classes }: RuledHead, seen: readonly SeenAspect[], read: Understanding): Answer {
  const owners = Map.groupBy(seen, ({ owner }) => owner);
  const inOrder = [...owners].sort(([one], [other]) => one - other);
  const labels = inOrder.flatMap(([owner, places]) => {
    const key = classes[owner]?.key ?? '';
    const clauses = [...new Set(places.map(({ clause }) => clause))];
    const moods = clauses.flatMap((clause) => polesIn(moodOfClause(clause, read.language)));
    const own = moods.length > 0 || owners.size > 1 ? moods : polesIn(read.sentiment.label);
    const poles = classes.filter(({ parent, pole }) => parent === key && pole && own.includes(pole));
    return poles.length > 0 ? poles.map((one) => one.key) : [key];
  });
  return { labels, words: seen.map(({ text }) => text) };
}

function polesIn(mood: Understanding['sentiment']['label']): ('positive' | 'negative')[] {
  if (mood === 'mixed') return ['positive', 'negative'];
  return mood === 'neutral' ? [] : [mood];
}
