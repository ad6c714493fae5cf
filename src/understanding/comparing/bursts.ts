import { tokenise } from '../tokenising.ts';
import { examplesAt, nameAt, rankOf } from './burst-examples.ts';
import {
  bytesOf,
  forgetQuietest,
  load,
  type Memory,
  type Stream,
  save,
  streamOf,
  type Unusable,
} from './burst-memory.ts';
import {
  authorsOf,
  clearTable,
  countTerms,
  eachTerm,
  field,
  giveCounts,
  makeRaised,
  placeAt,
  type Raised,
  type Speaker,
} from './burst-table.ts';
import { type Rising, type Topic, topicsOf } from './burst-topics.ts';
import { countAll, countOf, fade, widenFor } from './count-min.ts';
import { hashUnits, mix } from './hashing.ts';
import { makeTerms, readTerms, type Terms } from './terms.ts';

const hour = 3_600_000;
const day = 24 * hour;
const fewestMessages = 6;
const fewestAuthors = 5;
const leastTimes = 3;
const leastSurprise = 6;
/** A count per term and a number of messages as if heard before, so that nothing is infinitely surprising. */
const prior = { term: 0.5, messages: 50 };
const learningBuckets = 24;
const oldest = 7 * day;
/** After such a silence, with so little left of what was heard before, everything would be news. */
const silence = 2 * day;
const littleBefore = 200;
const manyBytes = 128 * 2 ** 20;
const shownTerms = 8;
const shownExamples = 5;
/** Cells of a row of the sketch per term of a bucket: two days of rare terms must not fill it. */
const cellsPerTerm = 32;

export interface BurstOptions {
  /** When hearing begins, in milliseconds since 1970. */
  from: number;
  /** Length of a bucket in milliseconds: an hour; a quarter of an hour in a crisis. */
  bucket?: number;
  /** What all streams together may take; the one that was heard longest ago is forgotten first. */
  mostBytes?: number;
}

export interface HeardMessage {
  /** When it was sent, in milliseconds since 1970. */
  at: number;
  /** 32 bits that tell authors apart; give an unknown author a number of their own (the message's id will do). */
  authorHash: number;
  /** Row id in decimals, as ids travel. Another string is heard as well, but never given as an example. */
  id: string;
  language: string;
  scope: string;
  /** The text, or its terms when somebody has read them already. */
  said: string | Terms;
}

/** `late`: counted among what was heard before. `ignored`: more than a week late, more than a bucket early, no time. */
export type Hearing = 'counted' | 'late' | 'ignored';

/** Something is suddenly spoken about. */
export interface Burst {
  scope: string;
  language: string;
  /** The bucket in which it was noticed, in milliseconds since 1970. */
  from: number;
  to: number;
  /** The most surprising first; at most 8. */
  terms: string[];
  /** Of the first term, in this bucket: messages, how many were expected, about how many authors (at most 266). */
  messages: number;
  expected: number;
  authors: number;
  /** How surprising, in standard deviations. */
  z: number;
  /** Ids of messages with the first term; at most 5. */
  examples: string[];
}

export interface Bursts {
  /**
   * Hears one message. Only `close` moves time: a message of the bucket before or after the open one counts in
   * the open one, an older one adds to what was heard before, as much as it would have by now.
   */
  hear(message: HeardMessage): Hearing;
  /** Closes the open bucket when `at` lies after it, and gives what burst in it. Call it at least once a bucket. */
  close(at: number): Burst[];
  /** Bytes that the streams take now. */
  bytes(): number;
  /** Everything remembered, the open bucket too, for saving (compress it: much is nought). No word of a closed bucket. */
  state(): Uint8Array<ArrayBuffer>;
}

/**
 * Begins to hear. Of every scope and language apart: the words and pairs of the open bucket are counted, a term once a
 * message; when the bucket closes, each is laid beside what was heard before, whose weight halves in a day. A term is
 * told when it has 6 messages and 5 authors, three times what was expected of so many messages, and z of 6; not in
 * the first 24 buckets, nor in those after a silence of two days that left little, and not again for a day or as long as it lasts. A stream takes 0.4 MB at first and 13 at most.
 */
export function openBursts({ from, bucket = hour, mostBytes = manyBytes }: BurstOptions): Bursts {
  return burstsFrom({ bucket, mostBytes, open: Math.floor(from / bucket), heard: 0, streams: new Map() });
}

/**
 * Goes on from a saved state, or says why it cannot: no state of bursts (`foreign`), of a later version (`newer`),
 * cut or changed (`damaged`), or with buckets of another length (`unlike`). Then begin anew.
 */
export function restoreBursts(
  state: Uint8Array,
  { bucket = hour, mostBytes = manyBytes }: Omit<BurstOptions, 'from'> = {},
): Bursts | Unusable | 'unlike' {
  const memory = load(state);
  if (typeof memory === 'string') return memory;
  return memory.bucket === bucket ? burstsFrom({ ...memory, mostBytes }) : 'unlike';
}

function burstsFrom(memory: Memory): Bursts {
  const scratch = { terms: makeTerms(), raised: makeRaised() };
  return {
    hear: (message) => hear(memory, message, scratch),
    close: (at) => close(memory, at),
    bytes: () => bytesOf(memory),
    state: () => save(memory),
  };
}

/** Used again for every message. */
interface Scratch {
  terms: Terms;
  raised: Raised;
}

function hear(memory: Memory, message: HeardMessage, scratch: Scratch): Hearing {
  const { at, language, said } = message;
  const bucket = Math.floor(at / memory.bucket);
  const age = (memory.open - bucket) * memory.bucket;
  if (!(age <= oldest) || bucket > memory.open + 1) return 'ignored';
  const stream = streamOf(memory, message);
  stream.heard = ++memory.heard;
  const terms = typeof said === 'string' ? readTerms(tokenise(said), language, scratch.terms) : said;
  if (bucket < memory.open - 1) {
    hearLate(stream, terms, 0.5 ** (age / day));
    return 'late';
  }
  heardNow(memory, stream);
  countTerms(stream.table, terms, {
    by: speakerOf(message),
    raised: scratch.raised,
    dropped: ({ hashes, counts }) => countAll(stream.sketch, hashes, counts),
  });
  return 'counted';
}

/** A language or account that was silent for days, and returns, is learned anew before it is judged. */
function heardNow({ open, bucket }: Memory, stream: Stream): void {
  if (stream.last === open) return;
  if ((open - stream.last) * bucket >= silence && stream.before < littleBefore) stream.first = open;
  stream.last = open;
}

function hearLate({ sketch, ...stream }: Stream, terms: Terms, weight: number): void {
  const hashes = Uint32Array.from(new Set(terms.hash.subarray(0, terms.count)));
  countAll(sketch, hashes, new Float32Array(hashes.length).fill(weight));
  stream.before += weight;
}

function speakerOf({ authorHash, id }: HeardMessage): Speaker {
  const bit = mix(authorHash) & 63;
  const number = numberOf(id);
  const isRow = Number.isSafeInteger(number) && number >= 0 && id !== '';
  const known = isRow ? number : -hashUnits(id, 0, id.length);
  const low = bit < 32 ? 1 << bit : 0;
  const high = bit < 32 ? 0 : 1 << (bit - 32);
  return { low, high, id: known, rank: rankOf(known) };
}

/** Digit by digit, because `Number` of a text costs a fifteenth of all hearing. */
function numberOf(id: string): number {
  let number = 0;
  for (let at = 0; at < id.length; at++) {
    const digit = id.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9 || at === 15) return Number(id);
    number = number * 10 + digit;
  }
  return number;
}

function close(memory: Memory, at: number): Burst[] {
  const next = Math.floor(at / memory.bucket);
  const passed = next - memory.open;
  if (!(passed > 0 && passed < Number.POSITIVE_INFINITY)) return [];
  const bursts: Burst[] = [];
  for (const stream of memory.streams.values()) {
    bursts.push(...judge(memory, stream));
    remember(stream);
    const factor = 0.5 ** ((passed * memory.bucket) / day);
    fade(stream.sketch, factor);
    stream.before *= factor;
    for (const [hash, until] of stream.silent) if (until < next) stream.silent.delete(hash);
  }
  memory.open = next;
  forgetQuietest(memory);
  return bursts;
}

/** What bursts in the bucket that closes, in one stream. */
function judge({ bucket, open }: Memory, stream: Stream): Burst[] {
  if (open - stream.first < learningBuckets) return [];
  const rising = risingIn(stream);
  const topics = topicsOf(rising).filter((terms) => !terms.some(({ hash }) => stream.silent.has(hash)));
  // A term stays silent for a day, and for as long as it keeps rising.
  for (const { hash } of rising) stream.silent.set(hash, open + Math.ceil(day / bucket));
  return topics.map((terms) => tell(stream, terms, { from: open * bucket, to: (open + 1) * bucket }));
}

function risingIn({ table, sketch, before }: Stream): Rising[] {
  const rising: Rising[] = [];
  const { entries, messages: heard } = table;
  eachTerm(table, (hash, at) => {
    const messages = entries[at + field.count] ?? 0;
    if (messages < fewestMessages) return;
    const expected = (heard * (countOf(sketch, hash) + prior.term)) / (before + prior.messages);
    const z = surprise(messages, expected);
    if (z < leastSurprise || messages < leastTimes * expected) return;
    const authors = authorsOf(table, at);
    if (authors < fewestAuthors) return;
    const place = placeAt(table, at);
    if (place === 0) return;
    const [name, examples] = [nameAt(table.examples, place), examplesAt(table.examples, place)];
    rising.push({ hash, name, messages, expected, z, authors, examples });
  });
  return rising;
}

/** Signed root of the likelihood ratio of a Poisson count; about normal, also for small numbers. */
export function surprise(messages: number, expected: number): number {
  if (messages <= expected) return 0;
  return Math.sqrt(2 * (messages * Math.log(messages / expected) - (messages - expected)));
}

function tell({ scope, language }: Stream, terms: Topic, span: { from: number; to: number }): Burst {
  const { messages, expected, authors, z, examples } = terms[0];
  const shown = examples.filter((id) => id >= 0).slice(0, shownExamples);
  return {
    scope,
    language,
    ...span,
    terms: terms.slice(0, shownTerms).map(({ name }) => name),
    messages,
    expected,
    authors,
    z,
    examples: shown.map(String),
  };
}

/** What was heard in the bucket becomes what was heard before. */
function remember(stream: Stream): void {
  const { table, sketch } = stream;
  widenFor(sketch, table.used * cellsPerTerm);
  giveCounts(table, 2 ** 32 - 1, ({ hashes, counts }) => countAll(sketch, hashes, counts));
  stream.before += table.messages;
  clearTable(table);
}
