import { sql } from 'kysely';
import type { Context, Locale } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { AudienceChoice } from './audience.ts';

/** For what a mailing may be. Each has its activity in the record of processing. */
export const mailingPurposes = ['offers', 'invite', 'service'] as const;
export type MailingPurpose = (typeof mailingPurposes)[number];

export const mailingStates = ['draft', 'approved', 'sending', 'paused', 'stopped', 'done'] as const;
export type MailingState = (typeof mailingStates)[number];

/** Subject and text in one language. */
export interface MailingText {
  subject: string;
  text: string;
}

/** Both languages, or one: then everybody gets that one. */
export type MailingWords = Partial<Record<Locale, MailingText>>;

export interface Mailing {
  id: string;
  publicId: string;
  title: string;
  purpose: MailingPurpose;
  words: MailingWords;
  audience: AudienceChoice;
  locale: Locale;
  timeZone: string;
  state: MailingState;
  madeAt: Date;
  madeBy: string;
  changedBy: string;
  testedAt: Date | null;
  approvedBy: string | null;
  startedAt: Date | null;
  endedAt: Date | null;
  leftOut: number | null;
}

/** What is sent to somebody who reads `locale`. */
export function textFor(words: MailingWords, locale: Locale): { locale: Locale } & MailingText {
  const other: Locale = locale === 'nl' ? 'en' : 'nl';
  const chosen = words[locale] ? locale : other;
  const text = words[chosen];
  if (!text) throw new Refusal('invalid.mailing-empty');
  return { locale: chosen, ...text };
}

/**
 * Whoever sends holds the mailing together with others, whoever turns it holds it alone and waits for the calls under
 * way. Those who come after a waiting one wait too, so a pause is never overtaken for ever.
 */
export async function holdMailing(ctx: Context, id: string, how: 'together' | 'alone'): Promise<void> {
  const [room, key] = [7003, sql`(${id}::bigint % 2147483647)::int`];
  if (how === 'alone') await sql`select pg_advisory_xact_lock(${room}, ${key})`.execute(ctx.database);
  else await sql`select pg_advisory_xact_lock_shared(${room}, ${key})`.execute(ctx.database);
}

/** To change it: nobody else does at the same time, and nobody is sending. */
export async function takeMailing(ctx: Context, publicId: string): Promise<Mailing> {
  const { id } = await getMailing(ctx, { publicId });
  await holdMailing(ctx, id, 'alone');
  return getMailing(ctx, { id });
}

export async function getMailing(ctx: Context, key: { publicId: string } | { id: string }): Promise<Mailing> {
  const all = ctx.database.selectFrom('mailing').selectAll();
  const query = 'id' in key ? all.where('id', '=', key.id) : all.where('public_id', '=', key.publicId);
  const row = await query.executeTakeFirst();
  if (!row) throw new Refusal('not-found.mailing');
  return {
    id: row.id,
    publicId: row.public_id,
    title: row.title,
    purpose: row.purpose as MailingPurpose,
    words: row.words as unknown as MailingWords,
    audience: row.audience as unknown as AudienceChoice,
    locale: row.locale as Locale,
    timeZone: row.time_zone,
    state: row.state as MailingState,
    madeAt: row.made_at,
    madeBy: row.made_by,
    changedBy: row.changed_by,
    testedAt: row.tested_at,
    approvedBy: row.approved_by,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    leftOut: row.left_out,
  };
}
