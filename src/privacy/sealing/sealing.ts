import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { lockForSeal } from '../locking.ts';

/**
 * The hash of one row of the ledger: what it says, in a fixed order, and a number nobody can guess, so that the hash of
 * an erased row tells nothing. A column that is added to the table later is no part of it.
 */
const rowHash = sql`sha256(convert_to(jsonb_build_array(u.id, u.person_id, extract(epoch from u.at), u.activity, u.purpose,
  u.basis, u.effect, u.contract_version, u.actor_kind, u.employee_id, u.department_id, u.reference, u.categories, u.count,
  u.counted, u.day, u.decision_id, u.recipient, u.nonce)::text, 'UTF8'))`;
const day = sql`(u.at at time zone 'UTC')::date`;

/**
 * Seals what stands in the ledger of the days before today: the hash of each row, and one root over the hashes of the
 * day and the root before it. Whoever changes, adds or takes away a row later than that cannot make the roots fit.
 * Runs once a night; harmless to do twice.
 */
export async function sealLedger(ctx: Context): Promise<void> {
  await transact(ctx, 'legal', async (ctx) => {
    await lockForSeal(ctx);
    const today = ctx.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString();
    await sql`
      insert into use_seal (use_id, sealed_on, row_hash)
      select u.id, ${today}::date, ${rowHash} from data_use u
      where ${day} < ${today}::date and u.at > coalesce((select max(sealed_on) - 3 from use_root), '-infinity')
        and not exists (select from use_seal s where s.use_id = u.id)
        and not exists (select from use_root r where r.sealed_on = ${today}::date)`.execute(ctx.database);
    await sql`
      insert into use_root (sealed_on, rows, root, previous, sealed_at)
      select ${today}::date, count(s.use_id), sha256(p.root || coalesce(string_agg(s.row_hash, ''::bytea order by s.use_id), '')),
        p.root, ${asDate(ctx.clock.now())}
      from (select coalesce((select root from use_root order by sealed_on desc limit 1), ''::bytea) as root) p
      left join use_seal s on s.sealed_on = ${today}::date
      where not exists (select from use_root r where r.sealed_on = ${today}::date)
      group by p.root`.execute(ctx.database);
  });
}

export interface SealFault {
  day: string;
  /** `root`: the chain does not fit; `changed`: a row says something else; `gone`: a row went, and not by erasure. */
  kind: 'root' | 'changed' | 'gone' | 'unsealed';
  rows: number;
}

export interface SealReport {
  days: number;
  rows: number;
  /** The last root, to write down elsewhere: with it, a chain that was made anew as a whole is found out too. */
  root: string | null;
  sealedOn: string | null;
  faults: SealFault[];
}

/** Goes through the whole chain, or the days from `since`, and says what does not fit. */
export async function verifyLedger(ctx: Context, since = '-infinity'): Promise<SealReport> {
  return transact(ctx, 'legal', async (ctx) => {
    const roots = await sql<{ day: string; rows: number; root: string; fits: boolean; present: number }>`
      select r.sealed_on::text as day, r.rows, encode(r.root, 'hex') as root, count(s.use_id)::int as present,
        r.previous = coalesce((select q.root from use_root q where q.sealed_on < r.sealed_on
          order by q.sealed_on desc limit 1), ''::bytea)
        and r.root = sha256(r.previous || coalesce(string_agg(s.row_hash, ''::bytea order by s.use_id), ''))
        and count(s.use_id) = r.rows as fits
      from use_root r left join use_seal s on s.sealed_on = r.sealed_on
      where r.sealed_on >= ${since}::date group by r.sealed_on, r.rows, r.root, r.previous
      order by r.sealed_on`.execute(ctx.database);
    const rows = await sql<{ day: string; changed: number; gone: number }>`
      select s.sealed_on::text as day, count(*) filter (where u.id is not null and s.row_hash <> ${rowHash})::int as changed,
        count(*) filter (where u.id is null and not s.erased)::int as gone
      from use_seal s left join data_use u on u.id = s.use_id where s.sealed_on >= ${since}::date
      group by s.sealed_on order by s.sealed_on`.execute(ctx.database);
    const last = roots.rows.at(-1);
    return {
      days: roots.rows.length,
      rows: roots.rows.reduce((sum, row) => sum + row.rows, 0),
      root: last?.root ?? null,
      sealedOn: last?.day ?? null,
      faults: [
        ...roots.rows
          .filter((row) => !row.fits)
          .map(({ day, rows }) => ({ day, kind: 'root' as const, rows })),
        ...rows.rows
          .filter((row) => row.changed > 0)
          .map((row) => ({ day: row.day, kind: 'changed' as const, rows: row.changed })),
        ...rows.rows
          .filter((row) => row.gone > 0)
          .map((row) => ({ day: row.day, kind: 'gone' as const, rows: row.gone })),
        ...(last ? await unsealed(ctx, last.day) : []),
      ],
    };
  });
}

/** Rows that say they are of long ago and were never sealed: somebody put them in afterwards. */
async function unsealed(ctx: Context, sealedOn: string): Promise<SealFault[]> {
  const { rows } = await sql<{ day: string; rows: number }>`
    select ${day}::text as day, count(*)::int as rows from data_use u
    where u.at < ${sealedOn}::date - 3 and not exists (select from use_seal s where s.use_id = u.id)
    group by 1 order by 1`.execute(ctx.database);
  return rows.map((row) => ({ ...row, kind: 'unsealed' }));
}
