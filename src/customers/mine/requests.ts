import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { ErasureState, ScopeLine } from '../../privacy/erasing/erasure.ts';

/** What somebody asked of us by law, with its clock. */
export interface OwnRequest {
  publicId: string;
  kind: 'access' | 'export' | 'rectify' | 'erase' | 'restrict' | 'object' | 'age';
  state: 'open' | 'done' | 'refused' | 'withdrawn';
  receivedAt: Date;
  dueAt: Date;
  endedAt: Date | null;
  outcome: string | null;
}

/** One's own requests, newest first. */
export async function ownRequests(ctx: Context, members: readonly string[]): Promise<OwnRequest[]> {
  const found = await sql<OwnRequest>`
    select public_id as "publicId", kind, state, received_at as "receivedAt", due_at as "dueAt", ended_at as "endedAt",
      outcome
    from privacy_request where person_id = any(${members}::bigint[]) order by id desc limit 50`.execute(
    ctx.database,
  );
  return found.rows;
}

export interface OwnErasure {
  publicId: string;
  state: ErasureState;
  scope: ScopeLine[] | null;
  coolingUntil: Date | null;
}

/** The erasure that is under way for somebody, if there is one. */
export async function findOwnErasure(
  ctx: Context,
  members: readonly string[],
): Promise<OwnErasure | undefined> {
  const found = await sql<OwnErasure>`
    select public_id as "publicId", state, scope, cooling_until as "coolingUntil" from erasure
    where person_ids && ${members}::bigint[] and state not in ('certified', 'withdrawn')
    order by id desc limit 1`.execute(ctx.database);
  return found.rows[0];
}

export interface OwnMail {
  id: string;
  kind: string;
  state: string;
  subject: string | null;
  at: Date;
}

/** Mails that we wrote to somebody, newest first. The words are gone after a week; that it was sent is not. */
export async function ownMails(ctx: Context, members: readonly string[]): Promise<OwnMail[]> {
  const found = await sql<OwnMail>`
    select id, kind, state, subject, created_at as at from mail
    where person_id = any(${members}::bigint[]) order by id desc limit 100`.execute(ctx.database);
  return found.rows;
}
