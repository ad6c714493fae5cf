import { sql } from 'kysely';
import type { Context, Locale } from '../../platform/context.ts';

/** "You said, we did" in one language. */
export interface HeardText {
  said: string;
  did: string;
}

export interface Heard {
  publicId: string;
  words: Partial<Record<Locale, HeardText>>;
  /** A day, `2026-11-24`. */
  doneOn: string;
  /** How many conversations it came from; null when fewer than may be told. */
  said: number | null;
  hidden: boolean;
}

const most = 50;
/** Fewer people than this are never told of in public: somebody could be recognised. */
const fewest = 10;

function publiclyFew(people: number | null): number | null {
  return people !== null && people >= fewest ? people : null;
}

/** The newest entries. `all`: also those taken back, and every count; for colleagues. One statement. */
export async function listHeard(ctx: Context, { all = false } = {}): Promise<Heard[]> {
  const found = await sql<Heard>`
    select h.public_id as "publicId", h.words, h.done_on::text as "doneOn", h.hidden_at is not null as hidden,
      (select count(*)::int from heard_source s where s.heard_id = h.id) as said
    from heard h where ${all} or h.hidden_at is null
    order by h.done_on desc, h.id desc limit ${most}`.execute(ctx.database);
  return found.rows.map((row) => ({ ...row, said: all ? row.said : publiclyFew(row.said) }));
}
