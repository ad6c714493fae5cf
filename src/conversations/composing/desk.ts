import { sql } from 'kysely';
import { type Context, type Locale, transact } from '../../platform/context.ts';
import { isRefusal, Refusal } from '../../platform/refusal.ts';
import { type Need, needOf } from '../approving/needing.ts';
import { mayApprove } from '../approving/who.ts';
import { employeeOf } from '../closing.ts';
import { findClaim } from './claiming.ts';
import { type Draft, draftsOf } from './draft.ts';
import { type Mode, modesOf } from './mode.ts';
import { pendingOn } from './reading-replies.ts';
import type { Reply } from './reply.ts';
import { type Signature, signatureFor } from './signing.ts';

/** An answer on its way, for whoever has the conversation open. */
export type Pending = Pick<
  Reply,
  | 'publicId'
  | 'authorName'
  | 'audience'
  | 'text'
  | 'madeAt'
  | 'notBefore'
  | 'needs'
  | 'proposed'
  | 'afterwards'
> & {
  state: 'waiting' | 'held';
  isMine: boolean;
  /** Who approved it may take that back too. */
  mayUndo: boolean;
  mayDecide: boolean;
};

/** All that lies before somebody who is about to write in a conversation. */
export interface Desk {
  modes: readonly Mode[];
  /** The paper that lay on top last time; null when there was none. */
  mode: Mode | null;
  drafts: readonly Draft[];
  pending: readonly Pending[];
  /** Another colleague who is writing here. */
  writing: { name: string; since: Date } | null;
  /** Whether a second person will look; null when the mandate lets them write nothing to the customer. */
  need: Need | null;
  signature: Signature | null;
  /** Of the customer, as far as it is a language of ours. */
  locale: Locale;
}

interface Row {
  id: string;
  channel: string;
  audience: string;
  queueId: string;
  departmentId: string | null;
  inboundSeq: number;
  language: string | null;
}

/** For the composer of a conversation that the actor may answer in. */
export async function deskOf(ctx: Context, conversationId: string): Promise<Desk> {
  return transact(ctx, 'service', async (ctx) => {
    const row = await rowOf(ctx, conversationId);
    const me = employeeOf(ctx);
    const { mode, drafts } = await draftsOf(ctx, row.id);
    const claim = await findClaim(ctx, row.id);
    const locale: Locale = row.language === 'en' ? 'en' : 'nl';
    const replies = await pendingOn(ctx, row.id);
    const decides = replies.some(({ state }) => state === 'waiting') && (await mayApprove(ctx, row));
    return {
      modes: modesOf(row.audience),
      mode,
      drafts,
      pending: replies.map((reply) => pendingOf(reply, { me, decides })),
      writing: claim && claim.employeeId !== me ? { name: claim.name, since: claim.since } : null,
      need: await needIfAny(ctx, row),
      signature: await signatureFor(ctx, { channel: row.channel, locale }),
      locale,
    };
  });
}

async function rowOf(ctx: Context, conversationId: string): Promise<Row> {
  const found = await sql<Row>`
    select c.id, a.channel, a.audience, c.queue_id as "queueId", q.department_id as "departmentId",
      c.inbound_seq as "inboundSeq", c.language
    from conversation c join channel_account a on a.id = c.channel_account_id join queue q on q.id = c.queue_id
    where c.id = ${conversationId}`.execute(ctx.database);
  const [row] = found.rows;
  if (!row) throw new Refusal('not-found.conversation', { id: conversationId });
  return row;
}

async function needIfAny(ctx: Context, row: Row): Promise<Need | null> {
  try {
    return await needOf(ctx, row);
  } catch (error) {
    if (isRefusal(error) && error.code === 'forbidden.mandate') return null;
    throw error;
  }
}

function pendingOf(reply: Reply, { me, decides }: { me: string | null; decides: boolean }): Pending {
  const { publicId, authorName, audience, text, madeAt, notBefore, needs, proposed, afterwards } = reply;
  const state = reply.state === 'held' ? 'held' : 'waiting';
  const isMine = me !== null && reply.authorId === me;
  return {
    ...{
      publicId,
      authorName,
      audience,
      text,
      madeAt,
      notBefore,
      needs,
      proposed,
      afterwards,
      state,
      isMine,
    },
    mayUndo: isMine || (state === 'held' && me !== null && reply.approvedBy === me),
    mayDecide: decides && !isMine && state === 'waiting',
  };
}
