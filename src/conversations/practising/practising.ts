import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, type EmployeeActor, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { longestReply } from '../conversation.ts';
import { findCase, type PracticeCase } from './cases.ts';

/**
 * Practice stands apart from every conversation, message and person, in tables of its own: no channel can be told of
 * it, nothing counts it, and no event speaks of it. What a colleague writes here is theirs alone.
 */
export interface Practice {
  id: string;
  case: PracticeCase;
  locale: 'nl' | 'en';
  lines: PracticeLine[];
  /** The customer has said all there is to say and was answered. */
  done: boolean;
}

export interface PracticeLine {
  kind: 'in' | 'reply' | 'note';
  text: string;
  at: Date;
}

function colleague(ctx: Context): EmployeeActor {
  if (ctx.actor.kind !== 'employee') throw new Refusal('forbidden.action', { action: 'practice' });
  return ctx.actor;
}

/** Begins a case. Gives its public id. @throws Refusal `not-found.practice` */
export async function beginPractice(ctx: Context, key: string): Promise<string> {
  const { employeeId } = colleague(ctx);
  const chosen = findCase(key);
  if (!chosen) throw new Refusal('not-found.practice', { key });
  return transact(ctx, null, async (ctx) => {
    const id = publicId('pc', ctx.clock.now().epochMilliseconds);
    const made = await sql<{ id: string }>`
      insert into practice (public_id, employee_id, template, locale, began_at)
      values (${id}, ${employeeId}, ${key}, ${ctx.locale}, ${asDate(ctx.clock.now())}) returning id`.execute(
      ctx.database,
    );
    await write(
      ctx,
      { id: made.rows[0]?.id ?? '', seq: 0 },
      { kind: 'in', text: chosen.says[0]?.[ctx.locale] ?? '' },
    );
    return id;
  });
}

/** Answers the customer of the case, or makes a note; an answer brings what the customer says to it. */
export async function writePractice(
  ctx: Context,
  id: string,
  { kind, text: given }: { kind: 'reply' | 'note'; text: string },
): Promise<void> {
  const text = given.replaceAll('\0', '').trim();
  if (text === '') throw new Refusal('invalid.text-empty');
  if (text.length > longestReply) throw new Refusal('invalid.text-long', { longest: longestReply });
  await transact(ctx, null, async (ctx) => {
    const row = await lock(ctx, id);
    await write(ctx, row, { kind, text });
    if (kind === 'note') return;
    const next = findCase(row.template)?.says[row.heard];
    if (next) await write(ctx, { id: row.id, seq: row.seq + 1 }, { kind: 'in', text: next[row.locale] });
    else
      await sql`update practice set ended_at = ${asDate(ctx.clock.now())} where id = ${row.id} and ended_at is null`.execute(
        ctx.database,
      );
  });
}

/** Throws a practice away, with all that was written. */
export async function dropPractice(ctx: Context, id: string): Promise<void> {
  await transact(ctx, null, async (ctx) => {
    const row = await lock(ctx, id);
    await sql`delete from practice where id = ${row.id}`.execute(ctx.database);
  });
}

/** One's own, and nobody else's. @throws Refusal `not-found.practice` */
export async function getPractice(ctx: Context, id: string): Promise<Practice> {
  const found = await sql<{
    template: string;
    locale: 'nl' | 'en';
    done: boolean;
    lines: PracticeLine[] | null;
  }>`
    select p.template, p.locale, p.ended_at is not null as done,
      (select json_agg(json_build_object('kind', l.kind, 'text', l.words, 'at', l.written_at) order by l.seq)
        from practice_line l where l.practice_id = p.id) as lines
    from practice p where p.public_id = ${id} and p.employee_id = ${colleague(ctx).employeeId}`.execute(
    ctx.database,
  );
  const [row] = found.rows;
  const chosen = row && findCase(row.template);
  if (!row || !chosen) throw new Refusal('not-found.practice', { id });
  const lines = (row.lines ?? []).map((line) => ({ ...line, at: new Date(line.at) }));
  return { id, case: chosen, locale: row.locale, lines, done: row.done };
}

/** What one practised and did not throw away, newest first. */
export async function listPractices(
  ctx: Context,
): Promise<{ id: string; key: string; at: Date; done: boolean }[]> {
  const found = await sql<{ id: string; key: string; at: Date; done: boolean }>`
    select public_id as id, template as key, began_at as at, ended_at is not null as done
    from practice where employee_id = ${colleague(ctx).employeeId} order by practice.id desc limit 50`.execute(
    ctx.database,
  );
  return found.rows;
}

/** Every night: a practice of a month ago is nobody's business any more. */
export async function forgetPractices(ctx: Context): Promise<void> {
  const before = asDate(ctx.clock.now().subtract({ hours: 30 * 24 }));
  await sql`delete from practice where began_at < ${before}`.execute(ctx.database);
}

interface Locked {
  id: string;
  template: string;
  locale: 'nl' | 'en';
  seq: number;
  /** How often the customer spoke. */
  heard: number;
}

async function lock(ctx: Context, id: string): Promise<Locked> {
  const found = await sql<Locked>`
    select p.id, p.template, p.locale,
      (select coalesce(max(seq), 0) from practice_line where practice_id = p.id) as seq,
      (select count(*)::integer from practice_line where practice_id = p.id and kind = 'in') as heard
    from practice p where p.public_id = ${id} and p.employee_id = ${colleague(ctx).employeeId} for update`.execute(
    ctx.database,
  );
  const [row] = found.rows;
  if (!row) throw new Refusal('not-found.practice', { id });
  return row;
}

async function write(
  ctx: Context,
  { id, seq }: { id: string; seq: number },
  { kind, text }: Pick<PracticeLine, 'kind' | 'text'>,
): Promise<void> {
  await sql`insert into practice_line (practice_id, seq, kind, words, written_at)
    values (${id}, ${seq + 1}, ${kind}, ${text}, ${asDate(ctx.clock.now())})`.execute(ctx.database);
}
