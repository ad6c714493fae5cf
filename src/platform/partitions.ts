import { sql } from 'kysely';
import { asDate } from './clock.ts';
import type { Context } from './context.ts';

/** Keeps the monthly partitions a year ahead. The weak role may not make tables; a function of the owner does. */
export async function makePartitions(ctx: Context): Promise<void> {
  await sql`select make_partitions(${asDate(ctx.clock.now())}::date, 13)`.execute(ctx.database);
}
