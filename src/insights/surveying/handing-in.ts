import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';
import { tokenHash } from '../../platform/mail/token.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type CustomerAnswer, customerItems } from './item.ts';

/**
 * That there is something to answer behind this link.
 * @throws Refusal `not-found.question` for whatever does not work (any more), always the same
 */
export async function surveyBehind(ctx: Context, token: string): Promise<void> {
  await transact(ctx, 'measure', (ctx) => openInvitation(ctx, token));
}

async function openInvitation(ctx: Context, token: string): Promise<{ id: string; surveyId: string }> {
  const found = await sql<{ id: string; surveyId: string }>`
    select i.id::text as id, i.survey_id::text as "surveyId"
    from customer_survey_invitation i join customer_survey s on s.id = i.survey_id
    where i.token_hash = ${tokenHash(token)} and i.state = 'asked' and s.closed_at is null
      and s.closes_on >= ${ctx.clock.now().toString().slice(0, 10)}::date for update of i`.execute(
    ctx.database,
  );
  const [row] = found.rows;
  if (!row) throw new Refusal('not-found.question');
  return row;
}

/** Hands a sheet in: once per link, and without a way back from the sheet to the person. @throws Refusal `not-found.question` */
export async function handInSurvey(
  ctx: Context,
  token: string,
  answers: Readonly<Record<string, CustomerAnswer>>,
): Promise<void> {
  const given = customerItems.flatMap(({ code }) => {
    const answer = answers[code];
    return answer === undefined ? [] : [[code, answer] as const];
  });
  await transact(ctx, 'measure', async (ctx) => {
    const { id, surveyId } = await openInvitation(ctx, token);
    await sql`update customer_survey_invitation set state = 'answered', token_hash = null,
      answered_on = ${ctx.clock.now().toString().slice(0, 10)} where id = ${id}::bigint`.execute(
      ctx.database,
    );
    await sql`insert into customer_survey_sheet (id, survey_id, answers)
      values (${randomUUID()}, ${surveyId}::bigint, ${JSON.stringify(Object.fromEntries(given))})`.execute(
      ctx.database,
    );
  });
}
