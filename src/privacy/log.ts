import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import type { Category } from './category.ts';
import type { Entry, LoggedDecision } from './history.ts';
import { stateAt } from './permission.ts';
import { isPurpose, type Purpose } from './purpose.ts';

/** The part of the log that is nobody's own: versions of the offer that asked anew. */
export async function offerEntries(ctx: Context): Promise<Entry[]> {
  const rows = await ctx.database
    .selectFrom('contract')
    .select(['mark', 'material'])
    .where('mark', 'is not', null)
    .execute();
  return rows
    .filter((row) => row.material.length > 0)
    .map((row) => ({ kind: 'offer', id: BigInt(row.mark ?? 0), material: row.material.filter(isPurpose) }));
}

interface Row {
  person_id: string;
  id: string;
  purpose: string | null;
  act: string;
  strength: number;
  category: string | null;
  item_ref: string | null;
  item_version: string | null;
  guardian: boolean;
  carried: number | null;
  expires_at: Date | null;
}

/** What stands in the log about these persons, per person; a purpose that no longer exists is passed over. */
export async function logOf(ctx: Context, personIds: readonly string[]): Promise<Map<string, Entry[]>> {
  const { rows } = await sql<Row>`
    select person_id, id, purpose, act, strength, category, item_ref, item_version, guardian, carried, expires_at
    from decision where person_id = any(${personIds}::bigint[])
    union all
    select person_id, id, null, act, strength, null, null, null, false, null, null
    from person_flag where person_id = any(${personIds}::bigint[]) and flag = 'minor'`.execute(ctx.database);
  const offers = rows.length > 0 ? await offerEntries(ctx) : [];
  const log = new Map<string, Entry[]>();
  for (const row of rows) {
    const entries = log.get(row.person_id) ?? [...offers];
    log.set(row.person_id, entries);
    if (row.purpose === null)
      entries.push({ kind: 'flag', id: BigInt(row.id), act: row.act as 'set' | 'clear' });
    else if (isPurpose(row.purpose)) entries.push(decisionOf(row, row.purpose));
  }
  return log;
}

function decisionOf(row: Row, purpose: Purpose): LoggedDecision {
  return {
    kind: 'decision',
    id: BigInt(row.id),
    purpose,
    act: row.act as LoggedDecision['act'],
    strength: row.strength,
    category: row.category as Category | null,
    item: row.item_ref === null ? null : { ref: row.item_ref, version: row.item_version },
    guardian: row.guardian,
    carried: row.carried === null ? null : stateAt(row.carried),
    expiresAt: row.expires_at,
  };
}
