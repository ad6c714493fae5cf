import { type RawBuilder, sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';

/** The day of a moment where the organisation is. */
export function dayOf(at: Temporal.Instant): RawBuilder<string> {
  return sql`(${asDate(at)}::timestamptz at time zone (select timezone from organisation))::date`;
}

/**
 * Every document of the house rules with the version that holds at a moment, as `d` and `v`: of those that began, the
 * one that began last; of two that begin together, the later made. One that was ended by then is not among them.
 */
export function rulesInForce(ctx: Context, at = ctx.clock.now()): RawBuilder<unknown> {
  return sql`(select * from rule_document where ended_at is null or ended_at > ${asDate(at)}) d
    join lateral (select * from rule_version w where w.document_id = d.id and w.holds_from <= ${dayOf(at)}
      order by w.holds_from desc, w.version desc limit 1) v on true`;
}
