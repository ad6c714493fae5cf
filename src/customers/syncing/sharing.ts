import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { togetherWith } from '../shown.ts';
import { enterUse } from '../using.ts';
import type { Backoffice } from './backoffice.ts';
import { type ContactTold, endCorrections } from './sharing-corrections.ts';

/** What is told of a closed conversation, without the words that were said: those stay here. */
export interface Interaction {
  readonly reference: string;
  readonly customerKey: string;
  readonly about: { readonly kind: 'orders' | 'invoices'; readonly key: string } | null;
  readonly kind: string;
  readonly on: string;
  readonly summary: string;
}

/** How a system is told. `correct` answers with the fields that it changed later than we did, and that stay as they are. */
export interface Telling {
  share(interaction: Interaction): Promise<string>;
  correct(told: ContactTold): Promise<readonly string[]>;
  isOutage(error: unknown): boolean;
}

export interface ToShare extends Omit<Interaction, 'customerKey' | 'about'> {
  readonly personId: string;
  /** The messages of the conversation: the order or invoice that one of them names is what it is about. */
  readonly messageIds: readonly string[];
}

/** Notes, in the transaction of the caller, what each system that knows this customer is to be told. */
export async function planShare(ctx: Context, share: ToShare): Promise<void> {
  const persons = await togetherWith(ctx, share.personId);
  const known = await sql<{ id: string; source: string; key: string }>`
    select distinct on (b.id) b.id, b.source, r.external_id as key
    from backoffice b join customer_record r on r.source = b.source
    where b.state = 'on' and r.person_id = any(${persons}::bigint[]) order by b.id, r.refreshed_at desc, r.id`.execute(
    ctx.database,
  );
  const at = asDate(ctx.clock.now());
  for (const { id, source, key } of known.rows) {
    const about = await aboutOf(ctx, { source, persons, messageIds: share.messageIds });
    const { reference, kind, on, summary } = share;
    const interaction: Interaction = { reference, customerKey: key, about, kind, on, summary };
    await ctx.database
      .insertInto('backoffice_share')
      .values({
        backoffice_id: id,
        person_id: share.personId,
        reference,
        interaction: JSON.stringify(interaction),
        due_at: at,
        made_at: at,
      })
      .onConflict((conflict) => conflict.columns(['backoffice_id', 'reference']).doNothing())
      .execute();
  }
}

async function aboutOf(
  ctx: Context,
  {
    source,
    persons,
    messageIds,
  }: { source: string; persons: readonly string[]; messageIds: readonly string[] },
): Promise<Interaction['about']> {
  const found = await sql<{ kind: 'orders' | 'invoices'; key: string }>`
    with named as (
      select value, message_id from person_mention
      where person_id = any(${persons}::bigint[]) and message_id = any(${messageIds}::bigint[]))
    select kind, key from (
      select 'orders' as kind, o.external_id as key, n.message_id from named n
        join customer_order o on o.source = ${source} and upper(o.number) = n.value and o.person_id = any(${persons}::bigint[])
      union all
      select 'invoices', i.external_id, n.message_id from named n
        join invoice i on i.source = ${source} and upper(i.number) = n.value and i.person_id = any(${persons}::bigint[])) t
    order by message_id desc, kind limit 1`.execute(ctx.database);
  return found.rows[0] ?? null;
}

const mostTries = 12;
const longest = 6 * 3600;

/**
 * Tells what is due, one after the other. The permission is asked and the use written down in the transaction in which
 * they are called: after a withdrawal nothing is told. `isOutage` tells apart what to try again from what never will.
 */
export async function shareDue(ctx: Context, office: Backoffice, tell: Telling): Promise<void> {
  for (;;) {
    const due = await nextDue(ctx, office);
    if (!due) return;
    const { id } = due;
    try {
      await tellOne(ctx, office, { due, tell });
    } catch (error) {
      const outage = tell.isOutage(error);
      if (!outage && !isRefusal(error) && !(error instanceof Error && error.name === 'Refused')) throw error;
      await noteFailure(ctx, id, { error, outage });
      if (outage) return;
    }
  }
}

interface Due {
  id: string;
  what: string;
}

/** That a correction reaches whoever got the old is a duty of its own (GDPR art. 19), whatever else is allowed. */
async function tellOne(
  ctx: Context,
  office: Backoffice,
  { due: { id, what }, tell }: { due: Due; tell: Telling },
): Promise<void> {
  const corrects = what === 'contact';
  await transact(ctx, corrects ? 'legal' : 'service', async (ctx) => {
    const row = await ctx.database
      .selectFrom('backoffice_share')
      .select(['person_id', 'interaction', 'reference'])
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!row) return;
    const activity = corrects ? 'contact.shared' : 'interaction.shared';
    const use = { activity, reference: row.reference, recipient: office.name } as const;
    await enterUse(ctx, row.person_id, use);
    if (!corrects) {
      const their_key = await tell.share(row.interaction as unknown as Interaction);
      return end(ctx, id, { state: 'shared', their_key });
    }
    const told = row.interaction as unknown as ContactTold;
    const kept = await tell.correct(told);
    await endCorrections(ctx, office.source, told);
    await end(ctx, id, {
      state: 'shared',
      ...(kept.length > 0 && { reason: `newer there: ${kept.join(', ')}` }),
    });
  });
}

async function nextDue(ctx: Context, { id }: Backoffice): Promise<Due | undefined> {
  return transact(ctx, 'service', (ctx) =>
    ctx.database
      .selectFrom('backoffice_share')
      .select(['id', 'what'])
      .where('backoffice_id', '=', id)
      .where('state', '=', 'waiting')
      .where('due_at', '<=', asDate(ctx.clock.now()))
      .orderBy('due_at')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst(),
  );
}

async function noteFailure(
  ctx: Context,
  id: string,
  { error, outage }: { error: unknown; outage: boolean },
): Promise<void> {
  const reason = error instanceof Error ? error.message.slice(0, 500) : String(error);
  await transact(ctx, 'service', async (ctx) => {
    if (isRefusal(error)) return end(ctx, id, { state: 'cancelled', reason: error.code });
    if (!outage) return end(ctx, id, { state: 'refused', reason });
    const now = ctx.clock.now();
    const row = await ctx.database
      .updateTable('backoffice_share')
      .set((set) => ({ tries: set('tries', '+', 1), reason }))
      .where('id', '=', id)
      .returning('tries')
      .executeTakeFirstOrThrow();
    if (row.tries >= mostTries) return end(ctx, id, { state: 'refused', reason });
    const due_at = asDate(now.add({ seconds: Math.min(longest, 30 * 2 ** row.tries) }));
    await ctx.database.updateTable('backoffice_share').set({ due_at }).where('id', '=', id).execute();
  });
}

async function end(
  ctx: Context,
  id: string,
  how: { state: 'shared' | 'refused' | 'cancelled'; their_key?: string; reason?: string },
): Promise<void> {
  await ctx.database
    .updateTable('backoffice_share')
    .set({ reason: null, ...how, ended_at: asDate(ctx.clock.now()) })
    .where('id', '=', id)
    .execute();
}

/** What became of it, by outcome. One statement. */
export async function sharesOf(
  ctx: Context,
  { id }: Backoffice,
  what: 'interaction' | 'contact' = 'interaction',
): Promise<Readonly<Record<string, number>>> {
  const rows = await ctx.database
    .selectFrom('backoffice_share')
    .select((select) => ['state', select.fn.countAll<string>().as('n')])
    .where('backoffice_id', '=', id)
    .where('what', '=', what)
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]));
}
