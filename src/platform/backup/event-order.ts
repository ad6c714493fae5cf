import type { Client } from 'pg';

/**
 * How the order of events survives the move to another PostgreSQL.
 *
 * Readers go by (xid, seq), and a transaction number means nothing elsewhere: those of a new cluster begin in the
 * hundreds, so an event that kept 5,000,000 would stay unsettled for years and come after everything new.
 * The numbers `seq` must stay, since other rows name them. What has to hold afterwards is:
 *
 * 1. what a reaction had done stays done, what it had not done is still to do;
 * 2. every restored event comes before every new one, and is settled at once;
 * 3. events keep one fixed order, the same for all readers.
 *
 * A cursor divides the events in done and not done, and cursors lie behind each other, so k different cursors cut
 * the log in k + 1 stretches. The backup writes the number of the stretch, 0 to k, as xid. Within a stretch no
 * reader stands, so there the order by seq will do (1, 3). A cursor moves to the end of its stretch. There are as
 * many stretches as reactions, some dozens at most, while PostgreSQL never gives a transaction a number below 3 and
 * a fresh cluster uses up hundreds before Polder gets its first: so all stretches lie in the past (2), which
 * `requireOldOrder` makes sure of. An event that was committed but not yet settled lay behind every cursor, and is
 * in the last stretch.
 *
 * A browser's place in the live stream (xid-seq of the old cluster) names no event any more. The stream must answer
 * a place that no event has with "read everything again".
 */
export interface EventOrder {
  /** SQL for the xid of an event, over its columns xid and seq. */
  readonly ofEvent: string;
  /** SQL for the place of a cursor, over its columns xid and seq. */
  readonly ofCursor: { readonly xid: string; readonly seq: string };
}

interface Place {
  xid: string;
  seq: string;
}

/** Reads where the reactions stand, in the transaction of the backup. */
export async function readEventOrder(client: Client): Promise<EventOrder> {
  const cursors = await client.query<Place>(
    'select xid::text, seq::text from (select distinct xid, seq from event_cursor) c order by c.xid, c.seq',
  );
  return eventOrder(cursors.rows);
}

export function eventOrder(cursors: readonly Place[]): EventOrder {
  const until = cursors.map(({ xid, seq }) => `('${xid}'::xid8, ${seq}::bigint)`);
  const cases = until.map((end, stretch) => `when (xid, seq) <= ${end} then '${stretch}'`);
  const stretch =
    cases.length === 0 ? `'0'::xid8` : `(case ${cases.join(' ')} else '${cases.length}' end)::xid8`;
  const ends = until.map((end, index) => {
    const after = index === 0 ? '' : ` and (e.xid, e.seq) > ${until[index - 1]}`;
    return `when (xid, seq) = ${end} then
      (select coalesce(max(e.seq), 0) from event e where (e.xid, e.seq) <= ${end}${after})`;
  });
  const end = ends.length === 0 ? 'seq' : `case ${ends.join(' ')} else seq end`;
  return { ofEvent: stretch, ofCursor: { xid: stretch, seq: end } };
}

/** Every restored event must be settled and old: of a transaction before any that may still run. */
export async function requireOldOrder(client: Client): Promise<void> {
  const young = await client.query(
    'select from event where xid >= pg_snapshot_xmin(pg_current_snapshot()) limit 1',
  );
  if (young.rowCount) throw new Error('a restored event would come after new ones');
}
