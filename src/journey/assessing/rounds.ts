import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, type Locale, transact } from '../../platform/context.ts';
import { sendMail } from '../../platform/mail/mail.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { closeness, items } from './items.ts';
import type { Answer, Role } from './scoring.ts';

export interface Round {
  readonly id: string;
  readonly publicId: string;
  readonly openedAt: Date;
  readonly closesOn: string;
  readonly closedAt: Date | null;
  readonly invited: number;
  readonly answered: number;
}

/** At most one round in half a year, or people stop answering. */
const apartDays = 150;

export async function listRounds(ctx: Context): Promise<Round[]> {
  const found = await sql<Round>`
    select r.id::text as id, r.public_id as "publicId", r.opened_at as "openedAt", r.closes_on::text as "closesOn",
      r.closed_at as "closedAt",
      (select count(*)::int from assessment_invitation i where i.round_id = r.id) as invited,
      (select count(*)::int from assessment_invitation i where i.round_id = r.id and i.answered_on is not null) as answered
    from assessment_round r order by r.id desc limit 20`.execute(ctx.database);
  return found.rows;
}

/** @throws Refusal `conflict.round-open`, `conflict.round-soon` within half a year of the last, `invalid.date` */
export async function openRound(ctx: Context, closesOn: string): Promise<string> {
  const now = ctx.clock.now();
  if (closesOn <= now.toString().slice(0, 10)) throw new Refusal('invalid.date', { value: closesOn });
  return transact(ctx, null, async (ctx) => {
    await sql`lock table assessment_round in share row exclusive mode`.execute(ctx.database);
    const [last] = await listRounds(ctx);
    if (last && last.closedAt === null) throw new Refusal('conflict.round-open');
    if (last?.closedAt && now.epochMilliseconds - last.closedAt.getTime() < apartDays * 86_400_000)
      throw new Refusal('conflict.round-soon', { days: apartDays });
    const id = publicId('ar', now.epochMilliseconds);
    await sql`insert into assessment_round (public_id, opened_at, opened_by, closes_on)
      values (${id}, ${asDate(now)}, ${employee(ctx)}, ${closesOn})`.execute(ctx.database);
    return id;
  });
}

function employee({ actor }: Context): string | null {
  return actor.kind === 'employee' ? actor.employeeId : null;
}

/** What stands in the mail with the link; the words come from the door. */
export interface InvitationWords {
  readonly subject: string;
  readonly text: (link: string) => string;
}

export interface Invited {
  readonly employeePublicId: string;
  readonly role: Role;
}

/**
 * Sends colleagues a link of their own. Who was asked, and whether they answered, is kept; never what.
 * @throws Refusal `not-found.round`, `conflict.round-closed`, `not-found.employee`
 */
export async function invite(
  ctx: Context,
  roundId: string,
  {
    invited,
    wordsFor,
    linkOf,
  }: {
    invited: readonly Invited[];
    wordsFor: (locale: Locale) => InvitationWords;
    linkOf: (token: string) => string;
  },
): Promise<number> {
  return transact(ctx, 'service', async (ctx) => {
    const round = await openRoundOf(ctx, roundId);
    let sent = 0;
    for (const { employeePublicId, role } of invited) {
      const found = await sql<{ id: string; email: string; locale: 'nl' | 'en' | null }>`
        select id::text as id, email, locale from employee where public_id = ${employeePublicId} and left_at is null`.execute(
        ctx.database,
      );
      const colleague = found.rows[0];
      if (!colleague) throw new Refusal('not-found.employee', { id: employeePublicId });
      const token = randomBytes(24).toString('base64url');
      const made = await sql`
        insert into assessment_invitation (round_id, employee_id, role, token_hash, invited_at)
        values (${round.id}, ${colleague.id}, ${role}, ${hashOf(token)}, ${asDate(ctx.clock.now())})
        on conflict (round_id, employee_id) do nothing returning id`.execute(ctx.database);
      if (made.rows.length === 0) continue;
      sent += 1;
      const locale = colleague.locale ?? ctx.locale;
      const { subject, text } = wordsFor(locale);
      await sendMail(ctx, {
        ...{ to: colleague.email, kind: 'assessment', personId: null, reference: round.publicId, locale },
        ...{ subject, text: text(linkOf(token)) },
      });
    }
    return sent;
  });
}

async function openRoundOf(ctx: Context, publicId: string): Promise<Round> {
  const round = (await listRounds(ctx)).find((one) => one.publicId === publicId);
  if (!round) throw new Refusal('not-found.round', { id: publicId });
  if (round.closedAt !== null) throw new Refusal('conflict.round-closed');
  return round;
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The round a link belongs to. @throws Refusal `not-found.invitation`, `conflict.round-closed`, `conflict.answered` */
export async function invitationOf(
  ctx: Context,
  token: string,
): Promise<{ id: string; roundId: string; role: Role }> {
  const found = await sql<{ id: string; roundId: string; role: Role; closed: boolean; answered: boolean }>`
    select i.id::text as id, i.round_id::text as "roundId", i.role,
      r.closed_at is not null or r.closes_on < ${ctx.clock.now().toString().slice(0, 10)}::date as closed,
      i.answered_on is not null as answered
    from assessment_invitation i join assessment_round r on r.id = i.round_id where i.token_hash = ${hashOf(token)}`.execute(
    ctx.database,
  );
  const invitation = found.rows[0];
  if (!invitation) throw new Refusal('not-found.invitation');
  if (invitation.closed) throw new Refusal('conflict.round-closed');
  if (invitation.answered) throw new Refusal('conflict.answered');
  const { id, roundId, role } = invitation;
  return { id, roundId, role };
}

/** Hands a sheet in: once per link, and without a way back from the sheet to the link. */
export async function handIn(
  ctx: Context,
  token: string,
  answers: Readonly<Record<string, Answer | number>>,
): Promise<void> {
  const known = new Set([...items.map(({ code }) => code), closeness.code]);
  const kept = Object.fromEntries(Object.entries(answers).filter(([code]) => known.has(code)));
  await transact(ctx, null, async (ctx) => {
    const { id, roundId, role } = await invitationOf(ctx, token);
    const taken = await sql`
      update assessment_invitation set answered_on = ${ctx.clock.now().toString().slice(0, 10)}
      where id = ${id} and answered_on is null returning id`.execute(ctx.database);
    if (taken.rows.length === 0) throw new Refusal('conflict.answered');
    await sql`insert into assessment_sheet (id, round_id, role, answers)
      values (${randomUUID()}, ${roundId}, ${role}, ${JSON.stringify(kept)})`.execute(ctx.database);
  });
}

/** Ends a round: from now on its answers count, for 200 days. */
export async function closeRound(ctx: Context, roundId: string): Promise<void> {
  await transact(ctx, null, async (ctx) => {
    const round = await openRoundOf(ctx, roundId);
    await sql`update assessment_round set closed_at = ${asDate(ctx.clock.now())}, closed_by = ${employee(ctx)}
      where id = ${round.id}`.execute(ctx.database);
  });
}

/** Rounds whose last day has passed. */
export async function closeDueRounds(ctx: Context): Promise<void> {
  await sql`update assessment_round set closed_at = ${asDate(ctx.clock.now())}
    where closed_at is null and closes_on < ${ctx.clock.now().toString().slice(0, 10)}::date`.execute(
    ctx.database,
  );
}
