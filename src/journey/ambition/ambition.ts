import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Where an organisation wants to be. Holding a level is as good an ambition as growing. */
export interface Ambition {
  readonly model: 'journey' | 'roadmap';
  readonly level: number;
  readonly byOn: string;
  readonly mode: 'grow' | 'hold';
  readonly why: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Date;
  readonly reviewOn: string;
  /** How far each C should come, 0 to 3; those left out follow the whole. */
  readonly perC: Readonly<Record<string, number>>;
  /** The stage each department aims at, by its number. */
  readonly perDepartment: Readonly<Record<string, number>>;
  readonly endedAt: Date | null;
}

export type NewAmbition = Omit<Ambition, 'decidedBy' | 'decidedAt' | 'endedAt'>;

const columns = sql.raw(`a.model, a.level, a.by_on::text as "byOn", a.mode, a.why, e.name as "decidedBy",
  a.decided_at as "decidedAt", a.review_on::text as "reviewOn", a.per_c as "perC",
  a.per_department as "perDepartment", a.ended_at as "endedAt"`);

/** The ambition that held at a moment. */
export async function findAmbition(ctx: Context, at: Date): Promise<Ambition | undefined> {
  const found = await sql<Ambition>`
    select ${columns} from ambition a left join employee e on e.id = a.decided_by
    where a.decided_at <= ${at} and (a.ended_at is null or a.ended_at > ${at}) order by a.id desc limit 1`.execute(
    ctx.database,
  );
  return found.rows[0];
}

/** Every ambition there was, the newest first. */
export async function listAmbitions(ctx: Context): Promise<Ambition[]> {
  const found = await sql<Ambition>`
    select ${columns} from ambition a left join employee e on e.id = a.decided_by order by a.id desc`.execute(
    ctx.database,
  );
  return found.rows;
}

/**
 * Sets where to go, in place of what held before; that stays to be read.
 * @throws Refusal `invalid.ambition` below what is proven, `invalid.reason` without a why, `invalid.ambition-review`
 *   when it is not looked at again within twelve months
 */
export async function setAmbition(ctx: Context, ambition: NewAmbition, proven: number): Promise<void> {
  const now = ctx.clock.now();
  if (ambition.why.trim().length < 3) throw new Refusal('invalid.reason');
  const most = ambition.model === 'journey' ? 5 : 4;
  if (!Number.isInteger(ambition.level) || ambition.level < Math.max(1, proven) || ambition.level > most)
    throw new Refusal('invalid.ambition', { proven });
  const today = now.toString().slice(0, 10);
  const last = Temporal.PlainDate.from(today).add({ months: 12 }).toString();
  if (ambition.reviewOn <= today || ambition.reviewOn > last) throw new Refusal('invalid.ambition-review');
  await transact(ctx, null, async (ctx) => {
    await sql`update ambition set ended_at = ${asDate(now)} where ended_at is null`.execute(ctx.database);
    await sql`
      insert into ambition (model, level, by_on, mode, why, decided_by, decided_at, review_on, per_c, per_department)
      values (${ambition.model}, ${ambition.level}, ${ambition.byOn}, ${ambition.mode}, ${ambition.why.trim()},
        ${ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null}, ${asDate(now)}, ${ambition.reviewOn},
        ${JSON.stringify(ambition.perC)}, ${JSON.stringify(ambition.perDepartment)})`.execute(ctx.database);
  });
}

/** Holding a level watches it more strictly than growing does: warned after so many weeks. */
const holdWarnAt = 3;

export function warnAtOf(ambition: Pick<Ambition, 'mode'> | null | undefined): number | undefined {
  return ambition?.mode === 'hold' ? holdWarnAt : undefined;
}

/** Of all ambitions the one that held at a moment. */
export function ambitionAt(ambitions: readonly Ambition[], at: Date): Ambition | undefined {
  return ambitions.find(({ decidedAt, endedAt }) => decidedAt <= at && (endedAt === null || endedAt > at));
}
