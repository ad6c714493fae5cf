import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { understand } from '../understanding/reading.ts';
import { longestRead } from '../understanding/tokens.ts';
import type { Head, Understanding } from '../understanding/understanding.ts';
import { openModel } from './learn/model-store.ts';
import { type SecondOpinion, secondOpinion } from './learn/second-opinion.ts';

const usage =
  'Usage: polder understand [--json] [--model FILE] TEXT…   (without TEXT: standard input, a message a line)';

/** Reads messages given as arguments or on standard input, and prints what is understood of them. */
export async function run(args: string[]): Promise<number> {
  const asked = parse(args);
  if (asked === undefined) return 2;
  if (asked.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const learned = asked.model === undefined ? undefined : secondOpinion(await openModel(asked.model));
  const form = asked.json ? asLine : asBlock;
  const show = (text: string) => form(text, learned);
  const lines = asked.words.length > 0 ? [asked.words.join(' ')] : linesOf(process.stdin);
  await printAll(lines, show, process.stdout);
  return 0;
}

interface Asked {
  json: boolean;
  help: boolean;
  model: string | undefined;
  words: string[];
}

function parse(args: string[]): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: {
        json: { type: 'boolean', default: false },
        model: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowPositionals: true,
    });
    return { json: values.json, help: values.help, model: values.model, words: positionals };
  } catch (error) {
    process.stderr.write(
      `polder understand: ${error instanceof Error ? error.message : String(error)}\n${usage}\n`,
    );
    return undefined;
  }
}

/** Writes in step with the reader; whoever stops reading (`head`) ends the work without a word. */
export async function printAll(
  texts: Iterable<string> | AsyncIterable<string>,
  show: (text: string) => string,
  output: Writable,
): Promise<void> {
  const closed = new AbortController();
  const onError = (error: NodeJS.ErrnoException) => closed.abort(error);
  output.on('error', onError);
  try {
    for await (const text of texts) {
      if (closed.signal.aborted) break;
      if (!output.write(show(text))) await once(output, 'drain', { signal: closed.signal });
    }
  } catch (error) {
    if (!closed.signal.aborted) throw error;
  }
  // A pipe may report only after the last write that nobody reads any more.
  await new Promise<void>((done) => (closed.signal.aborted ? done() : output.write('', () => done())));
  output.off('error', onError);
  output.on('error', () => undefined);
  const reason: NodeJS.ErrnoException | undefined = closed.signal.reason;
  if (closed.signal.aborted && reason?.code !== 'EPIPE') throw reason;
}

/**
 * The LF-ended lines of a byte stream, and a last one without LF. Broken UTF-8 becomes replacement characters;
 * of a longer line only what is read anyway is kept, so that memory stays constant.
 */
export async function* linesOf(input: Readable | AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let pending = '';
  let open = false;
  const keep = (part: string) => {
    if (pending.length <= longestRead) pending += part.slice(0, longestRead + 1);
  };
  for await (const chunk of input) {
    const parts = decoder.decode(chunk, { stream: true }).split('\n');
    for (const [index, part] of parts.entries()) {
      if (index > 0) {
        yield withoutReturn(pending);
        pending = '';
        open = false;
      }
      keep(part);
      open ||= part !== '';
    }
  }
  keep(decoder.decode());
  if (open || pending !== '') yield withoutReturn(pending);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

export function asLine(text: string, learned?: (text: string) => SecondOpinion): string {
  const opinion = learned ? { learned: learned(text) } : {};
  return `${JSON.stringify({ ...understand(text), ...opinion })}\n`;
}

export function asBlock(text: string, learned?: (text: string) => SecondOpinion): string {
  const read = understand(text);
  const rows: [string, string][] = [
    ['language', `${read.language}${why(read, 'language')}`],
    ['sentiment', `${read.sentiment.label} ${read.sentiment.score}${why(read, 'sentiment')}`],
    ['intent', `${read.intent}${why(read, 'intent')}`],
    ['urgency', `${read.urgency}${why(read, 'urgency')}`],
    ['answerable', `${read.answerable ? 'yes' : 'no'}${why(read, 'answerable')}`],
    ['addressed', read.addressed ? 'yes' : 'no'],
    ['keywords', read.keywords.join(', ')],
    ['references', read.references.map(({ kind, value }) => `${kind} ${value}`).join(', ')],
    ['personal', read.personal.map(({ kind, value }) => `${kind} ${value}`).join(', ')],
    ['learned', learned ? opinionOf(learned(text)) : ''],
  ];
  const shown = rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  ${name.padEnd(11)} ${value}`);
  return `${[firstWords(text), ...shown].join('\n')}\n`;
}

function opinionOf({ head, labels, confidence, automatic, outOfScope, because }: SecondOpinion): string {
  const answer = labels.length > 0 ? labels.join(', ') : 'none';
  const standing = outOfScope ? 'out of scope' : automatic ? 'automatic' : 'a person decides';
  const words = because.length === 0 ? '' : `  (${because.join(' · ')})`;
  return `${head}: ${answer} ${Math.round(100 * confidence)} %, ${standing}${words}`;
}

function why(read: Understanding, head: Head): string {
  const words = read.because.find((reason) => reason.head === head)?.words ?? [];
  return words.length === 0 ? '' : `  (${words.slice(0, 6).join(' · ')})`;
}

function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
