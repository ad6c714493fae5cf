import pg from 'pg';
import { openDataFolder } from '../src/platform/data-folder.ts';
import { joinDatabase } from '../src/platform/postgres/joining.ts';
import { median } from './figure.ts';
import type { Place } from './place.ts';

/**
 * The shape that FreeScout has published, in tables of its own beside ours: a conversation lies in a folder of a mailbox,
 * folders keep counters, the list is one page by offset with the total beside it, and customers and colleagues are read
 * after it; columns and indexes as far as they are known to us. Its shape, not its program: that is PHP and MariaDB, and
 * slower by what a page costs there.
 */
const tables = `
  create schema shape;
  create table shape.folders (id bigint primary key, mailbox_id bigint not null, total_count int not null default 0,
    active_count int not null default 0);
  create table shape.users (id bigint primary key, first_name text not null);
  create table shape.customers (id bigint primary key, first_name text not null);
  create table shape.conversations (id bigint primary key, number bigint not null, folder_id bigint not null,
    mailbox_id bigint not null, status smallint not null, state smallint not null, subject text not null,
    customer_id bigint not null, user_id bigint, preview text not null, threads_count int not null,
    last_reply_at timestamptz not null);
  create table shape.threads (id bigint primary key, conversation_id bigint not null, body text not null,
    created_at timestamptz not null)`;

/** Folder 1 to 40: open of each mailbox; 101 to 140: closed. */
const rows = `
  insert into shape.users select id, name from employee;
  insert into shape.customers select n, 'Klant ' || n from generate_series(1, 3000) n;
  insert into shape.conversations
    select c.id, c.id, c.queue_id + case when o.conversation_id is null then 100 else 0 end, c.queue_id,
      case when o.conversation_id is null then 3 else 1 end, 2, 'Bericht ' || c.id, 1 + c.id % 3000, o.assignee_id, c.preview, 1,
      c.last_message_at
    from conversation c left join conversation_open o on o.conversation_id = c.id;
  insert into shape.threads select id, id, preview, last_reply_at from shape.conversations;
  insert into shape.folders select folder_id, min(mailbox_id), count(*), count(*) filter (where status = 1)
    from shape.conversations group by 1`;

const indexes = `
  create index on shape.conversations (folder_id, state);
  create index on shape.conversations (mailbox_id, customer_id);
  create index on shape.conversations (user_id, mailbox_id, state, status);
  create index on shape.threads (conversation_id, created_at)`;

export interface Shape {
  /** The open or the closed folders of eight mailboxes, 25 rows from `offset`, as five statements. */
  milliseconds(folder: 'open' | 'closed', offset: number): Promise<number>;
  perSecond(): Promise<number>;
  /** What a change of one conversation costs before its folder shows the right number. */
  recounting(): Promise<number>;
  close(): Promise<void>;
}

/** Copies the conversations of a place into the other shape. Needs a filled place. */
export async function openFolderShape(place: Place): Promise<Shape> {
  const joined = await joinDatabase(openDataFolder(place.folder).path);
  const pool = new pg.Pool({ connectionString: joined.cluster.ownerUrl, max: 8 });
  for (const statements of [tables, rows, indexes]) await pool.query(statements);
  await pool.query('vacuum (analyze) shape.conversations');
  await pool.query('analyze');
  return {
    milliseconds: (folder, offset) => middleOf(() => listOf(pool, { folder, offset })),
    perSecond: async () => {
      let left = 200;
      const started = performance.now();
      await Promise.all(
        Array.from({ length: 8 }, async () => {
          while (left-- > 0) await listOf(pool, { folder: 'open', offset: 0 });
        }),
      );
      return 200 / ((performance.now() - started) / 1000);
    },
    recounting: () => middleOf(() => pool.query(recount, [101])),
    close: async () => {
      await pool.query('drop schema shape cascade');
      await pool.end();
      await joined.leave();
    },
  };
}

const eight = Array.from({ length: 8 }, (_, at) => at + 1);
const recount = `update shape.folders f set total_count = (select count(*) from shape.conversations c
  where c.folder_id = f.id and c.state = 2), active_count = (select count(*) from shape.conversations c
  where c.folder_id = f.id and c.state = 2 and c.status = 1) where f.id = $1`;

async function listOf(
  pool: pg.Pool,
  { folder, offset }: { folder: 'open' | 'closed'; offset: number },
): Promise<void> {
  const folders = eight.map((id) => (folder === 'open' ? id : id + 100));
  const client = await pool.connect();
  try {
    await client.query('select * from shape.folders where mailbox_id = any($1)', [eight]);
    const within = 'from shape.conversations where folder_id = any($1) and state = 2';
    await client.query(`select count(*) ${within}`, [folders]);
    const { rows } = await client.query<{ customer_id: string; user_id: string | null }>(
      `select * ${within} order by last_reply_at desc limit 25 offset $2`,
      [folders, offset],
    );
    await client.query('select * from shape.customers where id = any($1)', [
      rows.map((row) => row.customer_id),
    ]);
    await client.query('select * from shape.users where id = any($1)', [
      rows.flatMap((row) => row.user_id ?? []),
    ]);
  } finally {
    client.release();
  }
}

async function middleOf(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    const started = performance.now();
    await act();
    times.push(performance.now() - started);
  }
  return median(times);
}
