import { Outage } from '../connection.ts';
import { restFor } from '../polling.ts';
import { openSocket } from '../socket.ts';
import { type FrameReader, FrameUnreadable, StreamEnded, type StreamedPost } from './frame.ts';
import { type Post, postOf } from './post.ts';
import { isWanted, type Wanted } from './wanted.ts';

/** What was wanted of the stream, in its order. */
export type Caught =
  | {
      readonly kind: 'said' | 'edited';
      readonly uri: string;
      readonly cid: string;
      readonly did: string;
      readonly record: Post;
      readonly at: string;
    }
  /** A post of anybody was taken back: whether it was heard here, this does not know. */
  | { readonly kind: 'removed'; readonly uri: string; readonly at: string };

export interface StreamMeans {
  /** With the place in the stream to go on from; null: from now on. */
  url(from: string | null): string;
  readonly read: FrameReader;
  readonly wanted: Wanted;
  readonly allowed: readonly string[];
}

export interface Stream {
  /** Takes at most so many; `seq`: where to go on from once they are kept. Null: nothing came yet. */
  take(most: number): { caught: readonly Caught[]; seq: string | null; more: boolean };
  /** Up to where it was seen, taken or not; null: nothing came yet. */
  seen(): string | null;
  /** Resolves when nothing came for a while, or `most` is there. */
  settled(): Promise<void>;
  /** Resolves when something is there, or it ended. */
  more(): Promise<void>;
  /** Why it ended; undefined while it runs. */
  ended(): Error | undefined;
  close(): void;
}

/** So much is held; then the other side has to wait. */
const fullAt = 2000;
const roomAt = 500;
const quiet = 300;
const longestSettling = 5000;
/** Nothing at all for so long: the line is dead. The relay of everything is never that silent. */
const silence = 120_000;
const unstopped = new AbortController().signal;
const largestFrame = 8_000_000;
/** One that cannot be read is its maker's trouble; so many in a row, and it is the stream that we cannot read. */
const mostUnreadable = 100;

/** Reads a stream of everything that is posted and keeps what is wanted, until closed. @throws Outage */
export async function openStream(means: StreamMeans, from: string | null): Promise<Stream> {
  const socket = await openSocket(means.url(from), { allowed: means.allowed, largest: largestFrame });
  const held: (Caught & { seq: string })[] = [];
  let seq = from;
  let unreadable = 0;
  let end: Error | undefined;
  let last = performance.now();
  let news = Promise.withResolvers<void>();
  const wake = () => {
    news.resolve();
    news = Promise.withResolvers<void>();
  };
  const stop = (why: Error) => {
    end ??= why;
    socket.terminate();
    wake();
  };
  socket.on('message', (data: Buffer) => {
    last = performance.now();
    try {
      const before = held.length;
      seq = catchIn(data, means, held) ?? seq;
      unreadable = 0;
      if (held.length >= fullAt) socket.pause();
      if (held.length > before) wake();
    } catch (error) {
      if (error instanceof StreamEnded) return stop(new Outage(`stream ${error.message}`));
      // Stopped at, it would be met again at every opening.
      if (error instanceof FrameUnreadable) seq = error.seq;
      unreadable += 1;
      if (unreadable >= mostUnreadable) stop(new Outage('stream unreadable'));
    }
  });
  socket.on('close', () => stop(new Outage('cut')));
  socket.on('error', () => stop(new Outage('cut')));
  socket.resume();
  return {
    take: (most) => {
      if (!socket.isPaused && performance.now() - last > silence) stop(new Outage('cut'));
      let count = Math.min(most, held.length);
      // One event may hold several posts: the stream goes on after all of them or before.
      while (count > 0 && held[count]?.seq === held[count - 1]?.seq && count < held.length) count += 1;
      const caught = held.splice(0, count);
      if (held.length < roomAt && socket.isPaused) socket.resume();
      // Up to the last that is taken, or, when nothing is left, to the last that was seen.
      const upTo = held.length > 0 ? (caught.at(-1)?.seq ?? null) : seq;
      return { caught, seq: upTo, more: held.length > 0 };
    },
    seen: () => seq,
    settled: async () => {
      const start = performance.now();
      while (!end && held.length < roomAt && performance.now() - start < longestSettling) {
        if (performance.now() - last > quiet && performance.now() - start > quiet) return;
        await restFor(50, unstopped);
      }
    },
    more: () => (held.length > 0 || end ? Promise.resolve() : news.promise),
    ended: () => end,
    close: () => stop(new Outage('closed')),
  };
}

/** Keeps what is wanted of one frame; gives its place in the stream. An event of several posts is kept as a whole. */
export function catchIn(
  frame: Uint8Array,
  { read, wanted }: Pick<StreamMeans, 'read' | 'wanted'>,
  held: (Caught & { seq: string })[],
): string | undefined {
  const event = read(frame);
  if (!event) return undefined;
  const { seq, did, at } = event;
  for (const one of event.posts) {
    const uri = `at://${did}/app.bsky.feed.post/${one.key}`;
    if (one.act === 'removed') held.push({ kind: 'removed', uri, at, seq });
    else {
      const record = readPost(one);
      if (record && isWanted(wanted, { did, record }))
        held.push({ kind: one.act, uri, cid: one.cid(), did, record, at, seq });
    }
  }
  return seq;
}

/** What others write wrong there is nobody's to read. */
function readPost(one: Exclude<StreamedPost, { act: 'removed' }>): Post | undefined {
  try {
    return postOf(one.record());
  } catch {
    return undefined;
  }
}
