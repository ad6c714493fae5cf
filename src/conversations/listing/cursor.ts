import { Refusal } from '../../platform/refusal.ts';
import type { Position } from './row.ts';

/** The cursor is opaque outside: a row's time, with microseconds, its number, and which way to go from there. */
export function cursorOf({ at, id }: { at: string; id: string }, newer: boolean): string {
  return Buffer.from(JSON.stringify([at, id, ...(newer ? ['newer'] : [])])).toString('base64url');
}

/** @throws Refusal `invalid.cursor` */
export function readCursor(cursor: string): Position {
  try {
    const [at, id, way] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    // Below zero are the rows that stand for many.
    if (isTime(at) && typeof id === 'string' && /^-?\d{1,18}$/.test(id))
      return { at, id, newer: way === 'newer' };
  } catch {
    // Falls through: whatever it was, it is no cursor of ours.
  }
  throw new Refusal('invalid.cursor');
}

/** As PostgreSQL writes a time. It must also exist, or the database would refuse the query. */
function isTime(at: unknown): at is string {
  if (typeof at !== 'string' || !/^[1-9]\d{3}-[\d :.+-]{6,40}$/.test(at)) return false;
  return Boolean(Temporal.Instant.from(at));
}
