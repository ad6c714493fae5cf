import type { Clock } from '../platform/clock.ts';
import type { Connection, Happened, Received } from './connection.ts';

/** Resolves after so many milliseconds; rejects when `signal` says so. */
export function restFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const stop = () => reject(new DOMException('stopped', 'AbortError'));
  const enough = AbortSignal.timeout(milliseconds);
  enough.addEventListener('abort', () => resolve(), { once: true });
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  return promise.finally(() => signal.removeEventListener('abort', stop));
}

/** Something that was found by asking. `key`: the same each time it is found so; `at`: ISO 8601. */
export interface Found {
  readonly key: string;
  readonly at: string;
  readonly happened: readonly Happened[];
}

/** Up to when was read, and what was read of the last while. */
interface Read {
  readonly at: string;
  readonly keys: readonly string[];
}

/** What a network shows late, or in another order, may be so late. Milliseconds. */
const overlap = 10 * 60_000;
const mostKeys = 500;

export interface Asking {
  /** What stands there from then on (ISO 8601); more is harmless. @throws Outage, Refused */
  since(at: string): Promise<readonly Found[]>;
  readonly clock: Clock;
  /** How long is waited between two times, in milliseconds. */
  readonly pause: number;
}

/**
 * The receiving half of a connection that asks again and again. The first time nothing is told: what was said before is no
 * work. What is shown late is still found, and nothing is told twice.
 */
export function receivesByAsking(asking: Asking): Pick<Connection, 'receive' | 'reread' | 'waitForMore'> {
  return {
    receive: async (cursor): Promise<Received> => {
      if (cursor === null) {
        const now = asking.clock.now().epochMilliseconds;
        const before = await asking.since(new Date(now - overlap).toISOString());
        const read = { at: new Date(now).toISOString(), keys: before.map(({ key }) => key).slice(-mostKeys) };
        return { happened: [], unreadable: [], cursor: JSON.stringify(read satisfies Read), more: false };
      }
      const read = JSON.parse(cursor) as Read;
      const from = new Date(Date.parse(read.at) - overlap).toISOString();
      const before = new Set(read.keys);
      const found = (await asking.since(from))
        .filter(({ key, at }) => !before.has(key) && at >= from)
        .toSorted((a, b) => (a.at < b.at ? -1 : 1));
      return {
        happened: found.flatMap(({ happened }) => happened),
        unreadable: [],
        cursor: next(read, found),
        more: false,
      };
    },
    reread: async () => [],
    waitForMore: (signal) => restFor(asking.pause, signal),
  };
}

function next(read: Read, found: readonly Found[]): string {
  if (found.length === 0) return JSON.stringify(read);
  const newest = found.at(-1)?.at ?? read.at;
  const keys = [...read.keys, ...found.map(({ key }) => key)].slice(-mostKeys);
  return JSON.stringify({ at: newest > read.at ? newest : read.at, keys } satisfies Read);
}
