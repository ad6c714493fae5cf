import { sql } from 'kysely';
import { requires } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { library } from './library.ts';
import type { Template } from './template.ts';

export interface OwnTemplate extends Template {
  readonly own: true;
  readonly madeAt: Date;
}

/** The organisation's own templates, the newest first. */
export async function listOwn(ctx: Context): Promise<OwnTemplate[]> {
  const found = await sql<{ key: string; body: Template; made_at: Date }>`
    select key, body, made_at from pilot_template where retired_at is null order by id desc`.execute(
    ctx.database,
  );
  return found.rows.map(({ key, body, made_at }) => ({ ...body, key, own: true, madeAt: made_at }));
}

export async function findTemplate(ctx: Context, key: string): Promise<Template | undefined> {
  const known = library.find((one) => one.key === key);
  if (known) return known;
  const found = await sql<{ body: Template }>`
    select body from pilot_template where key = ${key}`.execute(ctx.database);
  const [row] = found.rows;
  return row && { ...row.body, key };
}

/** @throws Refusal `not-found.template` */
export async function getTemplate(ctx: Context, key: string): Promise<Template> {
  const found = await findTemplate(ctx, key);
  if (!found) throw new Refusal('not-found.template', { key });
  return found;
}

/** Makes a template of one's own, to be used like those of the library. Gives its key. */
export async function keepTemplate(
  ctx: Context,
  template: Omit<Template, 'key'>,
  fromPilot: string | null,
): Promise<string> {
  requires(ctx.actor, 'pilot.manage');
  return transact(ctx, ctx.purpose, async (ctx) => {
    // Numbered by the organisation, so that nobody mistakes one for a template of the library.
    const made = await sql<{ key: string }>`
      insert into pilot_template (key, body, from_pilot, made_at, made_by)
      select 'EIGEN-' || (count(*) + 1), ${JSON.stringify(template)}::jsonb, ${fromPilot}::bigint,
        ${asDate(ctx.clock.now())}, ${ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null}::bigint
      from pilot_template returning key`.execute(ctx.database);
    return made.rows[0]?.key ?? '';
  });
}

export async function retireTemplate(ctx: Context, key: string): Promise<void> {
  requires(ctx.actor, 'pilot.manage');
  const by = ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null;
  await sql`update pilot_template set retired_at = ${asDate(ctx.clock.now())}, retired_by = ${by}::bigint
    where key = ${key} and retired_at is null`.execute(ctx.database);
}
