import { sql } from 'kysely';
import { personAllows } from '../../customers/using.ts';
import { requiresEverywhere } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Reason } from './condition.ts';
import type { Held } from './guarding.ts';
import type { Done } from './performing.ts';

/** A rule that held for a conversation: which, why, and what it did. */
export interface Ruled {
  id: string;
  at: Date;
  /** As it was called then; null when that version knew it not by name. */
  rule: string | null;
  key: string;
  version: string;
  /** By an event, by the clock, or because a colleague applied it. */
  by: 'event' | 'time' | 'once';
  because: readonly Reason[];
  acts: readonly Done[];
  held: Held | null;
}

const asRuled = sql`r.id, r.at, r.rule as key, r.version_id as version, split_part(r.trigger, ':', 1) as by,
  r.because, r.acts, r.held, (select x ->> 'name' from jsonb_array_elements(v.rules) x
    where x ->> 'key' = r.rule limit 1) as rule`;

/** What rules did here, newest first. For whoever opened the conversation. One statement. */
export async function ruledHere(ctx: Context, conversationId: string): Promise<Ruled[]> {
  const found = await sql<Ruled>`
    select ${asRuled} from ruling r join ruling_version v on v.id = r.version_id
    where r.conversation_id = ${conversationId} order by r.at desc, r.id desc limit 20`.execute(ctx.database);
  return found.rows;
}

export interface RuledOf extends Ruled {
  conversation: string;
}

/** What one rule did lately, newest first, for whoever arranges rules: no names, no words. One statement. */
export async function lastRunsOf(ctx: Context, rule: string): Promise<RuledOf[]> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  return transact(ctx, 'service', async (ctx) => {
    const found = await sql<RuledOf>`
      select ${asRuled}, c.public_id as conversation from ruling r join ruling_version v on v.id = r.version_id
      join conversation c on c.id = r.conversation_id
      where r.rule = ${rule} and ${personAllows(sql`c.person_id`, 'service')}
      order by r.id desc limit 25`.execute(ctx.database);
    return found.rows;
  });
}

/** How often each rule held in the last week, and how often something of it went wrong or it was held back. */
export interface Tally {
  rule: string;
  held: number;
  wrong: number;
  heldBack: number;
}

export async function tallies(ctx: Context): Promise<Map<string, Tally>> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  return transact(ctx, 'service', async (ctx) => {
    const since = asDate(ctx.clock.now().subtract({ hours: 24 * 7 }));
    const found = await sql<Tally>`
      select rule, count(*) filter (where held is null)::integer as held,
        count(*) filter (where acts @> '[{"outcome": "refused"}]' or acts @> '[{"outcome": "failed"}]')::integer as wrong,
        count(*) filter (where held is not null)::integer as "heldBack"
      from ruling where at > ${since} group by rule`.execute(ctx.database);
    return new Map(found.rows.map((row) => [row.rule, row]));
  });
}
