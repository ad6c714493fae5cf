import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, type Locale, type Role, transact } from '../../platform/context.ts';
import { sendMail } from '../../platform/mail/mail.ts';
import { fillTokens, newToken, tokenHash } from '../../platform/mail/token.ts';
import { Refusal } from '../../platform/refusal.ts';
import { createLogin } from '../../platform/session.ts';
import { words } from '../../platform/words.ts';
import { requiresEverywhere } from '../authority.ts';
import { getDepartment } from '../departments.ts';
import { doneBy } from '../done-by.ts';
import { hire } from '../employees.ts';
import { lockColleague } from './colleague.ts';

const days = 7;

export interface Newcomer {
  name: string;
  email: string;
  /** Key of a department. */
  department: string | null;
  role: Role;
  /** The role holds in their own department only; without one, everywhere. */
  within: boolean;
  locale: Locale;
}

/** Who was added, and the link to give them when no mail could take it along. */
export interface Invited {
  publicId: string;
  link: string | null;
}

/** Adds a colleague and invites them. @throws Refusal `conflict.employee-email`, `not-found.department` */
export async function invite(ctx: Context, newcomer: Newcomer): Promise<Invited> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  const { name, email, department, role, within, locale } = newcomer;
  return transact(ctx, 'security', async (ctx) => {
    const departmentId = department === null ? null : (await getDepartment(ctx, department)).id;
    const grant = { role, departmentId: within ? departmentId : null };
    const { id, publicId } = await hire(ctx, {
      name: name.trim(),
      email,
      departmentId,
      userId: null,
      roles: [grant],
      locale,
    });
    await ctx.emit([{ verb: 'employee.added', subject: { kind: 'employee', id } }]);
    return { publicId, link: await makeInvitation(ctx, id) };
  });
}

/** A new link; the former stops working. @throws Refusal `conflict.signs-in-already` */
export async function inviteAgain(ctx: Context, publicId: string): Promise<Invited> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  return transact(ctx, 'security', async (ctx) => {
    const id = await lockColleague(ctx, publicId);
    return { publicId, link: await makeInvitation(ctx, id) };
  });
}

/** Mails the link, or gives it when there is no mail server. The database keeps only its hash. */
async function makeInvitation(ctx: Context, employeeId: string): Promise<string | null> {
  const now = ctx.clock.now();
  const expiresAt = now.add({ hours: days * 24 });
  const found = await sql<{ name: string; email: string; locale: Locale | null; signsIn: boolean }>`
    select name, email, locale, user_id is not null as "signsIn" from employee where id = ${employeeId}`.execute(
    ctx.database,
  );
  const [invited] = found.rows;
  if (!invited || invited.signsIn) throw new Refusal('conflict.signs-in-already');
  const { mark, hash } = newToken(ctx.outside);
  await sql`update invitation set ended_at = ${asDate(now)}
    where employee_id = ${employeeId} and used_at is null and ended_at is null`.execute(ctx.database);
  await sql`insert into invitation (token_hash, employee_id, made_at, made_by, expires_at)
    values (${hash}, ${employeeId}, ${asDate(now)}, ${doneBy(ctx)}, ${asDate(expiresAt)})`.execute(
    ctx.database,
  );
  const link = `${ctx.outside.baseUrl}/invitation?token=${mark}`;
  if (!ctx.outside.smtp) return fillTokens(ctx.outside, link);
  const locale = invited.locale ?? ctx.locale;
  const { mail } = words(locale).organisation.invitation;
  await sendMail(ctx, {
    to: invited.email,
    kind: 'invitation',
    personId: null,
    subject: mail.subject,
    text: mail.text(invited.name, link, days),
    locale,
    expiresAt,
  });
  return null;
}

const open = (token: string, now: Date) => sql`
  i.token_hash = ${tokenHash(token)} and i.used_at is null and i.ended_at is null and i.expires_at > ${now}`;

/** Who is invited by this link, while it works. */
export async function findInvited(
  ctx: Context,
  token: string,
): Promise<{ name: string; email: string } | undefined> {
  const found = await sql<{ name: string; email: string }>`
    select e.name, e.email from invitation i join employee e on e.id = i.employee_id and e.left_at is null
    where ${open(token, asDate(ctx.clock.now()))}`.execute(ctx.database);
  return found.rows[0];
}

/** Chooses a password; the link works once. Gives the address to sign in with. @throws Refusal `forbidden.invitation` */
export async function acceptInvitation(ctx: Context, token: string, password: string): Promise<string> {
  return transact(ctx, null, async (ctx) => {
    const now = asDate(ctx.clock.now());
    const used = await sql<{ id: string; name: string; email: string }>`
      update invitation i set used_at = ${now} from employee e
      where e.id = i.employee_id and e.left_at is null and e.user_id is null and ${open(token, now)}
      returning e.id, e.name, e.email`.execute(ctx.database);
    const [invited] = used.rows;
    if (!invited) throw new Refusal('forbidden.invitation');
    const userId = await createLogin(ctx, { ...invited, password });
    await sql`update employee set user_id = ${userId} where id = ${invited.id} and user_id is null`.execute(
      ctx.database,
    );
    await ctx.emit([{ verb: 'employee.arrived', subject: { kind: 'employee', id: invited.id } }]);
    return invited.email;
  });
}
