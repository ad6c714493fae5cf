import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { type Mapping, mappingOf } from './mapping.ts';

/** The back office that keeps the records of a source, and what it lets be corrected here. */
export interface Officer {
  readonly id: string;
  readonly name: string;
  readonly on: boolean;
  readonly fields: Mapping['customers'];
  mayCorrect(field: string): boolean;
}

/** Undefined for records that came by file: nobody else keeps those. */
export async function officerOf(ctx: Context, source: string): Promise<Officer | undefined> {
  const [officer] = await officersOf(ctx, [source]);
  return officer?.[1];
}

/** One statement, however many sources. */
export async function officersOf(ctx: Context, sources: readonly string[]): Promise<[string, Officer][]> {
  const rows = await ctx.database
    .selectFrom('backoffice')
    .select(['id', 'name', 'source', 'state', 'fields'])
    .where('source', '=', sql<string>`any(${[...sources]}::text[])`)
    .where('state', '<>', 'ended')
    .execute();
  return rows.map(({ id, name, source, state, fields: ruled }) => {
    const fields = mappingOf(ruled as Parameters<typeof mappingOf>[0]).customers;
    return [
      source,
      { id, name, on: state === 'on', fields, mayCorrect: (field) => fields[field] !== 'theirs' },
    ];
  });
}
