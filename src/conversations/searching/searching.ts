import { sql } from 'kysely';
import { personsCalled } from '../../customers/called.ts';
import { entersListUse, personAllows } from '../../customers/using.ts';
import { type Reading, readingFor } from '../../organisation/mandates/reading.ts';
import { type Context, transact } from '../../platform/context.ts';
import { ofConversation } from '../listing/columns.ts';
import { cursorOf, readCursor } from '../listing/cursor.ts';
import { labelsUnder } from '../listing/filter.ts';
import { me } from '../listing/me.ts';
import type { StandingState } from '../listing/row.ts';
import { marks, type Piece, piecesOf, type Question, wantedOf } from './question.ts';

/** A conversation that was found, with the newest message that fits. */
export interface Hit {
  publicId: string;
  /** Public id of the message, and its place in the conversation. */
  message: string;
  seq: number;
  /** The last place there is in it. */
  lastSeq: number;
  kind: 'in' | 'reply' | 'post' | 'note';
  /** Who said it; null: the customer, whose name is not known. */
  author: string | null;
  at: Date;
  excerpt: Piece[];
  state: StandingState;
  personName: string | null;
  channel: string;
  audience: 'public' | 'private';
  queue: string;
  assigneeName: string | null;
  /** The words do not stand there: somebody is called so. */
  byName: boolean;
}

export interface Found {
  hits: Hit[];
  /** Pass as `after` for older ones; absent when there are none. */
  next?: string;
}

const pageSize = 25;
/** How often further ones are fetched when what was found may not be shown. */
const rounds = 4;

/**
 * Conversations in which something was said, or with somebody who is called so: newest first, and only what the actor
 * may read and the person allows. Two statements, five where much of what fits may not be seen.
 */
export async function searchConversations(
  ctx: Context,
  { question, after, limit = pageSize }: { question: Question; after?: string | undefined; limit?: number },
): Promise<Found> {
  const position = after ? readCursor(after) : null;
  if (question.text.trim() === '') return { hits: [] };
  return transact(ctx, 'service', async (ctx) => {
    const asked = await prepare(ctx, question);
    const hits: Hit[] = [];
    let from: Place | null = position;
    for (let round = 0; round < rounds; round += 1) {
      const wanted = limit + 1 - hits.length;
      const rows = await lookUp(ctx, asked, { from, most: wanted });
      for (const row of rows) {
        if (hits.length === limit) return { hits, next: cursorOf(from ?? row, false) };
        from = row;
        if (row.publicId !== null) hits.push(hitOf(row as Row));
      }
      if (rows.length < wanted) return { hits };
    }
    return { hits, ...(from ? { next: cursorOf(from, false) } : {}) };
  });
}

interface Place {
  at: string;
  id: string;
}

interface Prepared {
  reading: Reading;
  /** As PostgreSQL writes a tsquery. */
  words: string;
  persons: string[];
  narrowed: string;
}

/** Whose queues, which words in all languages, who is called so, and what is narrowed to: one statement. */
async function prepare(ctx: Context, question: Question): Promise<Prepared> {
  const { words, without } = wantedOf(question.text);
  const reading = await readingFor(ctx, 'inbox.read', {
    writing: entersListUse(ctx, 'inbox.searched'),
    beside: sql`jsonb_build_object('words', words_wanted(${words}, ${without})::text,
      'persons', (select coalesce(jsonb_agg(id::text), '[]') from unnest(${personsCalled(words)}) as t (id)),
      'queue', (select id::text from queue where key = ${question.queue}),
      'narrowed', ${narrowedTo(ctx, question)})`,
  });
  const beside = reading.beside as Omit<Prepared, 'reading' | 'narrowed'> & {
    queue: string | null;
    narrowed: unknown;
  };
  const queues =
    question.queue === null ? reading.queues : reading.queues.filter((id) => id === beside.queue);
  return {
    reading: { ...reading, queues },
    words: beside.words,
    persons: beside.persons,
    narrowed: JSON.stringify(beside.narrowed),
  };
}

/** What is not asked is left out; who is asked for and does not exist is number 0. */
function narrowedTo(ctx: Context, { channel, state, from, until, label, colleague }: Question) {
  const zone = sql`(select timezone from organisation)`;
  const employee =
    colleague === 'me'
      ? sql`${me(ctx)}::bigint`
      : sql`coalesce((select id from employee where public_id = ${colleague}), 0)`;
  return sql`jsonb_strip_nulls(jsonb_build_object('channel', ${channel}::text, 'state', ${state}::text,
    'from', (${from}::date)::timestamp at time zone ${zone},
    'until', (${until}::date + 1)::timestamp at time zone ${zone},
    'employee', ${colleague === null ? sql`null::bigint` : employee},
    'labels', ${label === null ? sql`null::jsonb` : sql`to_jsonb(${labelsUnder(label)})`}))`;
}

type Row = Place & Omit<Hit, 'excerpt'> & { excerpt: string };

/** Those that fit, in order; `publicId` is null where the actor may not see it or the person does not allow it. */
async function lookUp(
  ctx: Context,
  { reading, words, persons, narrowed }: Prepared,
  { from, most }: { from: Place | null; most: number },
): Promise<(Row | (Place & { publicId: null }))[]> {
  const options = `StartSel=${marks.begin}, StopSel=${marks.end}, MaxFragments=2, MinWords=8, MaxWords=22, FragmentDelimiter=" … "`;
  const found = await sql<Row | (Place & { publicId: null })>`
    select f.message_id as id, f.sent_at::text as at, d.*
    from messages_found(${words}::tsquery, ${persons}::bigint[], ${reading.queues}::bigint[], ${narrowed}::jsonb,
      ${from?.at ?? null}::timestamptz, ${from?.id ?? null}::bigint, ${most}) f
    left join lateral (
      select c.public_id as "publicId", m.public_id as message, i.seq, c.seq as "lastSeq", i.kind, coalesce(e.name, m.author) as author,
        case when o.snoozed_until is null then c.state else 'snoozed' end as state,
        coalesce(y.name, y.handle) as "personName", a.channel, a.audience, q.name as queue, w.name as "assigneeName",
        not (m.words @@ ${words}::tsquery) as "byName",
        ts_headline(('words_' || case when m.language in ('nl', 'en', 'es', 'de', 'fr') then m.language else 'nl' end)::regconfig,
          translate(left(m.text, 20000), ${marks.begin + marks.end}, ''), ${words}::tsquery, ${options}) as excerpt
      from message m
      join conversation_item i on i.message_id = m.id and i.conversation_id = f.conversation_id
      join conversation c on c.id = i.conversation_id
      join channel_account a on a.id = c.channel_account_id
      join queue q on q.id = c.queue_id
      left join conversation_open o on o.conversation_id = c.id
      left join identity y on y.id = c.identity_id
      left join employee e on e.id = m.employee_id
      left join assignment s on s.conversation_id = c.id and s.ended_at is null
      left join employee w on w.id = s.employee_id
      where m.id = f.message_id and m.received_at = f.received_at
        and ${personAllows(sql`c.person_id`, 'service')} and ${personAllows(sql`m.person_id`, 'service')}
        and ${reading.mayRead(ofConversation)}) d on true
    order by f.sent_at desc, f.message_id desc`.execute(ctx.database);
  return found.rows;
}

function hitOf({ id: _, excerpt, at, ...row }: Row): Hit {
  return { ...row, at: new Date(at), excerpt: piecesOf(excerpt) };
}
