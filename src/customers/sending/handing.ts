import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, type Locale, transact } from '../../platform/context.ts';
import { sendMail } from '../../platform/mail/mail.ts';
import { words } from '../../platform/words.ts';
import { makeLink } from '../entering/link.ts';
import { getMailing, holdMailing, type Mailing, textFor } from './mailing.ts';

/** So many mails of one mailing lie in the outbox at most: a pause has little to hold back, and others get through. */
const mostUnderWay = 200;
const batch = 50;

/**
 * Puts the next people of a mailing into the outbox. Each gets at most one mail, whatever happens: the recipient's row
 * and the mail are written together, and the mail's key names both. How many rows it dealt with.
 */
export async function handNext(ctx: Context, id: string): Promise<number> {
  const { purpose } = await transact(ctx, null, (ctx) => getMailing(ctx, { id }));
  return transact(ctx, purpose, async (ctx) => {
    await holdMailing(ctx, id, 'together');
    const mailing = await getMailing(ctx, { id });
    if (mailing.state !== 'sending') return 0;
    const room = mostUnderWay - (await underWay(ctx, id));
    if (room <= 0) return 0;
    const people = await sql<{ personId: string; address: string | null; locale: Locale | null }>`
      with next as (
        select person_id from mailing_recipient
        where mailing_id = ${id} and mail_id is null and skipped is null
        order by person_id limit ${Math.min(room, batch)} for update skip locked)
      select n.person_id as "personId", ${provenAddress(sql`n.person_id`)} as address, p.locale
      from next n join person p on p.id = n.person_id order by n.person_id`.execute(ctx.database);
    for (const one of people.rows) {
      if (one.address) await handOne(ctx, mailing, { ...one, address: one.address });
      else await write(ctx, mailing.id, { personId: one.personId, skipped: 'no-address' });
    }
    return people.rows.length;
  });
}

/** The newest proven mail address of a person, under whichever of their names it stands. */
export function provenAddress(person: ReturnType<typeof sql>) {
  return sql<string | null>`(select i.address from identity i
    where i.person_id in (select ${person} union select m.person_id from person_shown m where m.shown_id = ${person})
      and i.address_kind = 'mail' and i.proof in ('verified', 'confirmed') and i.address is not null
    order by i.id desc limit 1)`;
}

async function handOne(
  ctx: Context,
  mailing: Mailing,
  { personId, address, locale }: { personId: string; address: string; locale: Locale | null },
): Promise<void> {
  const content = textFor(mailing.words, locale ?? mailing.locale);
  const { mail } = words(content.locale);
  // Service is no choice, so there is nothing to stop; everything else can be stopped from the mail itself.
  const stop =
    mailing.purpose === 'service'
      ? undefined
      : await makeLink(ctx, { kind: 'stop', personId, stops: mailing.purpose });
  const mine = `${ctx.outside.baseUrl}/mine`;
  const text = stop
    ? `${content.text}\n\n${mail.footer(mail.why[mailing.purpose], stop.url, mine)}`
    : `${content.text}\n\n${mail.serviceFooter(mine)}`;
  const mailId = await sendMail(ctx, {
    to: address,
    kind: 'mailing',
    personId,
    reference: mailing.id,
    key: `mailing:${mailing.id}:${personId}`,
    subject: content.subject,
    text,
    locale: content.locale,
    ...(stop && { unsubscribe: stop.url }),
    quiet: true,
  });
  if (mailId) await write(ctx, mailing.id, { personId, mailId });
}

async function write(
  ctx: Context,
  mailingId: string,
  { personId, mailId, skipped }: { personId: string; mailId?: string; skipped?: string },
): Promise<void> {
  await ctx.database
    .updateTable('mailing_recipient')
    .set({ mail_id: mailId ?? null, skipped: skipped ?? null, at: asDate(ctx.clock.now()) })
    .where('mailing_id', '=', mailingId)
    .where('person_id', '=', personId)
    .execute();
}

async function underWay(ctx: Context, id: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from mail
    where kind = 'mailing' and reference = ${id} and state in ('waiting', 'calling')`.execute(ctx.database);
  return found.rows[0]?.n ?? 0;
}
