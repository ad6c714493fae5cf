import type { Rejected } from './rejection.ts';
import type { Window } from './window.ts';

/** A record as it stands in the file; `values` by the names that the reader's plan gives to columns. */
export interface Row {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

export interface RowReader {
  /** The next record in the window, or null when the window holds no whole one any more. */
  read(window: Window): Row | Rejected | null;
  /** The line at which reading goes on. */
  line(): number;
}

/** A field beyond this many bytes rejects its record. */
export const fieldLimit = 1024 * 1024;

/** How far a record may reach before it is given up; this much is held in memory. */
export const recordLimit = 8 * 1024 * 1024;

export function isRejected(found: object): found is Rejected {
  return 'code' in found;
}
