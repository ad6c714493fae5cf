import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { dayOf } from './in-force.ts';
import type { RuleWords } from './publishing.ts';

export interface RuleRow {
  publicId: string;
  /** The version that holds, or the one that will; its words. */
  version: number;
  words: RuleWords;
  holdsFrom: string;
  holds: boolean;
  reviewOn: string;
  reviewDue: boolean;
  /** Of everybody who works here, who acknowledged this version. */
  acknowledged: number;
  colleagues: number;
}

/** Documents that were not ended, with how many have read what holds. One statement. */
export async function listRules(ctx: Context): Promise<RuleRow[]> {
  const today = dayOf(ctx.clock.now());
  const found = await sql<RuleRow>`
    select d.public_id as "publicId", v.version, v.words, v.holds_from::text as "holdsFrom",
      v.holds_from <= ${today} as holds, v.review_on::text as "reviewOn", v.review_on <= ${today} as "reviewDue",
      (select count(*)::int from rule_acknowledgement a join employee e on e.id = a.employee_id and e.left_at is null
        where a.version_id = v.id) as acknowledged,
      (select count(*)::int from employee where left_at is null) as colleagues
    from rule_document d
    join lateral (select * from rule_version w where w.document_id = d.id
      order by w.holds_from <= ${today} desc, w.holds_from desc, w.version desc limit 1) v on true
    where d.ended_at is null order by d.id`.execute(ctx.database);
  return found.rows;
}

export interface RuleVersionRow {
  version: number;
  words: RuleWords;
  holdsFrom: string;
  reviewOn: string;
  publishedAt: string;
  publishedBy: string | null;
}

export interface RuleReader {
  name: string;
  department: string | null;
  acknowledgedAt: string | null;
}

export interface RuleDetail extends RuleRow {
  /** Newest first. */
  versions: RuleVersionRow[];
  /** Everybody who works here: who has not read what holds first. */
  readers: RuleReader[];
}

/** @throws Refusal `not-found.rule` */
export async function getRule(ctx: Context, id: string): Promise<RuleDetail> {
  const row = (await listRules(ctx)).find(({ publicId }) => publicId === id);
  if (!row) throw new Refusal('not-found.rule', { id });
  const versions = await sql<RuleVersionRow>`
    select v.version, v.words, v.holds_from::text as "holdsFrom", v.review_on::text as "reviewOn",
      to_json(v.published_at) #>> '{}' as "publishedAt", e.name as "publishedBy"
    from rule_version v join rule_document d on d.id = v.document_id left join employee e on e.id = v.published_by
    where d.public_id = ${id} order by v.version desc`.execute(ctx.database);
  const readers = await sql<RuleReader>`
    select e.name, p.name as department, to_json(a.acknowledged_at) #>> '{}' as "acknowledgedAt"
    from employee e left join department p on p.id = e.department_id
    left join rule_acknowledgement a on a.employee_id = e.id and a.version_id = (
      select v.id from rule_version v join rule_document d on d.id = v.document_id
      where d.public_id = ${id} and v.version = ${row.version})
    where e.left_at is null order by a.acknowledged_at nulls first, lower(e.name) limit 1000`.execute(
    ctx.database,
  );
  return { ...row, versions: versions.rows, readers: readers.rows };
}
