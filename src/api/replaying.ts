import type { ApiContext } from './answering.ts';

/** Says of an answer that it was given before, under the same Idempotency-Key. */
export function markReplay(c: ApiContext, replayed: boolean): void {
  if (replayed) c.header('Idempotent-Replay', 'true');
}
