import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { listCriteria, membersOf } from '../segments/members.ts';
import { getSegment } from '../segments/segment.ts';
import type { MailingPurpose } from './mailing.ts';

/** For whom a mailing is: a kind, and for a segment which one. Kept with the mailing as it was chosen. */
export interface AudienceChoice {
  kind: string;
  /** Public id of a saved segment. */
  id?: string;
}

/** The groups that are there without anybody having saved them. */
export const audienceKinds = ['customers', 'everyone'] as const;

/**
 * The persons that are meant: a query with one column, `person_id`. A segment also leaves out who does not allow what
 * it looks at; address and terms are asked at the moment of sending.
 * @throws Refusal `invalid.audience`, `invalid.audience-purpose`, `not-found.segment`
 */
export async function personsIn(
  ctx: Context,
  { kind, id }: AudienceChoice,
  purpose: MailingPurpose,
): Promise<RawBuilder<{ person_id: string }>> {
  if (kind === 'customers') return sql`select p.id as person_id from person p where p.relation = 'customer'`;
  if (kind === 'everyone') return sql`select p.id as person_id from person p`;
  if (kind !== 'segment' || !id) throw new Refusal('invalid.audience', { kind });
  const segment = await getSegment(ctx, id);
  // What was put together for one purpose may not be used for another (GDPR art. 5(1)(b)).
  if (segment.purpose !== purpose)
    throw new Refusal('invalid.audience-purpose', { purpose: segment.purpose });
  return membersOf(ctx, { rule: segment.rule, purpose, criteria: await listCriteria(ctx) });
}
