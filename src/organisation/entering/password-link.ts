import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context, Locale } from '../../platform/context.ts';
import { sendMail } from '../../platform/mail/mail.ts';
import { newToken, tokenHash } from '../../platform/mail/token.ts';
import { words } from '../../platform/words.ts';
import { doneBy } from '../done-by.ts';
import { passwordMinutes } from './password-minutes.ts';

/** Who wanted it: the colleague on the page, an administrator, or whoever may work on the server. */
export type AskedBy = 'self' | 'administrator' | 'server';

/** Makes a link that works once; the former of this colleague stop working. `url` holds a mark for the token. */
export async function makePasswordLink(
  ctx: Context,
  { employeeId, askedBy }: { employeeId: string; askedBy: AskedBy },
): Promise<{ url: string; expiresAt: Temporal.Instant }> {
  const now = ctx.clock.now();
  const expiresAt = now.add({ minutes: passwordMinutes });
  const { mark, hash } = newToken(ctx.outside);
  await endPasswordLinks(ctx, employeeId);
  await sql`insert into password_link (token_hash, employee_id, asked_by, made_at, made_by, expires_at)
    values (${hash}, ${employeeId}, ${askedBy}, ${asDate(now)}, ${doneBy(ctx)}, ${asDate(expiresAt)})`.execute(
    ctx.database,
  );
  await ctx.emit([
    { verb: 'employee.password-link-made', subject: { kind: 'employee', id: employeeId }, data: { askedBy } },
  ]);
  return { url: `${ctx.outside.baseUrl}/password?token=${mark}`, expiresAt };
}

export async function endPasswordLinks(ctx: Context, employeeId: string): Promise<void> {
  await sql`update password_link set ended_at = ${asDate(ctx.clock.now())}
    where employee_id = ${employeeId} and used_at is null and ended_at is null`.execute(ctx.database);
}

interface Addressee {
  name: string;
  email: string;
  locale: Locale;
}

export async function mailPasswordLink(
  ctx: Context,
  { name, email, locale }: Addressee,
  { url, expiresAt }: { url: string; expiresAt: Temporal.Instant },
): Promise<void> {
  const { link } = words(locale).password.mail;
  await sendMail(ctx, {
    to: email,
    kind: 'password',
    personId: null,
    subject: link.subject,
    text: link.text(name, url, passwordMinutes),
    locale,
    expiresAt,
  });
}

/** Tells the owner that it was done: whoever did not do it themselves must know. */
export async function mailPasswordChanged(ctx: Context, { name, email, locale }: Addressee): Promise<void> {
  if (!ctx.outside.smtp) return;
  const { changed } = words(locale).password.mail;
  await sendMail(ctx, {
    to: email,
    kind: 'password-changed',
    personId: null,
    subject: changed.subject,
    text: changed.text(name),
    locale,
  });
}

/** That the link `l` with this token still works. */
export const works = (token: string, now: Date) => sql`
  l.token_hash = ${tokenHash(token)} and l.used_at is null and l.ended_at is null and l.expires_at > ${now}`;
