import { areExamples, type Examples } from './burst-examples.ts';
import { isTable, makeTable, type Table } from './burst-table.ts';
import { isSketch, makeSketch, type Sketch } from './count-min.ts';

/** What is heard in one scope and language: 0.4 MB at first, at most 13 MB. */
export interface Stream {
  scope: string;
  language: string;
  table: Table;
  sketch: Sketch;
  /** Messages before the open bucket, faded like the sketch. */
  before: number;
  /** Number of its first bucket. */
  first: number;
  /** Number of the last bucket in which it was heard. */
  last: number;
  /** When it was last heard, as a count of messages. */
  heard: number;
  /** Until which bucket a term that was told stays silent. */
  silent: Map<number, number>;
}

/** All that is remembered. */
export interface Memory {
  /** Length of a bucket in milliseconds. */
  bucket: number;
  mostBytes: number;
  /** Number of the bucket that is open. */
  open: number;
  /** Messages heard. */
  heard: number;
  streams: Map<string, Stream>;
  /** The one that was heard last: mostly the next one too. */
  latest?: Stream;
}

/** The stream of a scope and language; a new one may push out those that were heard longest ago. */
export function streamOf(memory: Memory, { scope, language }: { scope: string; language: string }): Stream {
  const { latest } = memory;
  if (latest !== undefined && latest.scope === scope && latest.language === language) return latest;
  const key = keyOf(scope, language);
  const known = memory.streams.get(key);
  if (known !== undefined) {
    memory.latest = known;
    return known;
  }
  const stream: Stream = {
    scope,
    language,
    table: makeTable(),
    sketch: makeSketch(),
    before: 0,
    first: memory.open,
    last: memory.open,
    heard: memory.heard + 1,
    silent: new Map(),
  };
  memory.streams.set(key, stream);
  memory.latest = stream;
  forgetQuietest(memory);
  return stream;
}

function keyOf(scope: string, language: string): string {
  return `${language.length} ${language}${scope}`;
}

/** Forgets the streams that were heard longest ago until the others fit; the last one always stays. */
export function forgetQuietest(memory: Memory): void {
  let bytes = bytesOf(memory);
  if (bytes <= memory.mostBytes) return;
  const quietest = [...memory.streams].sort(([, one], [, other]) => one.heard - other.heard);
  for (const [key, stream] of quietest.slice(0, -1)) {
    if (bytes <= memory.mostBytes) return;
    bytes -= bytesOfStream(stream);
    memory.streams.delete(key);
  }
}

export function bytesOf({ streams }: Memory): number {
  return [...streams.values()].reduce((sum, stream) => sum + bytesOfStream(stream), 0);
}

function bytesOfStream(stream: Stream): number {
  const bytes = arraysOf(stream).reduce((sum, { byteLength }) => sum + byteLength, 0);
  return bytes + stream.silent.size * 32;
}

function arraysOf({ sketch, table }: Stream) {
  const { ids, counts, bounds, names, free } = table.examples;
  return [sketch.cells, table.hashes, table.entries, ids, counts, bounds, names, free] as const;
}

/** Why a saved state cannot be used. */
export type Unusable = 'foreign' | 'newer' | 'damaged';

/** The state begins with the letters PDBU, its version, a checksum and the length of the heading (32 bits each). */
const mark = 0x55424450;
const version = 1;
const opening = 16;

type Numbers<Whole> = { [Key in keyof Whole as Whole[Key] extends number ? Key : never]: Whole[Key] };

/** The numbers of a stream; its arrays follow after the heading, in the order of `arraysOf`. */
interface Heading {
  bucket: number;
  open: number;
  heard: number;
  /** `last` is absent in what was saved before it was kept. */
  streams: (Omit<Numbers<Stream>, 'last'> & {
    last?: number;
    scope: string;
    language: string;
    silent: [number, number][];
    sketch: Numbers<Sketch>;
    table: Numbers<Table>;
    examples: Numbers<Examples>;
    lengths: number[];
  })[];
}

export function save(memory: Memory): Uint8Array<ArrayBuffer> {
  const streams = [...memory.streams.values()];
  const heading = new TextEncoder().encode(JSON.stringify(headingOf(memory, streams)));
  const parts = streams.flatMap((stream) =>
    arraysOf(stream).map(
      ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
    ),
  );
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, opening + heading.length));
  bytes.set(heading, opening);
  let at = opening + heading.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const view = new DataView(bytes.buffer);
  view.setUint32(0, mark, true);
  view.setUint32(4, version, true);
  view.setUint32(12, heading.length, true);
  view.setUint32(8, checksum(bytes), true);
  return bytes;
}

function headingOf({ bucket, open, heard }: Memory, streams: readonly Stream[]): Heading {
  return {
    bucket,
    open,
    heard,
    streams: streams.map((stream) => {
      const { scope, language, before, first, last, sketch, table } = stream;
      const { capacity, used, messages, unnamed, examples } = table;
      return {
        scope,
        language,
        before,
        first,
        last,
        heard: stream.heard,
        silent: [...stream.silent],
        sketch: { width: sketch.width, scale: sketch.scale },
        table: { capacity, used, messages, unnamed },
        examples: { capacity: examples.capacity, freeCount: examples.freeCount },
        lengths: arraysOf(stream).map(({ byteLength }) => byteLength),
      };
    }),
  };
}

/** What `save` gave, or why it is of no use. Never throws, whatever the bytes. */
export function load(bytes: Uint8Array): Memory | Unusable {
  if (bytes.length < opening) return 'foreign';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== mark) return 'foreign';
  if (view.getUint32(4, true) > version) return 'newer';
  if (view.getUint32(8, true) !== checksum(bytes)) return 'damaged';
  try {
    return read(bytes, opening + view.getUint32(12, true)) ?? 'damaged';
  } catch {
    return 'damaged';
  }
}

function read(bytes: Uint8Array, from: number): Memory | undefined {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(opening, from));
  const { streams, ...heading }: Heading = JSON.parse(text);
  let at = from;
  const take = (length: number) => {
    at += length;
    return bytes.slice(at - length, at).buffer;
  };
  const restored = streams.map(({ lengths, ...stream }): Stream => {
    const [cells = 0, hashes = 0, entries = 0, ids = 0, counts = 0, bounds = 0, names = 0, free = 0] =
      lengths;
    return {
      ...stream,
      last: stream.last ?? heading.open,
      silent: new Map(stream.silent),
      sketch: { ...stream.sketch, cells: new Float32Array(take(cells)) },
      table: {
        ...stream.table,
        hashes: new Uint32Array(take(hashes)),
        entries: new Uint32Array(take(entries)),
        examples: {
          ...stream.examples,
          ids: new Float64Array(take(ids)),
          counts: new Uint8Array(take(counts)),
          bounds: new Uint32Array(take(bounds)),
          names: new Uint16Array(take(names)),
          free: new Uint16Array(take(free)),
        },
      },
    };
  });
  if (
    !restored.every(({ sketch, table }) => isSketch(sketch) && isTable(table) && areExamples(table.examples))
  )
    return undefined;
  const entries = restored.map((stream): [string, Stream] => [keyOf(stream.scope, stream.language), stream]);
  return { ...heading, mostBytes: Number.POSITIVE_INFINITY, streams: new Map(entries) };
}

/** Of everything but its own place (FNV-1a). */
function checksum(bytes: Uint8Array): number {
  let bits = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at++)
    if (at < 8 || at >= 12) bits = Math.imul(bits ^ (bytes[at] ?? 0), 0x01000193);
  return bits >>> 0;
}
