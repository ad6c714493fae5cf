import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { shareOf, unknownOf } from '../figures/making.ts';
import type { Measured } from '../measured.ts';
import { agreement, type CustomerSheet, customerItems, knownAndTrusted } from './item.ts';

const validDays = 200;
/** Below this nothing is shown of anybody. */
export const fewest = 10;

/**
 * What customers said in the newest round that was closed by then: whether they feel known and trust us, feel heard,
 * and decide about their data themselves. Nothing of fewer than ten.
 */
export async function surveyFigures(ctx: Context, at: Date): Promise<Measured[]> {
  const found = await sql<{ id: string; publicId: string; age: number }>`
    select id::text as id, public_id as "publicId",
      floor(extract(epoch from ${at}::timestamptz - closed_at) / 86400)::int as age
    from customer_survey where closed_at <= ${at} order by closed_at desc, id desc limit 1`.execute(
    ctx.database,
  );
  const survey = found.rows[0];
  const sheets = survey ? await sheetsOf(ctx, survey.id) : [];
  if (!survey || sheets.length < fewest) {
    const reason = survey ? 'few-customers' : 'no-surveys';
    return ['KNOWN_AND_TRUSTED', 'HEARD', 'Q5b'].map((code) => unknownOf([code, 'round'], reason));
  }
  // Asked, not counted: no more sure than a survey.
  const more = { ageDays: survey.age, validDays, round: survey.publicId, source: 'survey' } as const;
  const one = (code: string) => agreement(sheets.map((sheet) => sheet[code]));
  return [
    shareOf(['KNOWN_AND_TRUSTED', 'round'], enough(knownAndTrusted(sheets)), more),
    shareOf(['HEARD', 'round'], enough(one('R3')), more),
    shareOf(['Q5b', 'round'], enough(one('Q5b')), more),
  ];
}

/** As many must have an opinion as must have answered: else nobody has. */
function enough(tally: { k: number; n: number }): { k: number; n: number } {
  return tally.n < fewest ? { k: 0, n: 0 } : tally;
}

export async function sheetsOf(ctx: Context, surveyId: string): Promise<CustomerSheet[]> {
  const found = await sql<{ answers: CustomerSheet }>`
    select answers from customer_survey_sheet where survey_id = ${surveyId}::bigint order by id`.execute(
    ctx.database,
  );
  return found.rows.map(({ answers }) => answers);
}

/** Per statement: how many have an opinion, and how many of them agree; null below ten sheets, n 0 below ten opinions. */
export async function surveyResult(
  ctx: Context,
  surveyId: string,
): Promise<{ code: string; k: number; n: number }[] | null> {
  const sheets = await sheetsOf(ctx, surveyId);
  if (sheets.length < fewest) return null;
  const items = customerItems.map(({ code }) => ({
    code,
    ...enough(agreement(sheets.map((sheet) => sheet[code]))),
  }));
  return [...items, { code: 'both', ...enough(knownAndTrusted(sheets)) }];
}
