import { fromUint8Array as readCar } from '@atcute/car';
import { type CidLink, decode, decodeFirst, fromBytes, fromCidLink } from '@atcute/cbor';
import { collection } from './post.ts';

/** What one event of a stream says that concerns posts. `seq`: where it stands in the stream. */
export interface StreamEvent {
  readonly seq: string;
  readonly did: string;
  /** When it happened, ISO 8601. */
  readonly at: string;
  readonly posts: readonly StreamedPost[];
}

export type StreamedPost =
  | { readonly act: 'said' | 'edited'; readonly key: string; cid(): string; record(): unknown }
  | { readonly act: 'removed'; readonly key: string };

export type FrameReader = (frame: Uint8Array) => StreamEvent | undefined;

/** Of an event whose place is known the rest cannot be read: the stream goes on after it. */
export class FrameUnreadable extends Error {
  override readonly name = 'FrameUnreadable';
  readonly seq: string;
  constructor(seq: string) {
    super('unreadable');
    this.seq = seq;
  }
}

/** The stream ends itself, with its reason. */
export class StreamEnded extends Error {
  override readonly name = 'StreamEnded';
}

interface Commit {
  seq: number;
  repo: string;
  time: string;
  blocks: Parameters<typeof fromBytes>[0];
  ops: { action: string; path: string; cid: CidLink | null }[];
}

const folder = `${collection}/`;

/**
 * One frame of `com.atproto.sync.subscribeRepos`: a head and a body, both CBOR; the records of a commit lie in an
 * archive of blocks by their hashes. Signatures are not checked here: the relay that was chosen is believed.
 * @throws StreamEnded, FrameUnreadable
 */
export const readRepoFrame: FrameReader = (frame) => {
  const [head, rest] = decodeFirst(frame) as [{ op: number; t?: string }, Uint8Array];
  if (head.op !== 1) {
    const { error = 'error' } = decode(rest) as { error?: string };
    throw new StreamEnded(error);
  }
  if (head.t !== '#commit') return undefined;
  const body = decode(rest) as Commit;
  if (!Number.isSafeInteger(body.seq)) throw new Error('no-seq');
  let blocks: ReadonlyMap<string, Uint8Array> | undefined;
  const blockOf = (cid: CidLink) => {
    blocks ??= blocksIn(fromBytes(body.blocks));
    return blocks.get(keyOf(fromCidLink(cid).bytes));
  };
  try {
    const ops = body.ops.filter(({ path }) => path.startsWith(folder));
    return {
      ...{ seq: String(body.seq), at: body.time, did: body.repo },
      posts: ops.flatMap((op) => streamedIn(op, blockOf)),
    };
  } catch {
    throw new FrameUnreadable(String(body.seq));
  }
};

function streamedIn(
  { action, path, cid }: Commit['ops'][number],
  blockOf: (cid: CidLink) => Uint8Array | undefined,
): StreamedPost[] {
  const key = path.slice(folder.length);
  if (action === 'delete') return [{ act: 'removed', key }];
  if (!cid) return [];
  const record = () => {
    const block = blockOf(cid);
    return block && decode(block);
  };
  return [{ act: action === 'update' ? 'edited' : 'said', key, cid: () => cid.$link, record }];
}

function blocksIn(archive: Uint8Array): Map<string, Uint8Array> {
  const blocks = new Map<string, Uint8Array>();
  for (const { cid, bytes } of readCar(archive)) blocks.set(keyOf(cid.bytes), bytes);
  return blocks;
}

/** Hashes as texts, for looking up only. */
const keyOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

interface JetstreamEvent {
  did: string;
  time_us: number;
  kind: string;
  commit?: { operation: string; collection: string; rkey: string; cid?: string; record?: unknown };
}

/** One frame of a Jetstream: the same as JSON, one record at a time. */
export const readJetstreamFrame: FrameReader = (frame) => {
  const event = JSON.parse(Buffer.from(frame).toString()) as JetstreamEvent;
  const around = {
    seq: String(event.time_us),
    at: new Date(event.time_us / 1000).toISOString(),
    did: event.did,
  };
  const { commit } = event;
  if (event.kind !== 'commit' || commit?.collection !== collection) return { ...around, posts: [] };
  const { operation, rkey: key, cid = '', record } = commit;
  if (operation === 'delete') return { ...around, posts: [{ act: 'removed', key }] };
  const act = operation === 'update' ? 'edited' : 'said';
  return { ...around, posts: [{ act, key, cid: () => cid, record: () => record }] };
};
