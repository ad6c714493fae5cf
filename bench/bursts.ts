import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Burst, openBursts } from '../src/understanding/comparing/bursts.ts';
import { makeTerms, readTerms, type Terms } from '../src/understanding/comparing/terms.ts';
import { rowsOf } from '../src/understanding/fixtures/measuring.ts';
import { tokenise } from '../src/understanding/tokenising.ts';
import { judgeBursts } from './burst-judging.ts';
import { fullStream, type Spoken, type StreamShape, smallStream, speak } from './burst-stream.ts';
import { findData } from './data.ts';
import { type Report, round, say } from './figure.ts';

const hour = 3_600_000;
/** A batch is an hour, at most so many messages: making and reading the next ones empties the processor's caches. */
const batchSize = 32_768;
const termsPerMessage = 64;

/**
 * Bursts in made-up messages with planted topics: found, false, bytes, speed. `--large` speaks 10 million in
 * 30 days. Only the hearing of read terms is timed; in the chain every head reads the same tokens.
 */
export async function bench(report: Report, args: readonly string[]): Promise<void> {
  const shape = args.includes('--large') ? fullStream : smallStream;
  say(`${shape.messages} messages in ${shape.days} days, ${shape.topics} planted topics.`);
  if (shape === smallStream)
    say('A smaller stream; --large speaks the 10 million that the floors are about.');
  const heard = hearStream(shape);
  const perSecond = (seconds: number) => Math.round(shape.messages / seconds);
  const { topics, found, falseAlarms, floods, repeated, missed } = heard.judged;
  say(`Told: ${heard.bursts}; about floods: ${floods}; told again: ${repeated}.`);
  for (const { share, from, to } of missed) say(`Missed: share ${share} for ${to - from} hours.`);
  report({
    figure: 'burstsFound',
    value: found,
    unit: `of ${topics} topics`,
    ...(shape === fullStream && { budget: 57 }),
  });
  report({
    figure: 'burstFalseAlarmsPerDay',
    value: round(falseAlarms / shape.days, 2),
    unit: 'a day',
    budget: 1,
  });
  report({ figure: 'burstBytes', value: heard.bytes, unit: 'bytes', budget: 16 * 2 ** 20 });
  report({
    figure: 'burstsPerSecond',
    value: perSecond(heard.seconds),
    unit: 'messages/s',
    budget: 500_000,
    against: 'a Map of the same terms, emptied every hour',
    ratio: round(heard.peerSeconds / heard.seconds, 2),
  });
  report({
    figure: 'burstTextsPerSecond',
    value: perSecond(heard.seconds + heard.readSeconds),
    unit: 'messages/s',
  });
  report({ figure: 'burstCloseWorst', value: round(heard.worstClose * 1000), unit: 'ms' });
  replayAirline(report);
}

interface HeardStream {
  judged: ReturnType<typeof judgeBursts>;
  bursts: number;
  bytes: number;
  seconds: number;
  readSeconds: number;
  peerSeconds: number;
  worstClose: number;
}

function hearStream(shape: StreamShape): HeardStream {
  const bursts = openBursts({ from: 0 });
  const told: Burst[] = [];
  const read = makeTerms();
  const shelf = makeShelf();
  const peer = new Map<number, number>();
  const heard = { bytes: 0, seconds: 0, readSeconds: 0, peerSeconds: 0, worstClose: 0 };
  let batch: Spoken[] = [];
  let open = 0;
  const close = (at: number) => {
    if (Math.floor(at / hour) === open) return;
    open = Math.floor(at / hour);
    const seconds = secondsOf(() => told.push(...bursts.close(at)));
    heard.worstClose = Math.max(heard.worstClose, seconds);
    heard.bytes = Math.max(heard.bytes, bursts.bytes());
  };
  const flush = () => {
    heard.readSeconds += secondsOf(() => {
      shelf.clear();
      for (const { text } of batch) shelf.put(readTerms(tokenise(text), 'nl', read));
    });
    const before = open;
    heard.seconds += secondsOf(() => {
      batch.forEach(({ at, author, id }, index) => {
        close(at);
        const said = shelf.terms[index] ?? '';
        bursts.hear({ at, authorHash: author, id, language: 'nl', scope: 'all', said });
      });
    });
    heard.peerSeconds += secondsOf(() => {
      if (open !== before) peer.clear();
      for (let index = 0; index < batch.length; index++) countInMap(peer, shelf.terms[index]);
    });
    batch = [];
  };
  const planted = speak(shape, (spoken) => {
    const isNext = Math.floor(spoken.at / hour) !== Math.floor((batch[0]?.at ?? spoken.at) / hour);
    if (isNext || batch.length === batchSize) flush();
    batch.push(spoken);
  });
  flush();
  close((open + 1) * hour);
  return { ...heard, judged: judgeBursts(told, planted), bursts: told.length };
}

/**
 * The terms of a batch, close together. In the product a message is heard while its terms are still at hand; to keep
 * a batch in arrays of full length would measure how slow far memory is.
 */
function makeShelf() {
  const room = () => new Int32Array(batchSize * termsPerMessage);
  const [hash, start, end] = [new Uint32Array(batchSize * termsPerMessage), room(), room()];
  const terms: Terms[] = [];
  let used = 0;
  return {
    terms,
    clear: () => {
      used = 0;
      terms.length = 0;
    },
    put: (read: Terms) => {
      const to = used + read.count;
      for (const [into, from] of [
        [hash, read.hash],
        [start, read.start],
        [end, read.end],
      ] as const)
        into.set(from.subarray(0, read.count), used);
      const part = {
        hash: hash.subarray(used, to),
        start: start.subarray(used, to),
        end: end.subarray(used, to),
      };
      terms.push({ text: read.text, count: read.count, ...part });
      used = to;
    },
  };
}

function countInMap(counts: Map<number, number>, terms: Terms | undefined): void {
  if (terms === undefined) return;
  for (let index = 0; index < terms.count; index++) {
    const hash = terms.hash[index] ?? 0;
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
}

/** Processor time, because other work may share the core. */
function secondsOf(work: () => void): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

/** Real messages, two hours a bucket: the wave about JetBlue's fleet of 23 February 2015 must be told. */
function replayAirline(report: Report): void {
  const file = findData('airline/airline.csv.gz');
  if (file === undefined) return;
  const rows = rowsOf(gunzipSync(readFileSync(file)).toString('utf8'))
    .map(({ created = '', text = '' }) => ({ at: Date.parse(`${created}Z`), text }))
    .toSorted((one, other) => one.at - other.at);
  const bursts = openBursts({ from: rows[0]?.at ?? 0, bucket: 2 * hour });
  const told = rows.flatMap(({ at, text }, index) => {
    const closed = bursts.close(at);
    // The names of the authors were taken out of this set, so each message counts as somebody else's.
    bursts.hear({ at, authorHash: index, id: String(index), language: 'en', scope: 'all', said: text });
    return closed;
  });
  for (const { from, terms, messages, expected } of told)
    say(`${new Date(from).toISOString()} ${terms.join(', ')}: ${messages}, expected ${round(expected)}`);
  const wave = told.find(({ terms }) => terms.includes('fleek'));
  const first = rows.find(({ text }) => /fleek/i.test(text));
  const buckets =
    wave === undefined || first === undefined ? -1 : Math.floor((wave.to - first.at) / (2 * hour));
  report({ figure: 'airlineBursts', value: told.length, unit: 'bursts in 9 days', budget: 30 });
  report({ figure: 'airlineWaveAfter', value: buckets, unit: 'whole buckets (-1: not told)' });
}
