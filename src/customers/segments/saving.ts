import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Purpose } from '../../privacy/purpose.ts';
import { listCriteria } from './members.ts';
import { type Rule, readRule } from './rule.ts';
import { getSegment } from './segment.ts';

export interface NewSegment {
  readonly name: string;
  readonly purpose: Purpose;
  readonly rule: Rule;
}

/**
 * Keeps a segment; gives its public id.
 * @throws Refusal `conflict.segment-name`, and what `readRule` refuses
 */
export async function makeSegment(ctx: Context, { name, purpose, rule }: NewSegment): Promise<string> {
  return transact(ctx, 'service', async (ctx) => {
    const checked = readRule(rule, { criteria: await listCriteria(ctx), purpose });
    const at = asDate(ctx.clock.now());
    const id = publicId('sg', at.getTime());
    await refuseTaken(ctx, name, null);
    const made = await ctx.database
      .insertInto('segment')
      .values({ public_id: id, name, purpose, made_at: at, made_by: whoOf(ctx) })
      .returning('id')
      .executeTakeFirstOrThrow();
    await addRule(ctx, made.id, checked);
    await ctx.emit([{ verb: 'segment.made', subject: { kind: 'segment', id: made.id } }]);
    return id;
  });
}

/**
 * Another name, or another rule. The rules it had stay on record; what it is for never changes, because people said
 * yes to that.
 * @throws Refusal `not-found.segment`, `conflict.segment-name`, and what `readRule` refuses
 */
export async function changeSegment(
  ctx: Context,
  id: string,
  { name, rule }: Pick<NewSegment, 'name' | 'rule'>,
): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const segment = await getSegment(ctx, id);
    const checked = readRule(rule, { criteria: await listCriteria(ctx), purpose: segment.purpose });
    await refuseTaken(ctx, name, segment.id);
    await ctx.database.updateTable('segment').set({ name }).where('id', '=', segment.id).execute();
    if (JSON.stringify(checked) !== JSON.stringify(segment.rule)) await addRule(ctx, segment.id, checked);
    await ctx.emit([{ verb: 'segment.changed', subject: { kind: 'segment', id: segment.id } }]);
  });
}

/** It is used no more. Mailings that went to it keep saying so. @throws Refusal `not-found.segment` */
export async function retireSegment(ctx: Context, id: string): Promise<void> {
  await transact(ctx, null, async (ctx) => {
    const segment = await getSegment(ctx, id);
    await ctx.database
      .updateTable('segment')
      .set({ retired_at: asDate(ctx.clock.now()), retired_by: whoOf(ctx) })
      .where('id', '=', segment.id)
      .execute();
    await ctx.emit([{ verb: 'segment.retired', subject: { kind: 'segment', id: segment.id } }]);
  });
}

async function addRule(ctx: Context, segmentId: string, rule: Rule): Promise<void> {
  await ctx.database
    .insertInto('segment_rule')
    .values({
      segment_id: segmentId,
      rule: JSON.stringify(rule),
      made_at: asDate(ctx.clock.now()),
      made_by: whoOf(ctx),
    })
    .execute();
}

async function refuseTaken(ctx: Context, name: string, own: string | null): Promise<void> {
  const taken = await ctx.database
    .selectFrom('segment')
    .select('id')
    .where((where) => where(where.fn<string>('lower', ['name']), '=', name.toLowerCase()))
    .where('retired_at', 'is', null)
    .where('id', 'is distinct from', own)
    .executeTakeFirst();
  if (taken) throw new Refusal('conflict.segment-name', { name });
}

const whoOf = (ctx: Context) => (ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null);
