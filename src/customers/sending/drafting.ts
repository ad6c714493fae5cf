import { asDate } from '../../platform/clock.ts';
import { type Context, type EmployeeActor, type Locale, transact } from '../../platform/context.ts';
import { sendMail } from '../../platform/mail/mail.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { words } from '../../platform/words.ts';
import { type AudienceChoice, personsIn } from './audience.ts';
import { type MailingPurpose, type MailingWords, takeMailing, textFor } from './mailing.ts';

export interface MailingDraft {
  title: string;
  purpose: MailingPurpose;
  words: MailingWords;
  audience: AudienceChoice;
}

/** Begins a mailing. `locale` and `timeZone` are the organisation's: for people of whom we know neither. */
export async function draftMailing(
  ctx: Context,
  draft: MailingDraft,
  { locale, timeZone }: { locale: Locale; timeZone: string },
): Promise<string> {
  const me = colleague(ctx);
  return transact(ctx, draft.purpose, async (ctx) => {
    await requireWhole(ctx, draft);
    const at = asDate(ctx.clock.now());
    const id = publicId('ma', at.getTime());
    await ctx.database
      .insertInto('mailing')
      .values({
        ...columnsOf(draft),
        public_id: id,
        locale,
        time_zone: timeZone,
        made_at: at,
        made_by: me.employeeId,
        changed_at: at,
        changed_by: me.employeeId,
      })
      .execute();
    return id;
  });
}

/**
 * Changes the words or for whom it is. Whatever was tested and approved was another mail, so both fall away.
 * @throws Refusal `conflict.mailing-state` once it was started
 */
export async function changeMailing(ctx: Context, id: string, draft: MailingDraft): Promise<void> {
  const me = colleague(ctx);
  await transact(ctx, draft.purpose, async (ctx) => {
    await requireWhole(ctx, draft);
    const mailing = await takeMailing(ctx, id);
    requireState(mailing.state, ['draft', 'approved']);
    await ctx.database
      .updateTable('mailing')
      .set({
        ...columnsOf(draft),
        state: 'draft',
        tested_at: null,
        approved_at: null,
        approved_by: null,
        changed_at: asDate(ctx.clock.now()),
        changed_by: me.employeeId,
      })
      .where('id', '=', mailing.id)
      .execute();
  });
}

/** Sends it to the colleague who asks, in each language, as people will get it; the link to stop leads nowhere. */
export async function testMailing(ctx: Context, id: string, to: string): Promise<void> {
  colleague(ctx);
  await transact(ctx, 'service', async (ctx) => {
    const mailing = await takeMailing(ctx, id);
    requireState(mailing.state, ['draft', 'approved']);
    for (const locale of Object.keys(mailing.words) as Locale[]) {
      const { subject, text } = textFor(mailing.words, locale);
      const { mail } = words(locale);
      const mine = `${ctx.outside.baseUrl}/mine`;
      await sendMail(ctx, {
        to,
        kind: 'test',
        personId: null,
        subject: mail.test(subject),
        text: `${text}\n\n${mail.footer(mail.why[mailing.purpose], mine, mine)}`,
        locale,
      });
    }
    await ctx.database
      .updateTable('mailing')
      .set({ tested_at: asDate(ctx.clock.now()) })
      .where('id', '=', mailing.id)
      .execute();
  });
}

/**
 * A second person looked at it. Never whoever wrote it last, and not before it was tried.
 * @throws Refusal `forbidden.own-approval`, `conflict.mailing-untested`, `conflict.mailing-state`
 */
export async function approveMailing(ctx: Context, id: string): Promise<void> {
  const me = colleague(ctx);
  await transact(ctx, null, async (ctx) => {
    const mailing = await takeMailing(ctx, id);
    requireState(mailing.state, ['draft']);
    if (!mailing.testedAt) throw new Refusal('conflict.mailing-untested');
    if (mailing.changedBy === me.employeeId) throw new Refusal('forbidden.own-approval');
    await ctx.database
      .updateTable('mailing')
      .set({ state: 'approved', approved_at: asDate(ctx.clock.now()), approved_by: me.employeeId })
      .where('id', '=', mailing.id)
      .execute();
  });
}

export function colleague(ctx: Context): EmployeeActor {
  if (ctx.actor.kind !== 'employee') throw new Refusal('forbidden.action');
  return ctx.actor;
}

/** @throws Refusal `conflict.mailing-state` */
export function requireState(state: string, allowed: readonly string[]): void {
  if (!allowed.includes(state)) throw new Refusal('conflict.mailing-state', { state });
}

async function requireWhole(ctx: Context, draft: MailingDraft): Promise<void> {
  await personsIn(ctx, draft.audience, draft.purpose);
  if (!draft.words.nl && !draft.words.en) throw new Refusal('invalid.mailing-empty');
}

function columnsOf({ title, purpose, words, audience }: MailingDraft) {
  return { title, purpose, words: JSON.stringify(words), audience: JSON.stringify(audience) };
}
