import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Texts and definitions of the house that somebody may say something is wrong in. */
export const remarkKinds = ['criterion', 'template', 'rule', 'course', 'lesson'] as const;
export type RemarkKind = (typeof remarkKinds)[number];

export interface Remark {
  readonly publicId: string;
  readonly kind: RemarkKind;
  /** Key or public id of what it is about. */
  readonly about: string;
  readonly said: string;
  readonly madeAt: Date;
  readonly byId: string;
  readonly by: string;
  /** null: nobody looked at it yet. */
  readonly mended: boolean | null;
  readonly answer: string | null;
}

export interface NewRemark {
  readonly kind: RemarkKind;
  readonly about: string;
  readonly said: string;
}

/** Says that something is wrong. Gives its number. @throws Refusal `invalid.note`; only a colleague can */
export async function remark(ctx: Context, { kind, about, said }: NewRemark): Promise<string> {
  if (ctx.actor.kind !== 'employee') throw new Refusal('forbidden.action', { action: 'remark' });
  if (said.trim().length < 3 || about.trim() === '' || about.length > 200) throw new Refusal('invalid.note');
  const { employeeId } = ctx.actor;
  return transact(ctx, ctx.purpose, async (ctx) => {
    const now = ctx.clock.now();
    const id = publicId('rk', now.epochMilliseconds);
    await sql`insert into remark (public_id, kind, about, said, made_at, made_by)
      values (${id}, ${kind}, ${about.trim()}, ${said.trim().slice(0, 2000)}, ${asDate(now)}, ${employeeId})`.execute(
      ctx.database,
    );
    await ctx.emit([{ verb: 'remark.made', subject: { kind: 'remark', id: null }, data: { id } }]);
    return id;
  });
}

/** Says what was done about it. @throws Refusal `not-found.remark`, `conflict.decided`, `invalid.note` */
export async function answerRemark(
  ctx: Context,
  id: string,
  { mended, answer }: { mended: boolean; answer: string },
): Promise<Remark> {
  if (answer.trim().length < 3) throw new Refusal('invalid.note');
  return transact(ctx, ctx.purpose, async (ctx) => {
    const found = await listRemarks(ctx);
    const one = found.find(({ publicId }) => publicId === id);
    if (!one) throw new Refusal('not-found.remark', { id });
    const now = asDate(ctx.clock.now());
    const by = ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null;
    const done =
      await sql`update remark set mended = ${mended}, answer = ${answer.trim()}, decided_at = ${now},
      decided_by = ${by} where public_id = ${id} and decided_at is null returning id`.execute(ctx.database);
    if (done.rows.length === 0) throw new Refusal('conflict.decided', { id });
    await ctx.emit([{ verb: 'remark.answered', subject: { kind: 'remark', id: null }, data: { id } }]);
    return { ...one, mended, answer: answer.trim() };
  });
}

/** What is still to be looked at first, the newest on top; at most 200. One statement. */
export async function listRemarks(ctx: Context): Promise<Remark[]> {
  const found = await sql<Remark>`
    select r.public_id as "publicId", r.kind, r.about, r.said, r.made_at as "madeAt", r.made_by::text as "byId",
      e.name as by, r.mended, r.answer
    from remark r join employee e on e.id = r.made_by
    order by (r.decided_at is not null), r.id desc limit 200`.execute(ctx.database);
  return found.rows;
}
