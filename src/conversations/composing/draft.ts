import { sql } from 'kysely';
import { requires } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { employeeOf } from '../closing.ts';
import { longestReply } from '../conversation.ts';
import { lockConversation } from '../opened.ts';
import { fits, type Mode } from './mode.ts';

/** Why a text that was sent lies in the composer again. */
export type Back = 'undone' | 'withdrawn' | 'rejected' | 'stale' | 'refused';

/** What a colleague wrote and did not send, on one of the three papers. */
export interface Draft {
  mode: Mode;
  text: string;
  /** Counts the savings. */
  revision: number;
  /** The conversation as the writer knew it. */
  seenVersion: number;
  back: Back | null;
  backReason: string | null;
  savedAt: Date;
}

export interface Drafts {
  /** The paper that lay on top; null when this colleague never chose one here. */
  mode: Mode | null;
  drafts: readonly Draft[];
}

export interface NewDraft {
  mode: Mode;
  text: string;
  /** Of the saving that the writer began from; 0 where there was none. Absent: not checked. */
  revision?: number | undefined;
}

/**
 * Keeps what somebody is writing, and which paper it stands on. An empty text is no draft. Answers with its revision.
 * @throws Refusal `conflict.draft` when another window of the same colleague kept something else meanwhile.
 */
export async function saveDraft(ctx: Context, publicId: string, draft: NewDraft): Promise<number> {
  return transact(ctx, 'service', async (ctx) => {
    const conversation = await lockConversation(ctx, publicId);
    requires(ctx.actor, 'conversation.answer', conversation.departmentId);
    const { mode, revision } = draft;
    if (!fits(mode, conversation.audience))
      throw new Refusal('forbidden.public-in-private', { id: publicId });
    const text = draft.text.replaceAll('\0', '');
    if (text.length > longestReply * 2)
      throw new Refusal('invalid.text-long', { length: text.length, longest: longestReply * 2 });
    const now = await lockDraft(ctx, conversation.id, mode);
    if (revision !== undefined && revision !== (now?.revision ?? 0) && text !== now?.text)
      throw new Refusal('conflict.draft', { revision: now?.revision ?? 0, seen: revision });
    await chooseMode(ctx, conversation.id, mode);
    if (text.trim() === '') {
      await dropDraft(ctx, conversation.id, mode);
      return 0;
    }
    return put(ctx, conversation, { mode, text });
  });
}

async function put(
  ctx: Context,
  { id, version }: { id: string; version: number },
  { mode, text }: { mode: Mode; text: string },
): Promise<number> {
  const kept = await sql<{ revision: number }>`
    insert into draft (conversation_id, employee_id, mode, text, seen_version, saved_at)
    values (${id}, ${writer(ctx)}, ${mode}, ${text}, ${version}, ${asDate(ctx.clock.now())})
    on conflict (conversation_id, employee_id, mode) do update set text = excluded.text,
      revision = draft.revision + 1, seen_version = excluded.seen_version, saved_at = excluded.saved_at
    returning revision`.execute(ctx.database);
  return kept.rows[0]?.revision ?? 1;
}

async function lockDraft(
  ctx: Context,
  conversationId: string,
  mode: Mode,
): Promise<{ revision: number; text: string } | undefined> {
  const found = await sql<{ revision: number; text: string }>`
    select revision, text from draft where conversation_id = ${conversationId} and employee_id = ${writer(ctx)}
      and mode = ${mode} for update`.execute(ctx.database);
  return found.rows[0];
}

/** What this colleague has lying in a conversation. Two statements. */
export async function draftsOf(ctx: Context, conversationId: string): Promise<Drafts> {
  const employeeId = employeeOf(ctx);
  if (employeeId === null) return { mode: null, drafts: [] };
  return transact(ctx, 'service', async (ctx) => {
    const drafts = await sql<Draft>`
      select mode, text, revision, seen_version as "seenVersion", back, back_reason as "backReason",
        saved_at as "savedAt"
      from draft where conversation_id = ${conversationId} and employee_id = ${employeeId}
      order by saved_at desc`.execute(ctx.database);
    const chosen = await sql<{ mode: Mode }>`
      select mode from composer_mode where conversation_id = ${conversationId} and employee_id = ${employeeId}`.execute(
      ctx.database,
    );
    return { mode: chosen.rows[0]?.mode ?? null, drafts: drafts.rows };
  });
}

/** Remembers which paper lies on top. Only its writer turns it over. */
export async function chooseMode(ctx: Context, conversationId: string, mode: Mode): Promise<void> {
  await sql`
    insert into composer_mode (conversation_id, employee_id, mode, chosen_at)
    values (${conversationId}, ${writer(ctx)}, ${mode}, ${asDate(ctx.clock.now())})
    on conflict (conversation_id, employee_id) do update set mode = excluded.mode, chosen_at = excluded.chosen_at
    where composer_mode.mode <> excluded.mode`.execute(ctx.database);
}

/** What was written became a message, or was thrown away. */
export async function dropDraft(ctx: Context, conversationId: string, mode: Mode): Promise<void> {
  await sql`delete from draft where conversation_id = ${conversationId} and employee_id = ${employeeOf(ctx)}
    and mode = ${mode}`.execute(ctx.database);
}

export interface Returned {
  conversationId: string;
  employeeId: string;
  mode: Mode;
  text: string;
  back: Back;
  reason?: string | null;
}

/** Puts a text back before its writer. What they wrote on that paper since then stays, below it. */
export async function returnToDraft(ctx: Context, returned: Returned): Promise<void> {
  const { conversationId, employeeId, mode, text, back, reason = null } = returned;
  await sql`
    insert into draft (conversation_id, employee_id, mode, text, seen_version, back, back_reason, saved_at)
    select ${conversationId}, ${employeeId}, ${mode}, ${text}, version, ${back}, ${reason},
      ${asDate(ctx.clock.now())} from conversation where id = ${conversationId}
    on conflict (conversation_id, employee_id, mode) do update set
      text = case when draft.text = excluded.text then draft.text else excluded.text || E'\\n\\n' || draft.text end,
      revision = draft.revision + 1, back = excluded.back, back_reason = excluded.back_reason,
      saved_at = excluded.saved_at`.execute(ctx.database);
}

function writer(ctx: Context): string {
  const employeeId = employeeOf(ctx);
  if (employeeId === null) throw new Refusal('forbidden.action', { action: 'conversation.answer' });
  return employeeId;
}
