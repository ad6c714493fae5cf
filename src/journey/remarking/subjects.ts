import { sql } from 'kysely';
import { findTemplate } from '../../pilots/library/own.ts';
import type { Context } from '../../platform/context.ts';
import { criteria } from '../criteria.ts';
import type { RemarkKind } from './remark.ts';

/** What a remark is about, and who is to hear of it. */
export interface Subject {
  readonly name: string;
  /** Whoever wrote it; empty: those who steer the journey. */
  readonly ownerIds: readonly string[];
}

type Look = (ctx: Context, about: string) => Promise<Subject | undefined>;

const looks: Readonly<Record<RemarkKind, Look>> = {
  criterion: async (ctx, about) => {
    const criterion = criteria.find(({ id }) => id === about);
    return criterion && { name: `${criterion.id} ${criterion[ctx.locale]}`, ownerIds: [] };
  },
  template: async (ctx, about) => {
    const template = await findTemplate(ctx, about);
    return template && { name: template[ctx.locale].name, ownerIds: [] };
  },
  rule: (ctx, about) =>
    one(
      ctx,
      sql<Row>`select v.words, v.published_by::text as "ownerId" from rule_document d join rule_version v on v.document_id = d.id
        where d.public_id = ${about} order by v.version desc limit 1`,
    ),
  course: (ctx, about) =>
    one(
      ctx,
      sql<Row>`select v.words, v.published_by::text as "ownerId" from course c join course_version v on v.course_id = c.id
        where c.public_id = ${about} order by v.version desc limit 1`,
    ),
  lesson: async (ctx, about) => {
    const found = await sql<{ name: string; ownerId: string | null }>`
      select p.title as name, l.noted_by::text as "ownerId" from pilot_lesson l join pilot p on p.id = l.pilot_id
      where l.public_id = ${about}`.execute(ctx.database);
    const row = found.rows[0];
    return row && { name: row.name, ownerIds: row.ownerId === null ? [] : [row.ownerId] };
  },
};

interface Row {
  words: Record<string, { title?: string } | undefined>;
  ownerId: string | null;
}

async function one(ctx: Context, query: ReturnType<typeof sql<Row>>): Promise<Subject | undefined> {
  const row = (await query.execute(ctx.database)).rows[0];
  if (!row) return undefined;
  const said = row.words[ctx.locale] ?? Object.values(row.words)[0];
  return { name: said?.title ?? '', ownerIds: row.ownerId === null ? [] : [row.ownerId] };
}

/** Undefined when there is no such text. */
export function findSubject(ctx: Context, kind: RemarkKind, about: string): Promise<Subject | undefined> {
  return looks[kind](ctx, about);
}
