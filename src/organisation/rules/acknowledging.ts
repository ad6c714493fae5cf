import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, type Locale, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { doneBy } from '../done-by.ts';
import { rulesInForce } from './in-force.ts';
import type { RuleWords } from './publishing.ts';

export interface OwnRule {
  publicId: string;
  version: number;
  words: RuleWords;
  holdsFrom: string;
  /** When this colleague said to have read this version; null: not yet. */
  acknowledgedAt: string | null;
}

/** The house rules that hold now, as the colleague who asks stands to them; those not yet read come first. */
export async function ownRules(ctx: Context, id: string | null = null): Promise<OwnRule[]> {
  const found = await sql<OwnRule>`
    select d.public_id as "publicId", v.version, v.words, v.holds_from::text as "holdsFrom",
      to_json(a.acknowledged_at) #>> '{}' as "acknowledgedAt"
    from ${rulesInForce(ctx)}
    left join rule_acknowledgement a on a.version_id = v.id and a.employee_id = ${doneBy(ctx)}::bigint
    where ${id}::text is null or d.public_id = ${id}
    order by a.acknowledged_at nulls first, d.id`.execute(ctx.database);
  return found.rows;
}

/**
 * "Read and agreed", by the colleague who acts, of the version that they saw.
 * @throws Refusal `conflict.rule-changed` when another version holds by now
 */
export async function acknowledge(
  ctx: Context,
  { id, version, locale }: { id: string; version: number; locale: Locale },
): Promise<void> {
  const employeeId = doneBy(ctx);
  if (employeeId === null) throw new Refusal('forbidden.action', { action: 'rule.acknowledge' });
  await transact(ctx, null, async (ctx) => {
    const found = await sql<{ id: string; version: number }>`
      select v.id, v.version from ${rulesInForce(ctx)} where d.public_id = ${id}`.execute(ctx.database);
    const [held] = found.rows;
    if (!held) throw new Refusal('not-found.rule', { id });
    if (held.version !== version)
      throw new Refusal('conflict.rule-changed', { version, holds: held.version });
    const made = await sql`
      insert into rule_acknowledgement (version_id, employee_id, acknowledged_at, locale)
      values (${held.id}, ${employeeId}, ${asDate(ctx.clock.now())}, ${locale})
      on conflict do nothing returning version_id`.execute(ctx.database);
    if (made.rows.length === 0) return;
    await ctx.emit([
      {
        verb: 'rule.acknowledged',
        subject: { kind: 'employee', id: employeeId },
        data: { versionId: held.id },
      },
    ]);
  });
}
