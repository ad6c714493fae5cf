import { mayByMandate } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { change } from '../assigning.ts';
import { told } from '../events.ts';
import { sendingOn } from '../mandated.ts';
import {
  type Candidate,
  hasRoom,
  listWorkQueues,
  lockFirst,
  lockWorkers,
  mayTakeFrom,
  mostUrgent,
  speaks,
  type Worker,
} from './room.ts';

const looked = 20;

/**
 * The next one for whoever asks: of what waits in their queues, in a language they speak and with the knowledge they
 * have, what falls due first. Of two who ask at once each gets another one. Gives its public id; undefined when nothing
 * waits for them.
 * @throws Refusal `conflict.at-capacity` when they hold as many as they can
 */
export async function takeNext(ctx: Context): Promise<string | undefined> {
  const { actor } = ctx;
  if (actor.kind !== 'employee') throw new Refusal('forbidden.action', { action: 'conversation.answer' });
  return transact(ctx, 'service', async (ctx) => {
    const [me] = await lockWorkers(ctx, actor.employeeId, asDate(ctx.clock.now()));
    if (!me) throw new Refusal('forbidden.action', { action: 'conversation.answer' });
    if (!hasRoom(me)) throw new Refusal('conflict.at-capacity', { holds: me.holds });
    const queues = (await listWorkQueues(ctx)).filter((queue) => mayTakeFrom(me, queue)).map(({ id }) => id);
    const taken = await firstFor(ctx, me, queues);
    if (!taken) return undefined;
    await change(ctx, taken.id, { before: null, assignee: me.id });
    await ctx.emit([told('assigned', taken.id, { employeeId: me.id })]);
    return taken.publicId;
  });
}

async function firstFor(ctx: Context, me: Worker, queues: readonly string[]): Promise<Candidate | undefined> {
  const seen: string[] = [];
  for (;;) {
    const candidates = await mostUrgent(ctx, queues, { limit: looked, seen });
    if (candidates.length === 0) return undefined;
    const fitting: Candidate[] = [];
    for (const one of candidates)
      if (speaks(me, one.language) && (await mayByMandate(ctx, sendingOn(ctx, one)))) fitting.push(one);
    const locked = await lockFirst(
      ctx,
      fitting.map(({ id }) => id),
    );
    if (locked) return fitting.find(({ id }) => id === locked);
    seen.push(...candidates.map(({ id }) => id));
  }
}
