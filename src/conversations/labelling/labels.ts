import { sql } from 'kysely';
import { requiresEverywhere } from '../../organisation/authority.ts';
import { doneBy } from '../../organisation/done-by.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { checkName, isTaken } from '../naming-rule.ts';
import { asTree, deepest, type Label } from './label.ts';

/** The labels that can be put on a conversation, in the order of their tree. One statement. */
export async function listLabels(ctx: Context): Promise<Label[]> {
  const found = await sql<{ publicId: string; name: string; parent: string | null }>`
    select l.public_id as "publicId", l.name, p.public_id as parent
    from inbox_label l left join inbox_label p on p.id = l.parent_id where l.retired_at is null`.execute(
    ctx.database,
  );
  return asTree(found.rows);
}

/** Makes a label, under another one or at the top. @throws Refusal `invalid.name`, `conflict.name-taken`, `invalid.label-depth` */
export async function makeLabel(ctx: Context, name: string, parent: string | null): Promise<string> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  const clean = checkName(name);
  return transact(ctx, null, async (ctx) => {
    const above =
      parent === null ? undefined : (await listLabels(ctx)).find((one) => one.publicId === parent);
    if (parent !== null && !above) throw new Refusal('not-found.label', { id: parent });
    if (above && above.depth + 1 >= deepest) throw new Refusal('invalid.label-depth', { deepest });
    const at = asDate(ctx.clock.now());
    const made = await sql<{ publicId: string }>`
      insert into inbox_label (public_id, parent_id, name, made_at, made_by)
      select ${publicId('lb', at.getTime())}, (select id from inbox_label where public_id = ${parent}), ${clean}, ${at},
        ${doneBy(ctx)}
      on conflict do nothing returning public_id as "publicId"`.execute(ctx.database);
    const [label] = made.rows;
    if (!label) throw isTaken(clean);
    return label.publicId;
  });
}

/** Calls a label otherwise, on all conversations that have it. @throws Refusal `not-found.label`, `conflict.name-taken` */
export async function renameLabel(ctx: Context, id: string, name: string): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  const clean = checkName(name);
  await transact(ctx, null, async (ctx) => {
    const taken = await sql`
      select from inbox_label l join inbox_label o on o.parent_id is not distinct from l.parent_id and o.id <> l.id
        and o.retired_at is null and lower(o.name) = lower(${clean})
      where l.public_id = ${id}`.execute(ctx.database);
    if (taken.rows.length > 0) throw isTaken(clean);
    const renamed = await sql`update inbox_label set name = ${clean}
      where public_id = ${id} and retired_at is null returning id`.execute(ctx.database);
    if (renamed.rows.length === 0) throw new Refusal('not-found.label', { id });
  });
}

/** Nobody puts it on any more, nor those under it; where it stands it stays. */
export async function retireLabel(ctx: Context, id: string): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await sql`
    with recursive under as (
      select id from inbox_label where public_id = ${id}
      union all select l.id from inbox_label l join under u on l.parent_id = u.id)
    update inbox_label set retired_at = ${asDate(ctx.clock.now())}, retired_by = ${doneBy(ctx)}
    where id in (select id from under) and retired_at is null`.execute(ctx.database);
}

/** Those that stand on a conversation, with their path; one that is not used any more has its name. One statement. */
export async function labelsOf(
  ctx: Context,
  conversationId: string,
  all: readonly Label[],
): Promise<{ publicId: string; path: string }[]> {
  const found = await sql<{ publicId: string; name: string }>`
    select l.public_id as "publicId", l.name from conversation_label c join inbox_label l on l.id = c.label_id
    where c.conversation_id = ${conversationId} and c.taken_at is null order by l.name`.execute(ctx.database);
  return found.rows.map(({ publicId, name }) => ({
    publicId,
    path: all.find((label) => label.publicId === publicId)?.path ?? name,
  }));
}
