import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Context, Locale } from '../../platform/context.ts';
import type { Place } from '../../platform/personal-place.ts';
import { retentionDays } from '../retaining/retention.ts';
import { maskRow } from './masking.ts';
import { readable } from './readable.ts';
import { type ExportedDecision, receiptOf } from './receipt.ts';

export interface Archived {
  /** Rows over all files, receipts and the page left out. */
  records: number;
  bytes: number;
  /** Of the archive. */
  sha256: string;
}

export interface ArchiveParts {
  personIds: readonly string[];
  locale: Locale;
  organisation: string;
  places: readonly Place[];
}

interface Listed {
  name: string;
  rows: number;
  sha256: string;
}

/** One object each; the others grow, and stand one row a line. */
const single = new Set(['person', 'identities']);

/** Characters that are put together before they are compressed. */
const chunkLength = 64 * 1024;

/**
 * Writes all that the places know of a person into one archive, a row at a time, so that it never stands in memory as
 * a whole. To be called inside `transact` under `legal`: what is read is one moment.
 */
export async function writeArchive(ctx: Context, path: string, parts: ArchiveParts): Promise<Archived> {
  const own = await ownWords(ctx, parts);
  const zip = new ZipFile();
  const hash = createHash('sha256');
  let bytes = 0;
  const written = pipeline(
    zip.outputStream as Readable,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(path, { mode: 0o600 }),
  );
  const listed: Listed[] = [];
  const mtime = new Date(ctx.clock.now().epochMilliseconds);
  const add = (name: string, content: AsyncIterable<string>, rows: () => number) =>
    new Promise<void>((resolve, reject) => {
      const sum = createHash('sha256');
      async function* measured() {
        for await (const chunk of inChunks(content)) {
          sum.update(chunk);
          yield chunk;
        }
      }
      const stream = Readable.from(measured(), { objectMode: false });
      stream.once('error', reject);
      stream.once('end', () => {
        listed.push({ name, rows: rows(), sha256: sum.digest('hex') });
        resolve();
      });
      zip.addReadStream(stream, name, { mtime, mode: 0o100600 });
    });
  // Whoever reads tells what went wrong; the archive then ends as well.
  zip.on('error', () => {});
  try {
    await Promise.race([fill(ctx, parts, { own, add, listed }), written]);
  } catch (error) {
    (zip.outputStream as Readable).destroy();
    await written.catch(() => {});
    throw error;
  }
  const manifest = manifestOf(ctx, parts, listed);
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), 'manifest.json', {
    mtime,
    mode: 0o100600,
  });
  zip.end();
  await written;
  const records = listed.filter(({ name }) => isData(name)).reduce((sum, { rows }) => sum + rows, 0);
  return { records, bytes, sha256: hash.digest('hex') };
}

interface Filling {
  own: readonly string[];
  add(name: string, content: AsyncIterable<string>, rows: () => number): Promise<void>;
  listed: readonly Listed[];
}

/** One after the other: all are read by one connection, and what waits in memory is one row. */
async function fill(ctx: Context, parts: ArchiveParts, { own, add, listed }: Filling): Promise<void> {
  for (const [file, places] of filesOf(parts.places)) {
    let rows = 0;
    const all = rowsOf(ctx, places, parts.personIds);
    const first = await all.next();
    // What a room said belongs in an export is in it, also when there is nothing; the rest only when there is.
    if (first.done && !places.some((place) => place.file)) continue;
    const counted = async function* () {
      for (let next = first; !next.done; next = await all.next()) {
        rows += 1;
        yield maskRow(next.value, own);
      }
    };
    await add(nameOf(file), single.has(file) ? asList(counted()) : asLines(counted()), () => rows);
  }
  const decisions = (await read(ctx, parts, 'decision')) as ExportedDecision[];
  const personId = await publicIdOf(ctx, parts);
  for (const decision of decisions) {
    const receipt = receiptOf(decision, { organisation: parts.organisation, personId });
    await add(`receipts/${decision.id}.jsonld`, once(`${JSON.stringify(receipt, null, 2)}\n`), () => 1);
  }
  const retention = Object.entries(await retentionDays(ctx)).map(([key, { days, channels }]) => ({
    key,
    days,
    ...(channels.length > 0 && { channels: channels.map(({ channel, days }) => ({ channel, days })) }),
  }));
  await add('retention.json', once(`${JSON.stringify(retention, null, 2)}\n`), () => retention.length);
  const placeNamed = (name: string) => parts.places.filter((place) => place.name === name);
  const page = readable({
    locale: parts.locale,
    organisation: parts.organisation,
    day: ctx.clock.now().toString().slice(0, 10),
    person: await read(ctx, parts, 'person'),
    identities: await read(ctx, parts, 'identity'),
    decisions,
    messages: masked(rowsOf(ctx, placeNamed('message'), parts.personIds), own),
    uses: rowsOf(ctx, placeNamed('data_use'), parts.personIds),
    others: listed.filter(({ name }) => isData(name)).map(({ name, rows }) => ({ name, rows })),
    retention,
  });
  await add('index.html', page, () => 1);
}

function isData(name: string): boolean {
  return (
    name.endsWith('.jsonl') ||
    (name.endsWith('.json') && name !== 'manifest.json' && name !== 'retention.json')
  );
}

function filesOf(places: readonly Place[]): Map<string, Place[]> {
  const files = new Map<string, Place[]>();
  for (const place of places) {
    const name = place.file ?? place.name.replaceAll(/\W+/g, '-');
    // A place that keeps something of colleagues or of nobody has nothing for a person.
    if (place.mode.kind === 'keep' && !place.file) continue;
    files.set(name, [...(files.get(name) ?? []), place]);
  }
  return files;
}

function nameOf(file: string): string {
  return single.has(file) ? `${file}.json` : `${file}.jsonl`;
}

async function* rowsOf(
  ctx: Context,
  places: readonly Place[],
  personIds: readonly string[],
): AsyncGenerator<unknown> {
  for (const place of places) {
    for (const personId of personIds) {
      if (place.stream) yield* place.stream(ctx, personId);
      else yield* await place.find(ctx, personId);
    }
  }
}

async function* masked(rows: AsyncIterable<unknown>, own: readonly string[]): AsyncGenerator<unknown> {
  for await (const row of rows) yield maskRow(row, own);
}

async function* asLines(rows: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}

async function* asList(rows: AsyncIterable<unknown>): AsyncGenerator<string> {
  let before = '[';
  for await (const row of rows) {
    yield `${before}\n${JSON.stringify(row, null, 2)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

/** Compressing has a price per chunk that is far above that of one row. */
async function* inChunks(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let waiting: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < chunkLength) continue;
    yield Buffer.from(waiting.join(''));
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.from(waiting.join(''));
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function read(ctx: Context, { places, personIds }: ArchiveParts, name: string): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const place of places.filter((one) => one.name === name))
    for (const personId of personIds) rows.push(...(await place.find(ctx, personId)));
  return rows;
}

async function publicIdOf(ctx: Context, parts: ArchiveParts): Promise<string> {
  const [person] = (await read(ctx, parts, 'person')) as { id: string }[];
  return person?.id ?? '';
}

/** The contacts that are the person's own and may stay in what we wrote. */
async function ownWords(ctx: Context, parts: ArchiveParts): Promise<string[]> {
  const rows = (await read(ctx, parts, 'identity')) as Record<string, string | null>[];
  return rows.flatMap(({ externalId, handle }) => [externalId ?? [], handle ?? []].flat());
}

function manifestOf(
  ctx: Context,
  { personIds, locale, organisation }: ArchiveParts,
  files: readonly Listed[],
) {
  return {
    kind: 'polder-personal-export',
    format: 1,
    organisation,
    locale,
    persons: personIds.length,
    madeAt: ctx.clock.now().toString(),
    standards: { receipts: 'ISO/IEC TS 27560:2023, profile dpv-27560', vocabulary: 'W3C DPV 2' },
    files: files.map(({ name, rows, sha256 }) => ({ name, rows, sha256 })),
  };
}
