import type { Clock } from '../../platform/clock.ts';
import type { Budget } from '../budget.ts';
import { type Connection, Outage, type Received } from '../connection.ts';
import { at, textOf } from '../json.ts';
import { listOf } from '../meta/entry.ts';
import type { Network } from '../network.ts';
import { restFor } from '../polling.ts';
import { readPost, writersIn } from './reading.ts';
import { x } from './x.ts';

/** From which post on; the first time from a moment on. `page`: in the middle of a long answer. */
interface Read {
  readonly since: string | null;
  readonly from: string | null;
  readonly page: string | null;
  /** The newest of the pages that were read of this answer. */
  readonly newest: string | null;
}

const acts = x.costs?.acts ?? {};
/** What one mention costs at most. */
const each = (acts.post ?? 0) + (acts.writer ?? 0);
/** The network gives no fewer at once, and no more. */
const [fewest, most] = [5, 100];
/** Every empty question is free; what is found is paid. Milliseconds. */
const usual = 120_000;

interface Asking {
  readonly userId: string;
  readonly budget: Budget;
  readonly clock: Clock;
  readonly pause?: number | undefined;
}

/**
 * Asks for posts that name us, never twice for the same, since each is paid. Of what the budget no longer covers nothing
 * is asked. @throws Outage `budget`
 */
export function receivesMentions(
  network: Network,
  { userId, budget, clock, pause = usual }: Asking,
): Pick<Connection, 'receive' | 'reread' | 'waitForMore'> {
  return {
    receive: async (cursor): Promise<Received> => {
      const now = new Date(clock.now().epochMilliseconds).toISOString();
      // The first time a few are looked at, only to know which is the newest.
      const read: Read =
        cursor === null ? { since: null, from: null, page: null, newest: null } : JSON.parse(cursor);
      const count = Math.min(cursor === null ? fewest : most, Math.floor((await budget.left()) / each));
      if (count < fewest) throw new Outage('budget', 900);
      const said = await network.read(`/2/users/${userId}/mentions`, {
        ...{ max_results: count, expansions: 'author_id', 'user.fields': 'name,username' },
        'tweet.fields':
          'author_id,created_at,conversation_id,referenced_tweets,edit_history_tweet_ids,note_tweet',
        ...(read.since
          ? { since_id: read.since }
          : read.from
            ? { start_time: `${read.from.slice(0, 19)}Z` }
            : {}),
        ...(read.page ? { pagination_token: read.page } : {}),
      });
      const posts = listOf(at(said, 'data'));
      const writers = writersIn(said);
      await budget.note(posts.length * (acts.post ?? 0) + writers.size * (acts.writer ?? 0));
      if (cursor === null) {
        const since = textOf(at(said, 'meta.newest_id'));
        const begun: Read = { since, from: now, page: null, newest: null };
        return { happened: [], unreadable: [], cursor: JSON.stringify(begun), more: false };
      }
      const happened = posts.flatMap((post) => readPost(post, writers, userId));
      return { happened, unreadable: [], ...next(read, said) };
    },
    reread: async () => [],
    waitForMore: (signal) => restFor(pause, signal),
  };
}

function next(read: Read, said: unknown): Pick<Received, 'cursor' | 'more'> {
  const newest = read.newest ?? textOf(at(said, 'meta.newest_id'));
  const page = textOf(at(said, 'meta.next_token'));
  if (page !== null) return { cursor: JSON.stringify({ ...read, page, newest } satisfies Read), more: true };
  const since = newest ?? read.since;
  return { cursor: JSON.stringify({ ...read, since, page: null, newest: null } satisfies Read), more: false };
}
