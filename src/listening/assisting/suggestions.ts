import { sql } from 'kysely';
import { personAllows } from '../../customers/using.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Source } from './assistance.ts';

/** What a model proposed about one message, and nobody said yet. */
export interface Suggestion {
  readonly messageId: string;
  readonly head: string;
  readonly by: Source;
  readonly labels: readonly string[];
  /** 0–1; null of a language model. */
  readonly confidence: number | null;
  readonly model: string;
}

/**
 * Proposals about messages of which nothing that is sure was said since, in the classes of now. By public id; the
 * caller has seen them. Nothing is asked of the database where nothing can propose.
 */
export async function suggestionsOn(
  ctx: Context,
  messagePublicIds: readonly string[],
): Promise<Suggestion[]> {
  if (messagePublicIds.length === 0 || !(ctx.languageModel || ctx.transformer)) return [];
  return transact(ctx, 'service', async (ctx) => {
    const found = await sql<Suggestion>`
      select m.public_id as "messageId", n.head, n.by, n.labels, n.confidence, coalesce(l.model_name, '') as model
      from message m
      join label_now n on n.message_id = m.id and n.received_at = m.received_at and n.by in ('assistant', 'transformer')
      join label l on l.message_id = n.message_id and l.received_at = n.received_at and l.head = n.head and l.by = n.by
      where m.public_id = any(${messagePublicIds}::text[]) and cardinality(n.labels) > 0
        and ${personAllows(sql`m.person_id`, 'ai_assist')}
        and not exists (select from label s where s.message_id = m.id and s.received_at = m.received_at
          and s.head = n.head and (s.by in ('person', 'alike') or s.by = 'model' and s.automatic))
      order by m.id, n.head, n.by desc`.execute(ctx.database);
    return found.rows;
  });
}
