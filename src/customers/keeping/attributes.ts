import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isPurpose } from '../../privacy/purpose.ts';
import { getPerson } from '../customer.ts';
import { kept } from '../events.ts';
import { employeeOf } from '../identifying/merging.ts';
import { type AttributeDefinition, attributeValue } from './attribute.ts';

/** A definition with what is known of one person; `value` null: nothing. */
export interface Attribute extends AttributeDefinition {
  value: string | null;
  setAt: Date | null;
  setBy: string | null;
}

const shape = sql`d.key, d.type, d.nl, d.en, d.category, d.purpose, d.choices`;

/** All that are in use, oldest first. */
export async function listDefinitions(ctx: Context): Promise<AttributeDefinition[]> {
  const found = await sql<AttributeDefinition>`
    select ${shape} from attribute_definition d where d.retired_at is null order by d.id`.execute(
    ctx.database,
  );
  return found.rows;
}

/**
 * Adds one. A key is for ever: what was known under it stays readable under its own meaning.
 * @throws Refusal `invalid.purpose`, `conflict.attribute`
 */
export async function define(ctx: Context, made: AttributeDefinition): Promise<void> {
  if (!isPurpose(made.purpose)) throw new Refusal('invalid.purpose', { purpose: made.purpose });
  await transact(ctx, null, async (ctx) => {
    const done = await sql`
      insert into attribute_definition (key, type, nl, en, category, purpose, choices, made_at, made_by)
      values (${made.key}, ${made.type}, ${made.nl}, ${made.en}, ${made.category}, ${made.purpose},
        ${made.choices}::text[], ${asDate(ctx.clock.now())}, ${employeeOf(ctx)}) on conflict (key) do nothing`.execute(
      ctx.database,
    );
    if (!done.numAffectedRows) throw new Refusal('conflict.attribute', { key: made.key });
  });
}

/** Takes one out of use. What is known stays until the person is erased, and is no longer shown. */
export async function retire(ctx: Context, key: string): Promise<void> {
  await transact(ctx, null, async (ctx) => {
    const done =
      await sql`update attribute_definition set retired_at = coalesce(retired_at, ${asDate(ctx.clock.now())}),
      retired_by = ${employeeOf(ctx)} where key = ${key}`.execute(ctx.database);
    if (!done.numAffectedRows) throw new Refusal('not-found.attribute', { key });
  });
}

/**
 * What is known of a person that may be read under the purpose that runs; of others only that they are there. Of
 * persons who were merged the newest value counts.
 */
export async function attributesOf(ctx: Context, personIds: readonly string[]): Promise<Attribute[]> {
  const found = await sql<Attribute>`
    select ${shape}, v.value, v.set_at as "setAt", e.name as "setBy"
    from attribute_definition d left join lateral (
      select * from person_attribute a where a.definition_id = d.id and a.person_id = any(${personIds}::bigint[])
        and d.purpose = ${ctx.purpose} order by a.set_at desc, a.person_id limit 1) v on true
    left join employee e on e.id = v.set_by
    where d.retired_at is null order by d.id`.execute(ctx.database);
  return found.rows;
}

/**
 * Sets one, or takes it away with an empty value.
 * @throws Refusal `not-found.attribute`, `invalid.attribute`, `forbidden.attribute-purpose` for another purpose than
 *   the one that runs here
 */
export async function setAttribute(
  ctx: Context,
  id: string,
  { key, value }: { key: string; value: string },
): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const person = await getPerson(ctx, id);
    const found = await sql<AttributeDefinition & { id: string }>`
      select d.id, ${shape} from attribute_definition d where d.key = ${key} and d.retired_at is null`.execute(
      ctx.database,
    );
    const [definition] = found.rows;
    if (!definition) throw new Refusal('not-found.attribute', { key });
    if (definition.purpose !== ctx.purpose) throw new Refusal('forbidden.attribute-purpose', { key });
    await sql`delete from person_attribute
      where definition_id = ${definition.id} and person_id = any(${person.personIds}::bigint[])`.execute(
      ctx.database,
    );
    if (value.trim() !== '') {
      const fitting = attributeValue(definition, value);
      if (fitting === null) throw new Refusal('invalid.attribute', { key, type: definition.type });
      await sql`insert into person_attribute (person_id, definition_id, value, set_at, set_by)
        values (${person.id}, ${definition.id}, ${fitting}, ${asDate(ctx.clock.now())}, ${employeeOf(ctx)})`.execute(
        ctx.database,
      );
    }
    await ctx.emit([kept('attribute.set', person.id, key)]);
  });
}
