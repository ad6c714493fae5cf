import { type RawBuilder, sql } from 'kysely';
import { personHeld } from '../customers/using.ts';
import { forgetMessages, type MessageKey } from '../listening/forgetting.ts';
import type { Context } from '../platform/context.ts';
import { pastOf, type Retained } from '../platform/retained.ts';
import { emptyConversations } from './places.ts';

/**
 * Conversations `c` and the moment their clock began. Imported history closed long ago: there the clock begins with
 * the import, when the conversation was made.
 */
interface Kind {
  key: string;
  began: RawBuilder<unknown>;
  belongs: RawBuilder<unknown>;
}

const cases: Kind = {
  key: 'case',
  began: sql`greatest(c.closed_at, c.created_at)`,
  belongs: sql`c.closed_at is not null and c.preview <> ''`,
};

/** What was overheard in the open and nobody answered; the last of its messages starts the clock. */
const unhandled: Kind = {
  key: 'unhandled_post',
  began: sql`c.heard_at`,
  belongs: sql`c.replies = 0 and c.started_by = 'customer' and c.preview <> ''
    and exists (select from channel_account a where a.id = c.channel_account_id and a.audience = 'public')`,
};

const conversations = sql`(select k.*, (select max(i.received_at) from conversation_item i
  where i.conversation_id = k.id) as heard_at from conversation k)`;

function retainedOf(kind: Kind): Retained {
  return {
    key: kind.key,
    ...within(kind, sql`true`),
    byChannel: ({ names, others }) =>
      within(
        kind,
        sql`exists (select from channel_account a where a.id = c.channel_account_id
          and (a.channel = any(${names}::text[])) <> ${others}::boolean)`,
      ),
  };
}

/** The kind among conversations `c` for which `among` holds. */
function within({ began, belongs }: Kind, among: RawBuilder<unknown>): Pick<Retained, 'past' | 'remove'> {
  return {
    past: async (ctx, before) => {
      const found = await sql<{ due: string; held: string; oldest: Date | null }>`
        select count(*) filter (where not held) as due, count(*) filter (where held) as held,
          min(began) filter (where not held) as oldest
        from (select ${began} as began, coalesce(${personHeld(sql`c.person_id`)}, false) as held
          from ${conversations} c where ${belongs} and ${among}) t
        where began < ${before}`.execute(ctx.database);
      return pastOf(found.rows[0]);
    },
    remove: async (ctx, before, most) => {
      const found = await sql<{ id: string }>`
        select c.id from ${conversations} c
        where ${belongs} and ${among} and ${began} < ${before}
          and not coalesce(${personHeld(sql`c.person_id`)}, false)
        order by ${began}, c.id limit ${most}`.execute(ctx.database);
      const ids = found.rows.map(({ id }) => id);
      await forgetMessages(ctx, await messagesIn(ctx, ids));
      return emptyConversations(ctx, ids);
    },
  };
}

async function messagesIn(ctx: Context, conversationIds: readonly string[]): Promise<MessageKey[]> {
  const found = await sql<MessageKey>`
    select m.id, m.received_at as "receivedAt" from conversation_item i
    join message m on m.id = i.message_id and m.received_at = i.received_at
    where i.conversation_id = any(${conversationIds}::bigint[]) and m.removed_why is distinct from 'erasure'`.execute(
    ctx.database,
  );
  return found.rows;
}

export const retained: readonly Retained[] = [cases, unhandled].map(retainedOf);
