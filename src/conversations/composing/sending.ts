import { sql } from 'kysely';
import { requires } from '../../organisation/authority.ts';
import { requiresOn } from '../../pilots/granting.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { failpoint } from '../../platform/failpoint.ts';
import { sendJobLater } from '../../platform/jobs.ts';
import { publicId as makeId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Need, needOf } from '../approving/needing.ts';
import { employeeOf } from '../closing.ts';
import { told } from '../events.ts';
import { sendingOn } from '../mandated.ts';
import { type LockedConversation, lockConversation } from '../opened.ts';
import type { CheckKey } from './check.ts';
import { checkRoom, judgeAnswer } from './checking.ts';
import { endClaim, findClaim } from './claiming.ts';
import { noteConflict } from './conflicting.ts';
import { dropDraft } from './draft.ts';
import { fits, type Leaving, modesOf } from './mode.ts';
import { answersTo } from './reading-replies.ts';
import type { Written } from './recording.ts';
import { releaseLocked } from './releasing.ts';
import { type Afterwards, holdSeconds, isPending, type Reply } from './reply.ts';
import { checkLeaving, checkText } from './text.ts';

export interface NewAnswer {
  text: string;
  /** Absent: as the conversation is. */
  audience?: Leaving | undefined;
  /** The version the writer saw; a newer one means that something came in since. Absent: not checked. */
  version?: number | undefined;
  /** Knowing that there is an answer of a colleague already, or one on its way. */
  followUp?: boolean | undefined;
  /** Knowing that a colleague is writing here. */
  over?: boolean;
  afterwards?: Afterwards | undefined;
  /** House rules that were named and that the writer has thought about, and why it goes all the same. */
  accepted?: readonly string[] | undefined;
  why?: string | undefined;
  /** Decided already, as for an answer that nobody wrote. Absent: by whoever writes. */
  need?: Need;
  /** False: leaves at once. A person has ten seconds to take it back; a program has not. */
  hold?: boolean;
}

/** Where an answer stands now that it was handed in. */
export type Handed = { replyId: string } & (
  | { state: 'waiting' | 'held' }
  | { state: 'sent'; written: Written }
);

/** The job that lets go of answers whose time has come. */
export const releaseJob = 'release-replies';

/**
 * Hands in an answer to the customer. It waits for a second person where that was agreed, else for the time in which
 * its writer can take it back; nothing of it is a message yet.
 * @throws Refusal `conflict.version` something came in since; `conflict.answered` there is an answer already;
 * `conflict.answer-pending` a colleague's is on its way; `conflict.claimed` a colleague is writing;
 * `conflict.house-rule` with what stops it and what is asked; `invalid.text-network` it is too long there;
 * `forbidden.public-in-private`; `invalid.text-…`
 */
export async function send(ctx: Context, publicId: string, answer: NewAnswer): Promise<Handed> {
  const text = checkText(answer.text);
  checkLeaving(text);
  return transact(ctx, 'service', async (ctx) => {
    const conversation = await lockConversation(ctx, publicId);
    requires(ctx.actor, 'conversation.answer', conversation.departmentId);
    await requiresOn(ctx, 'inbox.webcare', sendingOn(ctx, conversation));
    const need = answer.need ?? (await needOf(ctx, conversation));
    const audience = audienceOf(conversation, answer);
    checkVersion(conversation, answer);
    await checkClaim(ctx, conversation, answer);
    const nth = await placeAmong(ctx, conversation, answer);
    checkRoom(conversation, { text, audience });
    const asks = await checkRules(ctx, conversation, { ...answer, text, audience });
    const mayWait = answer.hold !== false;
    const state = need.needs === 'none' ? 'held' : 'waiting';
    const reply = await keep(ctx, conversation, {
      text,
      audience,
      nth,
      state,
      need,
      afterwards: answer.afterwards,
    });
    await noteConflict(ctx, {
      conversationId: conversation.id,
      keys: asks,
      ...{ outcome: 'sent', reason: answer.why?.trim().slice(0, 1000) || null, replyId: reply.id },
    });
    await dropDraft(ctx, conversation.id, audience);
    await endClaim(ctx, conversation.id);
    await failpoint(ctx, 'reply.kept');
    if (state === 'held' && !mayWait) {
      const written = await releaseLocked(ctx, reply.id);
      if (written) return { replyId: reply.publicId, state: 'sent', written };
    }
    if (state === 'held') await sendJobLater(ctx, releaseJob, holdSeconds + 1);
    await bump(ctx, conversation.id);
    await ctx.emit([told(state, conversation.id, { replyId: reply.publicId })]);
    return { replyId: reply.publicId, state };
  });
}

/** Others who have the conversation open see that it is no longer what they read. */
export async function bump(ctx: Context, conversationId: string): Promise<void> {
  await sql`update conversation set version = version + 1 where id = ${conversationId}`.execute(ctx.database);
}

function audienceOf({ audience, publicId }: LockedConversation, answer: NewAnswer): Leaving {
  const [usual] = modesOf(audience);
  const asked = answer.audience ?? (usual as Leaving);
  if (!fits(asked, audience)) throw new Refusal('forbidden.public-in-private', { id: publicId });
  return asked;
}

function checkVersion({ version }: LockedConversation, answer: NewAnswer): void {
  if (answer.version !== undefined && answer.version !== version)
    throw new Refusal('conflict.version', { version, seen: answer.version });
}

async function checkClaim(ctx: Context, { id }: LockedConversation, answer: NewAnswer): Promise<void> {
  const employeeId = employeeOf(ctx);
  if (employeeId === null || answer.over) return;
  const claim = await findClaim(ctx, id);
  if (claim && claim.employeeId !== employeeId) throw new Refusal('conflict.claimed', { by: claim.name });
}

/** The rules that the writer sends it against, knowingly. A program cannot be asked: for it only what stops counts. */
async function checkRules(
  ctx: Context,
  conversation: LockedConversation,
  { text, audience, accepted, hold }: NewAnswer & { audience: Leaving },
): Promise<CheckKey[]> {
  const { stops, asks } = await judgeAnswer(ctx, conversation, { text, audience });
  const open = hold === false ? [] : asks.filter(({ key }) => !accepted?.includes(key));
  if (stops.length > 0 || open.length > 0)
    throw new Refusal('conflict.house-rule', {
      stops: stops.map(({ key }) => key),
      asks: asks.map(({ key }) => key),
      found: [...stops, ...asks].map(({ key, found }) => `${key}: ${found.join(' · ')}`),
    });
  return asks.map(({ key }) => key);
}

/** Which answer to these messages it is. Only who saw those before it may add one. */
async function placeAmong(
  ctx: Context,
  { id, inboundSeq }: LockedConversation,
  { version, followUp = false }: NewAnswer,
): Promise<number> {
  const before = await answersTo(ctx, id, inboundSeq);
  const others = before.filter(({ state, authorId }) => isPending(state) && authorId !== employeeOf(ctx));
  if (others[0] && !followUp) throw new Refusal('conflict.answer-pending', { by: others[0].authorName });
  if (before[0] && version === undefined && !followUp)
    throw new Refusal('conflict.answered', { by: before[0].authorName });
  return Math.max(-1, ...before.map(({ nth }) => nth)) + 1;
}

interface Kept {
  text: string;
  audience: Leaving;
  nth: number;
  state: 'held' | 'waiting';
  need: Awaited<ReturnType<typeof needOf>>;
  afterwards: Afterwards | undefined;
}

async function keep(
  ctx: Context,
  { id, inboundSeq }: LockedConversation,
  { text, audience, nth, state, need, afterwards }: Kept,
): Promise<Pick<Reply, 'id' | 'publicId'>> {
  const now = ctx.clock.now();
  const snoozeUntil = afterwards?.kind === 'snooze' ? asDate(afterwards.until) : null;
  const kept = await sql<Pick<Reply, 'id' | 'publicId'>>`
    insert into reply (public_id, conversation_id, author_id, author_name, department_id, audience, text, state,
      inbound_seq, nth, made_at, not_before, afterwards, snooze_until, needs, because)
    values (${makeId('rp', now.epochMilliseconds)}, ${id}, ${employeeOf(ctx)}, ${authorOf(ctx)},
      ${ctx.actor.kind === 'employee' ? ctx.actor.departmentId : null}, ${audience}, ${text}, ${state},
      ${inboundSeq}, ${nth}, ${asDate(now)}, ${state === 'held' ? deadline() : null},
      ${afterwards?.kind ?? null}, ${snoozeUntil}, ${need.needs}, ${JSON.stringify(need.because)}::jsonb)
    returning id, public_id as "publicId"`.execute(ctx.database);
  const [reply] = kept.rows;
  if (!reply) throw new Error('an answer was kept and is not there');
  return reply;
}

/** From when on it may leave. */
export function deadline() {
  return sql`clock_timestamp() + make_interval(secs => ${holdSeconds})`;
}

/** In whose name it stands. A customer writes to us, never for us. */
export function authorOf(ctx: Context): string {
  if (ctx.actor.kind === 'person') throw new Error('a customer does not answer in our name');
  return ctx.actor.name;
}
