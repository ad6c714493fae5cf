import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import type { ChannelAccount } from '../account.ts';

/** What came along with a message, besides its words. */
export interface Source {
  readonly externalId: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly quoted: string | null;
  readonly attachments: readonly {
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: number;
    readonly verdict: 'plain' | 'active' | 'too-large';
    readonly content: Uint8Array | null;
  }[];
}

/** Keeps it with the messages that were just stored, in their transaction; of those heard before nothing changes. */
export async function keepSources(
  ctx: Context,
  account: Pick<ChannelAccount, 'id'>,
  sources: readonly Source[],
): Promise<void> {
  if (sources.length === 0) return;
  const kept = await sql<Kept>`
    with told as (
      select m.id, m.received_at, m.person_id, m.external_id, t.facts, t.quoted
      from unnest(${sources.map((s) => s.externalId)}::text[], ${sources.map((s) => JSON.stringify(s.facts))}::jsonb[],
        ${sources.map((s) => s.quoted)}::text[]) as t (external_id, facts, quoted)
      join message_key k on k.channel_account_id = ${account.id} and k.external_id = t.external_id
      join message m on m.id = k.message_id and m.received_at = k.received_at
      where m.direction = 'in' and m.text <> ''),
    kept as (
      insert into message_source (message_id, received_at, person_id, facts, quoted)
      select id, received_at, person_id, facts, quoted from told on conflict (message_id) do nothing
      returning message_id)
    select t.id as "messageId", t.received_at as "receivedAt", t.person_id as "personId", t.external_id as "externalId"
    from told t join kept k on k.message_id = t.id`.execute(ctx.database);
  const byId = new Map(kept.rows.map((row) => [row.externalId, row]));
  for (const { externalId, attachments } of sources) {
    const row = byId.get(externalId);
    if (row) await keepAttachments(ctx, row, attachments);
  }
}

interface Kept {
  messageId: string;
  receivedAt: Date;
  personId: string | null;
  externalId: string;
}

async function keepAttachments(ctx: Context, row: Kept, attachments: Source['attachments']): Promise<void> {
  const now = ctx.clock.now().epochMilliseconds;
  for (const one of attachments) {
    await sql`
      insert into message_attachment (public_id, message_id, received_at, person_id, name, media_type, bytes, verdict,
        content)
      values (${publicId('at', now)}, ${row.messageId}, ${row.receivedAt}, ${row.personId}, ${one.name.slice(0, 255)},
        ${one.mediaType.slice(0, 255)}, ${one.bytes}, ${one.verdict},
        ${one.content && Buffer.from(one.content)})`.execute(ctx.database);
  }
}

/** What a page shows beside a message. */
export interface Shown {
  quoted: string | null;
  attachments: { publicId: string; name: string; bytes: number; verdict: 'plain' | 'active' | 'too-large' }[];
}

/** Of these messages, by their public ids; none for one that brought nothing. One statement. */
export async function sourcesOf(ctx: Context, publicIds: readonly string[]): Promise<Map<string, Shown>> {
  if (publicIds.length === 0) return new Map();
  const found = await sql<Shown & { publicId: string }>`
    select m.public_id as "publicId", s.quoted, coalesce((
      select json_agg(json_build_object('publicId', a.public_id, 'name', a.name, 'bytes', a.bytes, 'verdict', a.verdict)
        order by a.id) from message_attachment a where a.message_id = m.id), '[]') as attachments
    from message m join message_source s on s.message_id = m.id
    where m.public_id = any(${publicIds}::text[])`.execute(ctx.database);
  return new Map(found.rows.map(({ publicId, ...shown }) => [publicId, shown]));
}

export interface AttachmentFile {
  name: string;
  mediaType: string;
  content: Uint8Array;
  messageId: string;
}

/** With its bytes; undefined when there is none, or when it was too large to keep. */
export async function findAttachment(ctx: Context, id: string): Promise<AttachmentFile | undefined> {
  const found = await sql<Omit<AttachmentFile, 'content'> & { content: Buffer | null }>`
    select name, media_type as "mediaType", content, message_id as "messageId" from message_attachment
    where public_id = ${id}`.execute(ctx.database);
  const [row] = found.rows;
  return row?.content ? { ...row, content: row.content } : undefined;
}
