/** How a stream of made-up messages looks. Shares are parts of all messages of that hour. */
export interface StreamShape {
  messages: number;
  days: number;
  vocabulary: number;
  topics: number;
  leastShare: number;
  mostShare: number;
  leastHours: number;
  mostHours: number;
  floods: number;
  dailyWords: number;
  seed: number;
}

/** Ten million messages in thirty days, as the method was designed for. */
export const fullStream: StreamShape = {
  messages: 10_000_000,
  days: 30,
  vocabulary: 200_000,
  topics: 60,
  leastShare: 0.0005,
  mostShare: 0.02,
  leastHours: 6,
  mostHours: 48,
  floods: 20,
  dailyWords: 20,
  seed: 2026,
};

/** As many messages an hour as half of the full stream, for six days. */
export const smallStream: StreamShape = {
  ...fullStream,
  messages: 1_000_000,
  days: 6,
  topics: 12,
  leastShare: 0.001,
  mostHours: 24,
  floods: 4,
  dailyWords: 4,
};

/** For the test that always runs. */
export const tinyStream: StreamShape = {
  ...smallStream,
  messages: 70_000,
  days: 3,
  vocabulary: 20_000,
  topics: 10,
  leastShare: 0.01,
  mostShare: 0.04,
  mostHours: 12,
};

export interface Spoken {
  at: number;
  author: number;
  id: string;
  text: string;
}

export interface Planted {
  kind: 'topic' | 'flood' | 'daily';
  /** A burst is about this when one of its terms holds one of these while it is spoken about. */
  words: string[];
  /** Two known words that are suddenly said together. */
  pair: boolean;
  share: number;
  /** In hours since the beginning. */
  from: number;
  to: number;
}

type Random = () => number;

const hour = 3_600_000;
const authors = 400_000;
const learningHours = 26;
const rhythm = [2, 1, 1, 1, 1, 2, 4, 7, 10, 11, 11, 10, 10, 10, 9, 9, 10, 10, 10, 11, 11, 9, 6, 4];

/** Speaks the whole stream in order of time; the same seed says the same. Gives what was planted in it. */
export function speak(shape: StreamShape, hear: (spoken: Spoken) => void): Planted[] {
  const random = randomFrom(shape.seed);
  const words = Array.from({ length: shape.vocabulary }, (_, rank) => wordOf(rank));
  const draw = zipf(shape.vocabulary, random);
  const planted = plant(shape, random, words);
  const weights = Array.from({ length: shape.days * 24 }, (_, at) => weightOf(at));
  const perWeight = shape.messages / weights.reduce((sum, weight) => sum + weight, 0);
  let id = 0;
  weights.forEach((weight, at) => {
    const active = planted.filter((one) => isActive(one, at));
    const messages = Math.round(weight * perWeight);
    for (let index = 0; index < messages; index++) {
      const said = Array.from({ length: 5 + Math.floor(random() * 7) }, () => words[draw()] ?? '');
      let author = Math.floor(authors * random() ** 2);
      for (const one of active) {
        if (random() >= one.share) continue;
        said.splice(Math.floor(random() * said.length), 0, ...wordsSaid(one, random));
        if (one.kind === 'flood') author = authors + planted.indexOf(one);
      }
      const spokenAt = (at + index / messages) * hour;
      hear({ at: spokenAt, author, id: String(++id), text: said.join(' ') });
    }
  });
  return planted;
}

function wordsSaid({ words, pair }: Planted, random: Random): string[] {
  return pair || random() < 0.7 ? words : words.slice(0, 1);
}

function isActive({ kind, from, to }: Planted, at: number): boolean {
  return kind === 'daily' ? at % 24 === from : at >= from && at < to;
}

function weightOf(at: number): number {
  const weekend = Math.floor(at / 24) % 7 >= 5;
  return (rhythm[at % 24] ?? 0) * (weekend ? 0.6 : 1);
}

function plant(shape: StreamShape, random: Random, words: readonly string[]): Planted[] {
  const last = shape.days * 24;
  const between = (least: number, most: number) => least + random() * (most - least);
  const rare = () => words[Math.floor(between(500, Math.min(20_000, words.length)))] ?? '';
  const topics = Array.from({ length: shape.topics }, (_, index): Planted => {
    const pair = index % 2 === 1;
    const hours = Math.round(between(shape.leastHours, shape.mostHours));
    const from = Math.floor(between(learningHours, last - hours));
    const share = Math.exp(between(Math.log(shape.leastShare), Math.log(shape.mostShare)));
    const said = pair ? [rare(), rare()] : [`nieuw${wordOf(index)}`, `vers${wordOf(index)}`];
    return { kind: 'topic', words: said, pair, share, from, to: from + hours };
  });
  const floods = Array.from({ length: shape.floods }, (_, index): Planted => {
    const from = Math.floor(between(learningHours, last - 2));
    return {
      kind: 'flood',
      words: [`vloed${wordOf(index)}`],
      pair: false,
      share: 0.01,
      from,
      to: from + 2,
    };
  });
  const daily = Array.from({ length: shape.dailyWords }, (_, index): Planted => {
    const from = Math.floor(between(7, 23));
    return { kind: 'daily', words: [`dagelijks${wordOf(index)}`], pair: false, share: 0.01, from, to: last };
  });
  return [...topics, ...floods, ...daily];
}

/** A word of its own for every rank, that stands in no word list. */
function wordOf(rank: number): string {
  let word = 'zq';
  for (let rest = rank + 26; rest > 0; rest = Math.floor(rest / 26))
    word += String.fromCharCode(97 + (rest % 26));
  return word;
}

/** Draws ranks so that the n-th word is said 1/n as often as the first, in constant time (alias method). */
function zipf(size: number, random: Random): Random {
  const total = Array.from({ length: size }, (_, rank) => 1 / (rank + 1)).reduce(
    (sum, part) => sum + part,
    0,
  );
  const chance = Float64Array.from({ length: size }, (_, rank) => size / ((rank + 1) * total));
  const other = new Int32Array(size);
  const small: number[] = [];
  const large: number[] = [];
  for (let rank = 0; rank < size; rank++) ((chance[rank] ?? 0) < 1 ? small : large).push(rank);
  for (let low = small.pop(); low !== undefined && large.length > 0; low = small.pop()) {
    const high = large.at(-1) ?? 0;
    other[low] = high;
    chance[high] = (chance[high] ?? 0) - (1 - (chance[low] ?? 0));
    if ((chance[high] ?? 0) < 1) small.push(large.pop() ?? 0);
  }
  return () => {
    const rank = Math.floor(random() * size);
    return random() < (chance[rank] ?? 1) ? rank : (other[rank] ?? 0);
  };
}

/** Mulberry32: 0 up to but without 1. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}
