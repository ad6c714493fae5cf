import { type RawBuilder, sql } from 'kysely';
import { callNameOf } from '../../customers/call-name.ts';
import { personAllows } from '../../customers/using.ts';
import { reachOf, requires } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, type Locale, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { employeeOf } from '../closing.ts';
import { lockConversation } from '../opened.ts';
import type { Heard } from './heard.ts';

/** Something that was changed, for a conversation in which it was asked. */
export interface Change {
  publicId: string;
  words: Heard['words'];
  doneOn: string;
  /** This conversation is named as one it came from. */
  isSource: boolean;
  /** Others who wrote nearly the same, and whom nobody told of it yet. */
  others: number;
}

const newest = 10;
const mostOffered = 25;

/** What was changed lately, and who else would have asked. One statement. */
export async function changesFor(ctx: Context, conversationId: string): Promise<Change[]> {
  return transact(ctx, 'service', async (ctx) => {
    const found = await sql<Change>`
      select h.public_id as "publicId", h.words, h.done_on::text as "doneOn",
        exists (select from heard_source s where s.heard_id = h.id and s.conversation_id = ${conversationId}) as "isSource",
        (select count(*)::int from (${othersOf(ctx, conversationId, sql`h.id`)}) o) as others
      from heard h where h.hidden_at is null order by h.done_on desc, h.id desc limit ${newest}`.execute(
      ctx.database,
    );
    return found.rows;
  });
}

/** "We changed this because of what was said here." */
export async function nameAsSource(ctx: Context, conversation: string, change: string): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const { id, departmentId } = await lockConversation(ctx, conversation);
    requires(ctx.actor, 'conversation.answer', departmentId);
    const kept = await sql`
      insert into heard_source (heard_id, conversation_id) select id, ${id} from heard where public_id = ${change}
      on conflict do nothing returning heard_id`.execute(ctx.database);
    if (kept.rows.length > 0)
      await ctx.emit([
        { verb: 'heard.named', subject: { kind: 'conversation', id }, data: { heard: change } },
      ]);
  });
}

/**
 * Lays an answer ready in the conversations of those who wrote nearly the same, for the colleague who asks: nothing is
 * sent, each is read and sent by hand. Whoever does not allow it, is told already or has a text lying is passed over.
 * How many.
 */
export async function offerToTell(ctx: Context, conversation: string, change: string): Promise<number> {
  return transact(ctx, 'service', async (ctx) => {
    const me = employeeOf(ctx);
    if (me === null) throw new Refusal('forbidden.action', { action: 'conversation.answer' });
    const { id, departmentId } = await lockConversation(ctx, conversation);
    requires(ctx.actor, 'conversation.answer', departmentId);
    const heard = await sql<{ id: string; words: Heard['words'] }>`
      select id, words from heard where public_id = ${change} and hidden_at is null`.execute(ctx.database);
    const [row] = heard.rows;
    if (!row) throw new Refusal('not-found.heard', { id: change });
    const others = await sql<Other>`${othersOf(ctx, id, sql`${row.id}::bigint`)}`.execute(ctx.database);
    let offered = 0;
    for (const other of others.rows)
      offered += await layReady(ctx, other, { heardId: row.id, words: row.words, me });
    return offered;
  });
}

interface Other {
  id: string;
  personId: string | null;
  language: string | null;
  audience: 'public' | 'private';
  version: number;
}

function othersOf(ctx: Context, conversationId: string, heardId: RawBuilder<unknown>): RawBuilder<Other> {
  const reach = reachOf(ctx.actor, 'conversation.answer');
  const within =
    reach === 'everywhere'
      ? sql`true`
      : sql`(q.department_id is null or q.department_id = any(${[...reach]}::bigint[]))`;
  return sql<Other>`
    select distinct on (c.id) c.id, c.person_id as "personId", c.language, a.audience, c.version
    from conversation_item i join alike mine on mine.message_id = i.message_id and mine.group_id is not null
    join alike o on o.group_id = mine.group_id
    join conversation_item t on t.message_id = o.message_id
    join conversation c on c.id = t.conversation_id and c.id <> ${conversationId}
    join queue q on q.id = c.queue_id join channel_account a on a.id = c.channel_account_id
    where i.conversation_id = ${conversationId} and i.kind = 'in' and ${personAllows(sql`c.person_id`, 'service')}
      and ${within} and not exists (select from heard_told w where w.heard_id = ${heardId} and w.conversation_id = c.id)
    order by c.id limit ${mostOffered}`;
}

interface Offer {
  heardId: string;
  words: Heard['words'];
  me: string;
}

async function layReady(ctx: Context, other: Other, { heardId, words, me }: Offer): Promise<number> {
  const locale: Locale = other.language === 'en' && words.en ? 'en' : 'nl';
  const text = textOf(words, locale, await callNameOf(ctx, other.personId));
  if (text === null) return 0;
  const at = asDate(ctx.clock.now());
  const laid = await sql`
    insert into draft (conversation_id, employee_id, mode, text, seen_version, saved_at)
    values (${other.id}, ${me}, ${other.audience}, ${text}, ${other.version}, ${at})
    on conflict do nothing returning conversation_id`.execute(ctx.database);
  if (laid.rows.length === 0) return 0;
  await sql`
    insert into heard_told (heard_id, conversation_id, offered_at, offered_by)
    values (${heardId}, ${other.id}, ${at}, ${me}) on conflict do nothing`.execute(ctx.database);
  return 1;
}

const openings = {
  nl: (name: string | null, said: string, did: string) =>
    `Dag ${name ?? '{{klant}}'},\n\nU schreef ons hierover: ${said}\n\nDit hebben wij ermee gedaan: ${did}`,
  en: (name: string | null, said: string, did: string) =>
    `Hello ${name ?? '{{klant}}'},\n\nYou wrote to us about this: ${said}\n\nThis is what we did with it: ${did}`,
} as const;

function textOf(words: Heard['words'], locale: Locale, name: string | null): string | null {
  const said = words[locale] ?? words.nl ?? words.en;
  return said ? openings[locale](name, said.said, said.did) : null;
}
