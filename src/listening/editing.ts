import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import { type Context, transact } from '../platform/context.ts';
import { understand } from '../understanding/reading.ts';
import type { ChannelAccount } from './account.ts';
import { messageEdited } from './events.ts';
import { type NewLabel, writeLabels } from './learning/labelling.ts';
import { type Reading, readerOf } from './learning/reading.ts';
import { understandingOf } from './storing.ts';

/** What its author made of a message. */
export interface Edit {
  externalId: string;
  text: string;
  /** When they changed it; null: the channel does not say. */
  at: Date | null;
}

interface Before {
  id: string;
  receivedAt: Date;
  externalId: string;
  text: string;
  direction: 'in' | 'out';
  classified: boolean;
  editedAt: Date | null;
}

/**
 * Authors changed what they wrote. What stood there before is kept beside the message until its words go, and goes with
 * them. It is read anew; what a colleague said of it stays. What was taken back comes back by no change, and what says
 * the same already is left alone, so that a channel may say it twice. How many changed.
 */
export async function editPosts(
  ctx: Context,
  account: ChannelAccount,
  edits: readonly Edit[],
): Promise<number> {
  return transact(ctx, 'listen', async (ctx) => {
    const last = new Map(edits.map((edit) => [edit.externalId, edit]));
    const found = await lockThose(ctx, account, [...last.keys()]);
    const changed = found.flatMap((before) => {
      const edit = last.get(before.externalId);
      return edit && edit.text.trim() !== '' && edit.text !== before.text && isLater(edit, before)
        ? [{ before, edit }]
        : [];
    });
    if (changed.length === 0) return 0;
    const reader = readerOf(ctx);
    await reader.refresh(ctx);
    for (const { before, edit } of changed) {
      const hints = { channel: account.channel };
      const reading =
        before.direction === 'in' && before.classified
          ? reader.read(edit.text, hints)
          : { understanding: understand(edit.text, hints), labels: [] };
      await change(ctx, before, { edit, reading });
    }
    await ctx.emit([messageEdited(changed.map(({ before }) => before.id))]);
    return changed.length;
  });
}

/** An earlier change that is told late changes nothing any more. */
function isLater({ at }: Edit, { editedAt }: Before): boolean {
  return at === null || editedAt === null || at > editedAt;
}

async function lockThose(
  ctx: Context,
  account: ChannelAccount,
  externalIds: readonly string[],
): Promise<Before[]> {
  const found = await sql<Before>`
    select m.id, m.received_at as "receivedAt", m.external_id as "externalId", m.text, m.direction,
      m.intent is not null as classified, m.edited_at as "editedAt"
    from message_key k join message m on m.id = k.message_id and m.received_at = k.received_at
    where k.channel_account_id = ${account.id} and k.external_id = any(${externalIds}::text[])
      and m.direction in ('in', 'out') and m.removed_at is null
    order by m.id for update of m`.execute(ctx.database);
  return found.rows;
}

async function change(
  ctx: Context,
  { id, receivedAt, direction, classified }: Before,
  { edit, reading }: { edit: Edit; reading: Reading },
): Promise<void> {
  const { understanding: u, labels } = reading;
  const at = edit.at ?? asDate(ctx.clock.now());
  const asked = direction === 'in' && classified;
  await sql`
    insert into message_version (message_id, received_at, version, person_id, text, until_at)
    select m.id, m.received_at, 1 + (select count(*) from message_version v where v.message_id = m.id), m.person_id, m.text, ${at}
    from message m where m.id = ${id} and m.received_at = ${receivedAt}`.execute(ctx.database);
  await sql`
    update message set text = ${edit.text}, edited_at = ${at}, language = ${u.language},
      sentiment = case when sentiment is null then null else ${u.sentiment.label} end,
      sentiment_score = case when sentiment is null then null else ${u.sentiment.score}::real end,
      intent = case when ${asked} then ${u.intent} else intent end,
      urgency = case when ${asked} then ${u.urgency}::smallint else urgency end,
      understanding = ${understandingOf({ understanding: u, direction })}::jsonb
    where id = ${id} and received_at = ${receivedAt}`.execute(ctx.database);
  await writeLabels(
    ctx,
    labels.map((label): NewLabel => ({ ...label, messageId: id, receivedAt })),
  );
}
