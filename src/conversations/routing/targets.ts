import { sql } from 'kysely';
import { loadOpenings, type Opening } from '../../organisation/opening/openings.ts';
import { isOpenAcross } from '../../organisation/opening/timeline.ts';
import { defaultQueueKey } from '../../organisation/queues.ts';
import type { Context } from '../../platform/context.ts';
import type { Target } from './rule.ts';

export interface QueueTarget {
  id: string;
  key: string;
  name: string;
  opening: Opening;
  /** How it stands at a moment, in epoch seconds. */
  at(moment: number): Target;
  /** One more waits there. */
  take(): void;
}

export interface Targets {
  default: QueueTarget;
  byKey: ReadonlyMap<string, QueueTarget>;
  byId: ReadonlyMap<string, QueueTarget>;
}

/** Every queue with its hours and how much waits in it, where that matters. Two statements. */
export async function loadTargets(ctx: Context): Promise<Targets> {
  const openings = await loadOpenings(ctx);
  const found = await sql<{
    id: string;
    key: string;
    name: string;
    calendar: string;
    languages: string[];
    most: number | null;
    waiting: number;
    ended: boolean;
  }>`
    select q.id, q.key, q.name, q.calendar_id as calendar, q.languages, q.most_waiting as most, q.ended_at is not null as ended,
      case when q.most_waiting is null then 0 else (select count(*)::integer from (
        select from conversation_open o where o.queue_id = q.id and o.state <> 'waiting' limit q.most_waiting) n)
      end as waiting
    from queue q order by q.id`.execute(ctx.database);
  const all = found.rows.map(({ id, key, name, calendar, languages, most, waiting, ended }) => {
    const opening = openings.get(calendar);
    if (!opening) throw new Error(`queue ${id} has no calendar`);
    let held = waiting;
    const target: QueueTarget = {
      id,
      key,
      name,
      opening,
      at: (moment) => ({
        open: isOpenAcross(opening.timeline, moment),
        full: most !== null && held >= most,
        languages,
      }),
      take: () => {
        held += 1;
      },
    };
    return { target, ended };
  });
  const byId = new Map(all.map(({ target }) => [target.id, target]));
  const byKey = new Map(all.flatMap(({ target, ended }) => (ended ? [] : [[target.key, target] as const])));
  const standard = byKey.get(defaultQueueKey);
  if (!standard) throw new Error('there is no default queue');
  return { default: standard, byKey, byId };
}
