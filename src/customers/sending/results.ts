import { sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';
import type { MailingPurpose, MailingState } from './mailing.ts';

/** How many people, and why: `waiting` and `sent`, or the reason for which nothing was sent. */
export interface ResultCount {
  outcome: 'to-hand' | 'waiting' | 'calling' | 'sent' | 'failed' | 'unknown' | 'cancelled' | 'skipped';
  reason: string | null;
  people: number;
}

/** What became of everybody of a mailing. Nobody is missing: the numbers add up to the list. One statement. */
export async function resultsOf(ctx: Context, id: string): Promise<ResultCount[]> {
  return transact(ctx, 'service', async (ctx) => {
    const found = await sql<ResultCount>`
      select coalesce(m.state, case when r.skipped is null then 'to-hand' else 'skipped' end) as outcome,
        case when m.state in ('waiting', 'cancelled', 'failed') then m.reason else r.skipped end as reason,
        count(*)::int as people
      from mailing_recipient r left join mail m on m.id = r.mail_id
      where r.mailing_id = ${id} group by 1, 2 order by 3 desc, 1, 2`.execute(ctx.database);
    return found.rows;
  });
}

export interface MailingRow {
  publicId: string;
  title: string;
  purpose: MailingPurpose;
  state: MailingState;
  changedAt: Date;
  madeBy: string;
  people: number;
  sent: number;
}

const pageSize = 50;

/** The newest mailings. Two statements with the transaction's own. */
export async function listMailings(ctx: Context): Promise<MailingRow[]> {
  return transact(ctx, 'service', async (ctx) => {
    const found = await sql<MailingRow>`
      select g.public_id as "publicId", g.title, g.purpose, g.state, g.changed_at as "changedAt", e.name as "madeBy",
        (select count(*)::int from mailing_recipient r where r.mailing_id = g.id) as people,
        (select count(*)::int from mail m where m.kind = 'mailing' and m.reference = g.id::text
          and m.state = 'sent') as sent
      from mailing g join employee e on e.id = g.made_by
      order by g.id desc limit ${pageSize}`.execute(ctx.database);
    return found.rows;
  });
}
