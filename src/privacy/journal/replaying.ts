import { sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';
import { restoreJoins } from '../joining/joining.ts';
import { rebuildPermissions } from '../rebuilding.ts';
import { type JournalEntry, journalled } from './journal.ts';

export interface Replayed {
  /** Rows put back, per kind. */
  added: Record<JournalEntry['kind'], number>;
  /** Numbers of rows that are there already and say something else: somebody decided before this replay. */
  conflicts: string[];
  /** People whose permission was something else before. */
  changed: number;
  /** The highest number of a person that the journal knows; a new person must not get one of these. */
  highestPerson: string;
  tombstones: JournalEntry[];
}

type Kind = keyof typeof journalled;

/**
 * Puts back what was decided after the backup was made, before the system opens: versions of the offer, decisions, minors,
 * terms, used-up answers, joins; then makes `permission` anew. What is there already stays as it is, so that doing this
 * twice is doing it once. Tombstones are handed back: erasing knows what to do with them.
 */
export async function replay(ctx: Context, entries: readonly JournalEntry[]): Promise<Replayed> {
  return transact(ctx, 'legal', async (ctx) => {
    const added = { decision: 0, flag: 0, term: 0, offer: 0, item: 0, join: 0, part: 0, tombstone: 0 };
    const conflicts: string[] = [];
    // A decision names the version of the offer that it was about, and a used answer its decision.
    for (const kind of ['offer', 'decision', 'flag', 'term'] as const) {
      for (const entry of inOrder(entries, kind)) {
        const done = await putBack(ctx, kind, entry);
        if (done === 'conflict') conflicts.push(`${kind} ${entry.id}`);
        if (done === 'added') added[kind] += 1;
      }
    }
    for (const entry of inOrder(entries, 'item')) added.item += await spendAgain(ctx, entry);
    const joins = latestJoins(entries);
    await restoreJoins(ctx, joins);
    for (const one of joins) added[one.parted ? 'part' : 'join'] += 1;
    await passNumbers(ctx, entries);
    const { changed } = await rebuildPermissions(ctx);
    const tombstones = entries.filter(({ kind }) => kind === 'tombstone');
    return { added, conflicts, changed, highestPerson: highestPerson(entries), tombstones };
  });
}

function inOrder(entries: readonly JournalEntry[], kind: JournalEntry['kind']): JournalEntry[] {
  const unique = new Map(entries.filter((entry) => entry.kind === kind).map((entry) => [entry.id, entry]));
  return [...unique.values()].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
}

/** Colleagues whom the backup does not know yet are left out; their number may belong to somebody else by now. */
const byColleague: Record<Kind, readonly string[]> = {
  decision: ['captured_by'],
  flag: ['captured_by'],
  term: ['captured_by'],
  offer: ['published_by', 'confirmed_by'],
};

async function putBack(
  ctx: Context,
  kind: Kind,
  { id, row }: JournalEntry,
): Promise<'added' | 'there' | 'conflict'> {
  const table = sql.table(journalled[kind]);
  const named = await withoutStrangers(ctx, row, byColleague[kind]);
  const added = await sql`
    insert into ${table} overriding system value
    select * from jsonb_populate_record(null::${table}, ${JSON.stringify(named)}::jsonb)
    on conflict do nothing`.execute(ctx.database);
  if (added.numAffectedRows) return 'added';
  const same = await sql`select from ${table} t where id = ${id}
    and to_jsonb(t) @> ${JSON.stringify(identityOf(row))}::jsonb`.execute(ctx.database);
  return same.rows.length > 0 ? 'there' : 'conflict';
}

/** What makes two rows the same fact; times are left out, because they are written in more than one way. */
function identityOf(row: JournalEntry['row']): Record<string, unknown> {
  const telling = ['person_id', 'purpose', 'act', 'flag', 'key', 'version', 'text_hash'];
  return Object.fromEntries(telling.filter((name) => name in row).map((name) => [name, row[name]]));
}

async function withoutStrangers(
  ctx: Context,
  row: JournalEntry['row'],
  columns: readonly string[],
): Promise<Record<string, unknown>> {
  const known = { ...row };
  for (const column of columns) {
    if (known[column] == null) continue;
    const found = await sql`select from employee where id = ${String(known[column])}`.execute(ctx.database);
    if (found.rows.length === 0) known[column] = null;
  }
  return known;
}

async function spendAgain(ctx: Context, { row }: JournalEntry): Promise<number> {
  const done = await sql`
    insert into item_use (decision_id, person_id, used_at)
    select id, ${String(row.person_id)}::bigint, ${String(row.used_at)}::timestamptz from decision
    where id = ${String(row.decision_id)}
    on conflict do nothing`.execute(ctx.database);
  return Number(done.numAffectedRows ?? 0);
}

/** For each pair, what was said last. */
function latestJoins(entries: readonly JournalEntry[]) {
  const pairs = new Map<string, { personId: string; otherId: string; at: string; parted: boolean }>();
  const told = entries.filter(({ kind }) => kind === 'join' || kind === 'part');
  for (const { kind, row } of told.sort((a, b) => (String(a.row.at) < String(b.row.at) ? -1 : 1))) {
    const [personId, otherId] = [String(row.personId), String(row.otherId)];
    const key = [personId, otherId].sort().join('+');
    const first = pairs.get(key) ?? { personId, otherId };
    pairs.set(key, { ...first, at: String(row.at), parted: kind === 'part' });
  }
  return [...pairs.values()];
}

/** The sequence goes past every number of the journal, so that no new decision gets the number of an old one. */
async function passNumbers(ctx: Context, entries: readonly JournalEntry[]): Promise<void> {
  const numbers = entries.flatMap(({ kind, id, row }) =>
    kind === 'offer' ? [BigInt(String(row.mark ?? 0))] : kind in journalled ? [BigInt(id)] : [],
  );
  const highest = numbers.reduce((a, b) => (a > b ? a : b), 0n);
  await sql`
    select max(nextval('decision_id_seq')) from generate_series(nextval('decision_id_seq'), ${highest.toString()}::bigint)`.execute(
    ctx.database,
  );
}

function highestPerson(entries: readonly JournalEntry[]): string {
  const persons = entries.flatMap(({ row }) =>
    [row.person_id, row.personId, row.otherId]
      .filter((id) => id !== undefined && id !== null)
      .map((id) => BigInt(String(id))),
  );
  return persons.reduce((a, b) => (a > b ? a : b), 0n).toString();
}
