import type { Context } from './context.ts';

/**
 * What happens to a place when a person is erased: the rows go; they stay but no longer lead to anybody; or they
 * stay, because the law or a ground asks for it, until the date that is said.
 */
export type PlaceMode =
  | { kind: 'delete' }
  | { kind: 'detach' }
  | { kind: 'keep'; reason: string; until: string };

/**
 * A place where personal data lie: a table, part of one, files, a queue of jobs. Each room declares its own in
 * `places.ts`; `src/places.ts` puts them in order. A personal column without a place fails `npm run check`.
 */
export interface Place {
  /** The table, or what else it is; unique over the house. */
  name: string;
  /** `table.column` in the schema public, else `schema.table.column`; `table.*` for all columns of a table. */
  columns: readonly string[];
  mode: PlaceMode;
  /** What stands here about the person, as the person may read it in an export; nothing of other persons. */
  find(ctx: Context, personId: string): Promise<unknown[]>;
  /**
   * Erases what stands here about the person; how many rows it took. Harmless to do twice. Runs in one transaction
   * that has declared the purpose `legal`, before the place `identity` and `person` are erased.
   */
  erase(ctx: Context, personId: string): Promise<number>;
  /**
   * How much is left that should not be; 0 proves the erasure. Left out: the number that `find` gives, for places
   * that delete.
   */
  verify?(ctx: Context, personId: string): Promise<number>;
  /** Of the file in an export that this belongs in, without its ending; left out: the name. */
  file?: string;
  /** The same as `find`, a piece at a time, for places that can hold more than fits in memory. */
  stream?(ctx: Context, personId: string): AsyncIterable<unknown>;
  /** Places run from low to high; who is who is erased last, because the others look there (default 50). */
  order?: number;
}
