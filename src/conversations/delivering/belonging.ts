import { sql } from 'kysely';
import { identityKey } from '../../customers/recognising.ts';
import type { Context } from '../../platform/context.ts';

/** A message that says it follows others. */
export interface Following {
  readonly externalId: string;
  readonly author: string | null;
  /** The names of those, the nearest first. */
  readonly follows: readonly string[];
}

/**
 * Which message each of these really follows. In private the name of a mail opens no case: its writer must be the
 * customer of that conversation or have written in it, or must name a message of ours, which only they can who got it.
 * Others begin a conversation of their own. One statement.
 */
export async function belongingTo(
  ctx: Context,
  accountId: string,
  following: readonly Following[],
): Promise<Map<string, string>> {
  const asked = following.flatMap(({ externalId, author, follows }) =>
    follows.map((name, place) => ({ externalId, name, place, key: keyOf(author, externalId) })),
  );
  if (asked.length === 0) return new Map();
  const found = await sql<{ externalId: string; name: string }>`
    select distinct on (t.external_id) t.external_id as "externalId", t.name
    from unnest(${asked.map((a) => a.externalId)}::text[], ${asked.map((a) => a.name)}::text[],
      ${asked.map((a) => a.place)}::integer[], ${asked.map((a) => a.key)}::text[]) as t (external_id, name, place, key)
    join message_key k on k.channel_account_id = ${accountId} and k.external_id = t.name
    join message m on m.id = k.message_id and m.received_at = k.received_at
    join conversation_item i on i.message_id = k.message_id
    join conversation c on c.id = i.conversation_id
    where m.direction = 'out'
      or exists (select from identity own where own.id = c.identity_id and own.external_id = t.key)
      or exists (
        select from conversation_item n join message w on w.id = n.message_id and w.received_at = n.received_at
        join identity x on x.id = w.identity_id
        where n.conversation_id = c.id and n.kind = 'in' and x.external_id = t.key)
    order by t.external_id, t.place`.execute(ctx.database);
  return new Map(found.rows.map(({ externalId, name }) => [externalId, name]));
}

function keyOf(author: string | null, externalId: string): string {
  return identityKey({ externalId: author, unnamedKey: externalId });
}
