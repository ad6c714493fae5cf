import { type RawBuilder, sql } from 'kysely';
import { notSpecial, personLets } from '../../customers/using.ts';
import type { Context } from '../../platform/context.ts';
import { agreement, bandKeys, type Signature } from '../../understanding/comparing/duplicates.ts';

/** A higher bar than for showing two messages as one: a single "not" may turn a label round. */
export const sameEnough = 0.8;
/** More corrections than this are a matter for the model. */
const mostRemembered = 20_000;
/** Of messages that share a band only the latest are compared, so that a flood of one text costs no more. */
const mostCandidates = 64;

interface Remembered {
  readonly messageId: string;
  readonly head: string;
  readonly labels: readonly string[];
  readonly signature: Signature;
}

/** What colleagues said of messages, to be right at once about near copies. */
export type Memory = ReadonlyMap<number, readonly Remembered[]>;

/** Newest of every message and head, in the classes of now, of persons who let their messages be learned from. */
export function newestCorrections(head: string | null): RawBuilder<unknown> {
  // Chosen before it is looked at: who changed their mind to a class that was deleted does not mean the former one.
  return sql`
    select * from (
      select distinct on (c.message_id, c.head) c.id, c.message_id as "messageId", c.received_at as "receivedAt",
        c.person_id as "personId", c.head, c.labels as said,
        case when h.gone = '{}' then c.labels else labels_now(c.labels, h.gone) end as labels, c.signature, c.at
      from correction c join head h on h.key = c.head
      where ${head === null ? sql`true` : sql`c.head = ${head}`} and ${personLets(sql`c.person_id`, 'model.trained')}
        and ${notSpecial(sql`c.message_id`, 'train')}
      order by c.message_id, c.head, c.id desc) newest
    where cardinality(labels) > 0 or cardinality(said) = 0`;
}

export async function loadMemory(ctx: Context): Promise<Memory> {
  const found = await sql<Remembered>`
    select "messageId", head, labels, signature from (${newestCorrections(null)}) c
    order by id desc limit ${mostRemembered}`.execute(ctx.database);
  const memory = new Map<number, Remembered[]>();
  for (const one of found.rows) {
    for (const band of bandKeys(one.signature)) {
      const row = memory.get(band);
      if (row === undefined) memory.set(band, [one]);
      else if (row.length < mostCandidates) row.push(one);
    }
  }
  return memory;
}

export interface Alike {
  readonly labels: readonly string[];
  readonly agreement: number;
}

/** Per head the answer of the message that says most nearly the same; of equals the newest. */
export function recall(memory: Memory, signature: Signature): Map<string, Alike> {
  const best = new Map<string, Alike>();
  const seen = new Set<Remembered>();
  for (const band of bandKeys(signature)) {
    for (const known of memory.get(band) ?? []) {
      if (seen.has(known)) continue;
      seen.add(known);
      const found = agreement(signature, known.signature);
      if (found >= sameEnough && found > (best.get(known.head)?.agreement ?? 0))
        best.set(known.head, { labels: known.labels, agreement: found });
    }
  }
  return best;
}
