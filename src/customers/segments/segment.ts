import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isPurpose, type Purpose } from '../../privacy/purpose.ts';
import type { Rule } from './rule.ts';

/** What a segment can be for. Others have no group: they are about one person, or about nobody in particular. */
export const segmentPurposes = [
  'service',
  'offers',
  'invite',
  'measure',
] as const satisfies readonly Purpose[];

export interface Segment {
  readonly id: string;
  readonly publicId: string;
  readonly name: string;
  readonly purpose: Purpose;
  readonly rule: Rule;
  readonly ruleId: string;
  readonly changedAt: Date;
  readonly changedBy: string | null;
}

/** Segments that stand, by name, each with its newest rule. */
export async function listSegments(ctx: Context): Promise<Segment[]> {
  const rows = await segmentRows(ctx).where('s.retired_at', 'is', null).orderBy('s.name').execute();
  return rows.map(toSegment);
}

/** @throws Refusal `not-found.segment` */
export async function getSegment(ctx: Context, publicId: string): Promise<Segment> {
  const row = await segmentRows(ctx)
    .where('s.public_id', '=', publicId)
    .where('s.retired_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found.segment', { id: publicId });
  return toSegment(row);
}

function segmentRows(ctx: Context) {
  return ctx.database
    .selectFrom('segment as s')
    .innerJoin('segment_rule as r', (join) =>
      join.on('r.id', '=', (newest) =>
        newest
          .selectFrom('segment_rule as n')
          .select((n) => n.fn.max('n.id').as('id'))
          .whereRef('n.segment_id', '=', 's.id'),
      ),
    )
    .leftJoin('employee as e', 'e.id', 'r.made_by')
    .select(['s.id', 's.public_id', 's.name', 's.purpose', 'r.rule', 'r.id as rule_id', 'r.made_at'])
    .select('e.name as changed_by');
}

type SegmentRow = Awaited<ReturnType<ReturnType<typeof segmentRows>['execute']>>[number];

function toSegment(row: SegmentRow): Segment {
  if (!isPurpose(row.purpose)) throw new Error(`a segment for ${row.purpose}, which is no purpose`);
  return {
    id: row.id,
    publicId: row.public_id,
    name: row.name,
    purpose: row.purpose,
    rule: row.rule as unknown as Rule,
    ruleId: row.rule_id,
    changedAt: row.made_at,
    changedBy: row.changed_by,
  };
}
