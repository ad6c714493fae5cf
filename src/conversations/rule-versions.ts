import { sql } from 'kysely';
import { doneBy } from '../organisation/done-by.ts';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';

/** Where all rules of one kind stand together, in order, in versions that never change. */
export type VersionTable = 'routing_version' | 'ruling_version';

export interface RulesNow<R> {
  /** null: nobody made rules yet. */
  versionId: string | null;
  rules: readonly R[];
}

/** The rules that hold: those of the last version. One statement. */
export async function newestRules<R>(ctx: Context, table: VersionTable): Promise<RulesNow<R>> {
  const found = await sql<{ id: string; rules: R[] }>`
    select id, rules from ${sql.table(table)} order by id desc limit 1`.execute(ctx.database);
  const [row] = found.rows;
  return { versionId: row?.id ?? null, rules: row?.rules ?? [] };
}

export interface RulesVersion {
  id: string;
  rules: number;
  madeAt: Date;
  madeBy: string | null;
}

/** Newest first, at most fifty. One statement. */
export async function versionsOf(ctx: Context, table: VersionTable): Promise<RulesVersion[]> {
  const found = await sql<RulesVersion>`
    select v.id, jsonb_array_length(v.rules) as rules, v.made_at as "madeAt", e.name as "madeBy"
    from ${sql.table(table)} v left join employee e on e.id = v.made_by order by v.id desc limit 50`.execute(
    ctx.database,
  );
  return found.rows;
}

/** From now on these hold. Gives the number of the version; runs in the transaction of what is told of it. */
export async function keepVersion<R>(
  ctx: Context,
  table: VersionTable,
  rules: readonly R[],
): Promise<string> {
  const made = await sql<{ id: string }>`
    insert into ${sql.table(table)} (rules, made_at, made_by)
    values (${JSON.stringify(rules)}::jsonb, ${asDate(ctx.clock.now())}, ${doneBy(ctx)}) returning id`.execute(
    ctx.database,
  );
  return made.rows[0]?.id ?? '';
}
