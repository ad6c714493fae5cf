import { sql } from 'kysely';
import { notSpecial, personLets } from '../../customers/using.ts';
import type { Context } from '../../platform/context.ts';
import type { Unlabelled } from '../../understanding/learned/leaning.ts';
import type { Example } from '../../understanding/learned/model.ts';
import { getHead } from '../heads/head.ts';
import { newestCorrections } from './remembering.ts';
import type { TrainingTask } from './training.ts';

/** Of more messages the newest tell which words are rare. */
const mostOfStream = 100_000;

export interface Teaching extends TrainingTask {
  /** The newest correction there was, learned from or not. */
  readonly learnedTo: string;
  readonly currentVersion: number | null;
}

/** What a head may learn from now. */
export async function readTeaching(ctx: Context, headKey: string): Promise<Teaching> {
  const head = await getHead(ctx, headKey);
  const current = await ctx.database
    .selectFrom('model')
    .select(['version', 'file'])
    .where('head', '=', headKey)
    .where('state', '=', 'current')
    .executeTakeFirst();
  const examples = await sql<Example>`
    select m.id, m.person_id as "personId", m.text, c.labels
    from (${newestCorrections(headKey)}) c
    join message m on m.id = c."messageId" and m.received_at = c."receivedAt"
    where ${personLets(sql`m.person_id`, 'model.trained')}
    order by c.id desc`.execute(ctx.database);
  const last = await sql<{ id: string | null }>`
    select max(id) as id from correction where head = ${headKey}`.execute(ctx.database);
  const said = new Set(examples.rows.flatMap(({ labels }) => labels));
  // Nothing is read for a training that will be refused: this is asked every minute.
  const varied = said.size >= (head.kind === 'single' ? 2 : 1);
  return {
    head,
    examples: examples.rows,
    stream: varied ? await readStream(ctx) : [],
    current: current?.file ?? null,
    when: ctx.clock.now().toString({ smallestUnit: 'second' }),
    learnedTo: last.rows[0]?.id ?? '0',
    currentVersion: current?.version ?? null,
  };
}

async function readStream(ctx: Context): Promise<Unlabelled[]> {
  const found = await sql<Unlabelled>`
    select m.id, m.person_id as "personId", m.text from message m
    where m.direction = 'in' and ${personLets(sql`m.person_id`, 'model.trained')} and ${notSpecial(sql`m.id`, 'train')}
    order by m.sent_at desc, m.id desc limit ${mostOfStream}`.execute(ctx.database);
  return found.rows;
}
