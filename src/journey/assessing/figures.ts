import { sql } from 'kysely';
import { shareOf } from '../../insights/figures/making.ts';
import type { Measured } from '../../insights/measured.ts';
import type { Context } from '../../platform/context.ts';
import { items } from './items.ts';
import { type Answer, isCounted, type Role, scoreOf } from './scoring.ts';

export interface Sheet {
  readonly role: Role;
  readonly answers: Readonly<Record<string, Answer | number>>;
}

const validDays = 200;

/** What colleagues answered in the newest round that was closed by then; nothing when too few of them did. */
export async function assessmentFigures(ctx: Context, at: Date): Promise<Measured[]> {
  const found = await sql<{ id: string; publicId: string; age: number }>`
    select id::text as id, public_id as "publicId",
      floor(extract(epoch from ${at}::timestamptz - closed_at) / 86400)::int as age
    from assessment_round where closed_at <= ${at} order by closed_at desc limit 1`.execute(ctx.database);
  const round = found.rows[0];
  if (!round) return [];
  const sheets = await sheetsOf(ctx, round.id);
  if (!isCounted(sheets)) return [];
  return items.map(({ code }) => {
    const { k, n } = scoreOf(answersTo(sheets, code));
    const more = { source: 'survey', ageDays: round.age, validDays, round: round.publicId } as const;
    return shareOf([code, 'round'], { k, n }, more);
  });
}

export async function sheetsOf(ctx: Context, roundId: string): Promise<Sheet[]> {
  const found = await sql<Sheet>`
    select role, answers from assessment_sheet where round_id = ${roundId} order by id`.execute(ctx.database);
  return found.rows;
}

export function answersTo(sheets: readonly Sheet[], code: string): Answer[] {
  return sheets.flatMap(({ answers }) => {
    const answer = answers[code];
    return answer === undefined ? [] : [answer as Answer];
  });
}
