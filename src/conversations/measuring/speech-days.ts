import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Days } from './interval-days.ts';

/** What one voice of ours said on one day by one account. Machines do not count. */
export interface SpeechDay {
  readonly day: string;
  readonly accountId: string;
  /** The number of a colleague, else the name that the channel gave, else the account itself. */
  readonly who: string;
  readonly employeeId: string | null;
  /** '0': not known. */
  readonly departmentId: string;
  readonly replies: number;
  readonly posts: number;
  readonly publicReplies: number;
  readonly publicPosts: number;
  readonly notes: number;
  /** Replies of which Polder knows the colleague: made here, or registered as theirs. */
  readonly registered: number;
  /** Replies since Polder keeps who may answer; before that nobody could be outside the rules. */
  readonly judged: number;
  /** Of those: from an account that is not ours, by nobody known, without a right, or past a house rule not read. */
  readonly maverick: number;
  /** Sent without approval before, by somebody who may send. */
  readonly empowered: number;
}

/**
 * Counted by the day on which it was said. A right, and a rule that was read, count as they stood at the end of that
 * day. Runs in a transaction with a purpose.
 */
export async function measureSpeech(ctx: Context, days: Days): Promise<SpeechDay[]> {
  const { from, to, zone } = days;
  const found = await sql<SpeechDay>`
    with said as (
      select t.sent_at, t.kind, t.message_id, t.received_at from conversation_item t
      where t.kind in ('reply', 'post') and t.sent_at >= ${from} and t.sent_at < ${to}
      union all
      select t.sent_at, t.kind, t.message_id, t.received_at from conversation_item t
      where t.kind = 'note' and t.sent_at >= ${from} and t.sent_at < ${to})
    , spoken as (
      select (t.sent_at at time zone ${zone})::date as day, m.channel_account_id as account, m.employee_id,
        coalesce(m.employee_id::text, m.author, m.channel_account_id::text) as who,
        coalesce(m.department_id, 0) as department,
        count(*) filter (where t.kind = 'reply')::int as replies, count(*) filter (where t.kind = 'post')::int as posts,
        count(*) filter (where t.kind = 'reply' and m.audience = 'public')::int as public_replies,
        count(*) filter (where t.kind = 'post' and m.audience = 'public')::int as public_posts,
        count(*) filter (where t.kind = 'note')::int as notes,
        count(*) filter (where t.kind = 'reply' and r.approved_by is null)::int as unapproved
      from said t join message m on m.id = t.message_id and m.received_at = t.received_at
      left join reply r on r.message_id = m.id
      where not m.automatic
      group by 1, 2, 3, 4, 5)
    , judged as (
      select s.*, c.own, ((s.day + 1)::timestamp at time zone ${zone}) as ends,
        coalesce((select min(granted_at) < ((s.day + 1)::timestamp at time zone ${zone}) from role_grant), false) as kept,
        c.channel
      from spoken s join channel_account c on c.id = s.account)
    , weighed as (
      select j.*, ${mayAnswer} as may, ${hasRead} as has_read from judged j)
    select day::text as day, account::text as "accountId", who, employee_id::text as "employeeId",
      department::text as "departmentId", replies, posts, public_replies as "publicReplies",
      public_posts as "publicPosts", notes,
      case when employee_id is null then 0 else replies end as registered,
      case when kept then replies else 0 end as judged,
      case when kept and not (own and may and has_read) then replies else 0 end as maverick,
      case when kept and may then unapproved else 0 end as empowered
    from weighed`.execute(ctx.database);
  return found.rows;
}

// Whoever is in the matrix of mandates sends where that says so; everybody else by their role. A director reads.
const mayAnswer = sql`(j.employee_id is not null and case
  when exists (select from mandate m where m.employee_id = j.employee_id and m.granted_at < j.ends
    and (m.released_at is null or m.released_at >= j.ends))
  then exists (select from mandate m where m.employee_id = j.employee_id and m."right" in ('send', 'approve')
    and m.granted_at < j.ends and (m.ended_at is null or m.ended_at >= j.ends) and m.from_on <= j.day
    and (m.until_on is null or m.until_on >= j.day) and (m.channel is null or m.channel = j.channel))
  else exists (select from role_grant g where g.employee_id = j.employee_id and g.role <> 'director'
    and g.granted_at < j.ends and (g.revoked_at is null or g.revoked_at >= j.ends)) end)`;

const hasRead = sql`not exists (
  select from rule_document d
  join lateral (select * from rule_version w where w.document_id = d.id and w.holds_from <= j.day
    and w.published_at < j.ends order by w.holds_from desc, w.version desc limit 1) v on true
  where (d.ended_at is null or d.ended_at >= j.ends) and not exists (
    select from rule_acknowledgement k
    where k.version_id = v.id and k.employee_id = j.employee_id and k.acknowledged_at < j.ends))`;
