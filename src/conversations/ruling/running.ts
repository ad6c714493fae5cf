import { sql } from 'kysely';
import { actorFacts } from '../../pilots/facts.ts';
import { onAmong } from '../../pilots/granting.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { sendingOn } from '../mandated.ts';
import { fits, type Reason } from './condition.ts';
import { ranLately } from './guard-reading.ts';
import { type Held, heldBack } from './guarding.ts';
import { asRun, type Happening } from './happening.ts';
import { type Case, loadCases } from './knowing.ts';
import { perform } from './performing.ts';
import type { Rule } from './rule.ts';

/** The rules that hear of something, of one version. */
export interface Hearing {
  versionId: string;
  rules: readonly Rule[];
}

export type Heard = Omit<Happening, 'on' | 'at'>;

/**
 * Lets rules hold for one conversation that is locked, in their order, each by how it stands after the ones before.
 * The same happening never makes the same rule hold twice. Gives how many held and were not held back.
 */
export async function runRules(
  ctx: Context,
  heard: Heard & { found: Case },
  { versionId, rules }: Hearing,
): Promise<number> {
  let { found } = heard;
  let ran = 0;
  for (const [at, rule] of rules.entries()) {
    const because = fits(rule, found);
    if (!because) continue;
    const held = await whyHeld(ctx, rule, { ...heard, found });
    const id = await keep(ctx, { versionId, rule, heard, because, held });
    if (id !== undefined && held === null) {
      await act(ctx, { id, rule, found });
      ran += 1;
      // Only who comes after it needs to know how it stands now.
      if (at + 1 < rules.length && !rule.stop)
        found = (await loadCases(ctx, [found.id])).get(found.id) ?? found;
    }
    if (rule.stop) break;
  }
  return ran;
}

async function whyHeld(ctx: Context, rule: Rule, { found, depth }: Heard & { found: Case }) {
  const held = heldBack(rule.key, { depth, lately: await ranLately(ctx, found.id) });
  if (held) return held;
  const { right: _, ...facts } = sendingOn(ctx, found);
  const on = await onAmong(ctx, ['inbox.webcare'], { ...actorFacts(ctx.actor), ...facts });
  return on.has('inbox.webcare') ? null : 'off';
}

interface Kept {
  versionId: string;
  rule: Rule;
  heard: Heard;
  because: readonly Reason[];
  held: Held | null;
}

/** Its number; undefined when this happening made it hold before. */
async function keep(
  ctx: Context,
  { versionId, rule, heard, because, held }: Kept,
): Promise<string | undefined> {
  const kept = await sql<{ id: string }>`
    insert into ruling (version_id, rule, conversation_id, trigger, at, depth, because, held)
    values (${versionId}, ${rule.key}, ${heard.conversationId}, ${heard.trigger}, ${asDate(ctx.clock.now())},
      ${heard.depth}, ${JSON.stringify(because)}::jsonb, ${held})
    on conflict (conversation_id, rule, trigger) do nothing returning id`.execute(ctx.database);
  return kept.rows[0]?.id;
}

async function act(ctx: Context, run: { id: string; rule: Rule; found: Case }): Promise<void> {
  const done = await perform(asRun(ctx, run.id), run);
  await sql`update ruling set acts = ${JSON.stringify(done)}::jsonb where id = ${run.id}`.execute(
    ctx.database,
  );
  await ctx.emit([
    {
      verb: 'rule.held',
      subject: { kind: 'conversation', id: run.found.id },
      data: { rule: run.rule.key, ruling: run.id },
    },
  ]);
}
