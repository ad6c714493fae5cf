import { sql } from 'kysely';
import { provenAddress } from '../../customers/sending/handing.ts';
import { personLets } from '../../customers/using.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { apartDays } from './survey.ts';

/** Who was asked anything else lately is left in peace as well. */
const quietDays = 30;
/** A customer is whoever was in touch with us within a year. */
const activeDays = 364;

interface Open {
  readonly id: string;
  readonly publicId: string;
  readonly wanted: number;
}

/**
 * Draws who is asked, in the rounds for which nobody was drawn yet: by lot among the customers of a year who let us
 * measure, have a proven address and were not asked lately. Of the others it keeps how many there were, and why.
 */
export function drawDue(ctx: Context): Promise<void> {
  return transact(ctx, 'measure', async (ctx) => {
    const open = await sql<Open>`
      select id::text as id, public_id as "publicId", wanted from customer_survey
      where drawn_at is null and closed_at is null for update skip locked`.execute(ctx.database);
    for (const survey of open.rows) await draw(ctx, survey);
  });
}

async function draw(ctx: Context, { id, publicId, wanted }: Open): Promise<void> {
  const now = ctx.clock.now();
  const before = (days: number) => asDate(now.subtract({ hours: days * 24 }));
  const same = sql`(select c.id union select t.person_id from person_shown t where t.shown_id = c.id)`;
  // The lot is the hash of round and person: nobody chooses, and drawing again would draw the same ones.
  await sql`
    with active as (
      select distinct coalesce(s.shown_id, v.person_id) as id from conversation v
      left join person_shown s on s.person_id = v.person_id
      where v.last_message_at >= ${before(activeDays)} and v.person_id is not null),
    judged as (
      select c.id, case
        when not ${personLets(sql`c.id`, 'survey.asked')} then 'permission'
        when exists (select from customer_survey_invitation i
          where i.asked_at > ${before(apartDays)} and i.person_id in ${same}) then 'recent'
        when exists (select from question q
          where q.asked_at > ${before(quietDays)} and q.person_id in ${same}) then 'recent'
        when ${provenAddress(sql`c.id`)} is null then 'address' end as why
      from active c join person p on p.id = c.id and p.relation in ('customer', 'unknown')),
    lots as (
      select id, row_number() over (order by hashtextextended(${publicId} || ':' || id, 0), id) as lot
      from judged where why is null),
    drawn as (
      insert into customer_survey_invitation (survey_id, person_id, state)
      select ${id}::bigint, id, 'waiting' from lots where lot <= ${wanted} on conflict do nothing)
    update customer_survey set drawn_at = ${asDate(now)}, left_out = (
      select jsonb_object_agg(why, n) from (
        select why, count(*)::int as n from judged where why is not null group by why
        union all select 'beyond', count(*)::int from lots where lot > ${wanted} having count(*) > 0) t)
    where id = ${id}::bigint`.execute(ctx.database);
}
