import { sql } from 'kysely';
import { makeLink } from '../../customers/entering/link.ts';
import { provenAddress } from '../../customers/sending/handing.ts';
import { personLets } from '../../customers/using.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import { countingAmong } from '../../pilots/granting.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, type Locale, transact } from '../../platform/context.ts';
import { sendMail } from '../../platform/mail/mail.ts';
import { newToken } from '../../platform/mail/token.ts';
import { words } from '../../platform/words.ts';
import { drawDue } from './drawing.ts';
import { closeDueSurveys } from './survey.ts';

const batch = 200;

/** The job: draws, asks the next of those who wait, and ends what is over. Broken off, the rest follows. */
export async function askCustomers(ctx: Context): Promise<void> {
  await closeDueSurveys(ctx);
  await drawDue(ctx);
  const waiting = await transact(ctx, 'measure', ({ database }) =>
    sql<{ id: string }>`
      select i.id::text as id from customer_survey_invitation i join customer_survey s on s.id = i.survey_id
      where i.state = 'waiting' and s.closed_at is null order by i.id limit ${batch}`.execute(database),
  );
  for (const { id } of waiting.rows) if (!(await ask(ctx, id))) return;
}

interface Drawn {
  readonly survey: string;
  readonly closesOn: string;
  readonly personId: string | null;
  readonly address: string | null;
  readonly locale: Locale | null;
  readonly lets: boolean;
}

/**
 * Asks one, unless something speaks against it by now; false when nobody more may be asked for the time being, because
 * the pilot that switches it on ended, or its cap is used up: then those who wait stay waiting.
 */
function ask(ctx: Context, id: string): Promise<boolean> {
  return transact(ctx, 'measure', async (ctx) => {
    const found = await sql<Drawn>`
      select s.public_id as survey, s.closes_on::text as "closesOn", i.person_id::text as "personId",
        ${provenAddress(sql`i.person_id`)} as address, p.locale,
        coalesce(${personLets(sql`i.person_id`, 'survey.asked')}, false) as lets
      from customer_survey_invitation i join customer_survey s on s.id = i.survey_id
      left join person p on p.id = i.person_id
      where i.id = ${id}::bigint and i.state = 'waiting' for update of i skip locked`.execute(ctx.database);
    const [drawn] = found.rows;
    if (!drawn) return true;
    if (drawn.personId === null || drawn.address === null || !drawn.lets) {
      await sql`update customer_survey_invitation set state = 'dropped' where id = ${id}::bigint`.execute(
        ctx.database,
      );
      return true;
    }
    const { on, count } = await countingAmong(ctx, ['survey.feedback'], { channel: 'mail' });
    if (!on.has('survey.feedback')) return false;
    await count();
    await mail(ctx, id, { ...drawn, personId: drawn.personId, address: drawn.address });
    return true;
  });
}

async function mail(
  ctx: Context,
  id: string,
  { survey, closesOn, personId, address, locale: own }: Drawn & { personId: string; address: string },
): Promise<void> {
  const { locale: standard, name, timezone } = await getOrganisation(ctx);
  const locale = own ?? standard;
  const said = words(locale).customerSurvey.mail;
  const { mark, hash } = newToken(ctx.outside);
  const stop = await makeLink(ctx, { kind: 'stop', personId, stops: 'measure' });
  await sendMail(ctx, {
    ...{ to: address, kind: 'customer-survey', personId, locale, reference: survey },
    ...{ subject: said.subject(name), key: `customer-survey:${id}`, unsubscribe: stop.url, quiet: true },
    text: said.text(name, `${ctx.outside.baseUrl}/relation/${mark}`, stop.url),
    expiresAt: Temporal.PlainDate.from(closesOn).add({ days: 1 }).toZonedDateTime(timezone).toInstant(),
  });
  await sql`update customer_survey_invitation set state = 'asked', asked_at = ${asDate(ctx.clock.now())},
    token_hash = ${hash} where id = ${id}::bigint`.execute(ctx.database);
}
