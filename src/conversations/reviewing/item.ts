import { sql } from 'kysely';
import { knownAs } from '../../customers/known-as.ts';
import { enterUse, personAllows } from '../../customers/using.ts';
import { cleaned } from '../../listening/assisting/cleaning.ts';
import { makeRedaction } from '../../listening/assisting/redacting.ts';
import { queuesFor } from '../../organisation/queues.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Marks } from './rubric.ts';

export interface Score {
  nth: number;
  employeeId: string;
  name: string;
  marks: Marks;
}

export interface Item {
  id: string;
  publicId: string;
  place: number;
  round: { publicId: string; week: string; queue: string };
  channel: string;
  authorId: string | null;
  /** What was asked and answered; null where it went, or its person no longer allows it. */
  words: { asked: string | null; answer: string; conversationId: string; personId: string | null } | null;
  scores: Score[];
}

/** The colleague who looks. @throws Refusal `forbidden.action` for programs */
export function reviewer(ctx: Context): string {
  if (ctx.actor.kind !== 'employee') throw new Refusal('forbidden.action', { action: 'conversation.answer' });
  return ctx.actor.employeeId;
}

/**
 * One answer that was drawn, for whoever answers in its queue. Runs in a transaction for `service`.
 * @throws Refusal `not-found.answer`
 */
export async function getItem(
  ctx: Context,
  publicId: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Item> {
  const queues = (await queuesFor(ctx, 'conversation.answer')).map(({ id }) => id);
  const locking = lock ? sql`for update of i` : sql``;
  const found = await sql<
    Omit<Item, 'words' | 'scores'> & { answer: string | null; asked: string | null } & Persons
  >`
    select i.id, i.public_id as "publicId", i.place, i.author_id as "authorId", a.channel,
      jsonb_build_object('publicId', r.public_id, 'week', r.week, 'queue', q.name) as round,
      case when ${personAllows(sql`c.person_id`, 'service')} then m.text end as answer, (
        select o.text from conversation_item t join conversation_item b on b.conversation_id = t.conversation_id
          and b.seq < t.seq and b.kind = 'in'
        join message o on o.id = b.message_id and o.received_at = b.received_at
        where t.message_id = i.message_id order by b.seq desc limit 1) as asked,
      c.public_id as "conversationId", c.person_id as "personId"
    from quality_item i
    join quality_round r on r.id = i.round_id
    join queue q on q.id = r.queue_id
    join message m on m.id = i.message_id and m.received_at = i.received_at
    join conversation c on c.id = i.conversation_id
    join channel_account a on a.id = c.channel_account_id
    where i.public_id = ${publicId} and r.queue_id = any(${queues}::bigint[]) ${locking}`.execute(
    ctx.database,
  );
  const [row] = found.rows;
  if (!row) throw new Refusal('not-found.answer', { id: publicId });
  const { answer, asked, conversationId, personId, ...item } = row;
  const words = answer ? { answer, asked, conversationId, personId } : null;
  return { ...item, words, scores: await scoresOf(ctx, item.id) };
}

interface Persons {
  conversationId: string;
  personId: string | null;
}

async function scoresOf(ctx: Context, itemId: string): Promise<Score[]> {
  const found = await sql<Score>`
    select s.nth, s.employee_id as "employeeId", e.name, jsonb_build_object('substance', s.substance, 'voice', s.voice,
      'correctness', s.correctness, 'language', s.language, 'closure', s.closure) as marks
    from quality_score s join employee e on e.id = s.employee_id where s.item_id = ${itemId} order by s.nth`.execute(
    ctx.database,
  );
  return found.rows;
}

export interface ShownItem extends Omit<Item, 'words' | 'id'> {
  /** Without what leads to a person. */
  words: { asked: string | null; answer: string } | null;
  isOwn: boolean;
  /** The next answer of this round that this colleague can look at. */
  nextId: string | null;
  talk: { name: string; text: string; saidAt: string }[];
}

const longest = 4000;

/**
 * What a colleague sees of an answer: until they looked themselves, nothing of what another made of it. Reading stands
 * in the ledger of whoever it was for.
 */
export async function openItem(ctx: Context, publicId: string): Promise<ShownItem> {
  return transact(ctx, 'service', async (ctx) => {
    const me = reviewer(ctx);
    const { words, id, scores, ...item } = await getItem(ctx, publicId);
    if (words?.personId)
      await enterUse(ctx, words.personId, { activity: 'answer.reviewed', reference: words.conversationId });
    const looked = scores.filter(({ nth }) => nth > 0);
    const sees = looked.length === 2 || looked.some(({ employeeId }) => employeeId === me);
    const shown = sees && looked.length === 2 ? scores : scores.filter(({ employeeId }) => employeeId === me);
    return {
      ...item,
      words: words && (await bare(ctx, words)),
      scores: shown,
      isOwn: item.authorId === me,
      nextId: await nextOf(ctx, id, me),
      talk: looked.length === 2 ? await talkOf(ctx, id) : [],
    };
  });
}

async function bare(ctx: Context, { asked, answer, personId }: NonNullable<Item['words']>) {
  const redaction = makeRedaction(await knownAs(ctx, personId), []);
  const without = (text: string, whose: 'us' | 'customer') =>
    redaction.restore(redaction.redact(cleaned(text, longest), whose), []).text.trim();
  return { asked: asked === null ? null : without(asked, 'customer'), answer: without(answer, 'us') };
}

async function talkOf(ctx: Context, itemId: string): Promise<ShownItem['talk']> {
  const found = await sql<{ name: string; text: string; saidAt: Date }>`
    select e.name, t.text, t.said_at as "saidAt" from quality_talk t join employee e on e.id = t.employee_id
    where t.item_id = ${itemId} order by t.id limit 200`.execute(ctx.database);
  return found.rows.map(({ saidAt, ...line }) => ({ ...line, saidAt: saidAt.toISOString() }));
}

async function nextOf(ctx: Context, itemId: string, me: string): Promise<string | null> {
  const found = await sql<{ id: string }>`
    select o.public_id as id from quality_item i join quality_item o on o.round_id = i.round_id and o.id <> i.id
    where i.id = ${itemId} and o.author_id is distinct from ${me}
      and (select count(*) from quality_score s where s.item_id = o.id and s.nth > 0) < 2
      and not exists (select from quality_score s where s.item_id = o.id and s.employee_id = ${me})
    order by o.place <= i.place, o.place limit 1`.execute(ctx.database);
  return found.rows[0]?.id ?? null;
}
