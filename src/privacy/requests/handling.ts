import { asDate, asInstant } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Event } from '../../platform/events.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { requestTold } from '../events.ts';
import { clearMinor } from '../minority.ts';
import {
  dueFrom,
  type Ground,
  getRequest,
  grounds,
  lockRequest,
  longestMonths,
  type PrivacyRequest,
  type RequestKind,
  type Via,
} from './request.ts';

export interface NewRequest {
  personId: string;
  kind: RequestKind;
  via: Via;
  /** In the words of who asked. */
  wish?: string | undefined;
  purpose?: string | undefined;
  /** How sure we are who asks; see `decide`. */
  strength: number;
  /** When it came, where that was earlier than now: a letter. */
  receivedAt?: Temporal.Instant;
  timeZone: string;
}

/** Writes down that somebody asked. The clock of one month runs from when it came, not from when we wrote it down. */
export async function receiveRequest(ctx: Context, asked: NewRequest): Promise<PrivacyRequest> {
  return transact(ctx, 'legal', async (ctx) => {
    const now = ctx.clock.now();
    const received = asked.receivedAt ?? now;
    if (Temporal.Instant.compare(received, now) > 0) throw new Refusal('invalid.received');
    const id = publicId('rq', now.epochMilliseconds);
    const row = await ctx.database
      .insertInto('privacy_request')
      .values({
        public_id: id,
        person_id: asked.personId,
        kind: asked.kind,
        via: asked.via,
        wish: asked.wish?.trim() || null,
        purpose: asked.purpose ?? null,
        received_at: asDate(received),
        due_at: asDate(dueFrom(received, asked.timeZone)),
        strength: asked.strength,
        proven_at: asked.strength >= 3 ? asDate(now) : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await step(ctx, row.id, { what: 'received' });
    await ctx.emit([requestTold(row.id, 'received', asked.kind)]);
    return getRequest(ctx, id);
  });
}

async function changing(
  ctx: Context,
  id: string,
  change: (ctx: Context, request: PrivacyRequest) => Promise<void>,
): Promise<void> {
  await transact(ctx, 'legal', async (ctx) => {
    const request = await lockRequest(ctx, id);
    if (request.state !== 'open') throw new Refusal('conflict.request-ended', { state: request.state });
    await change(ctx, request);
  });
}

/** From now on this colleague sees to it. */
export async function takeRequest(ctx: Context, id: string): Promise<void> {
  const employeeId = employeeOf(ctx);
  await changing(ctx, id, async (ctx, request) => {
    await ctx.database
      .updateTable('privacy_request')
      .set({ handler_id: employeeId })
      .where('id', '=', request.id)
      .execute();
    await step(ctx, request.id, { what: 'taken' });
  });
}

/** A colleague left: the requests they saw to wait for another. The clock of the month runs on. Harmless to do twice. */
export async function letGoOfRequests(ctx: Context, { subjectId: employeeId }: Event): Promise<void> {
  await ctx.database
    .updateTable('privacy_request')
    .set({ handler_id: null })
    .where('handler_id', '=', employeeId)
    .where('state', '=', 'open')
    .execute();
}

/** How somebody showed who they are. In proportion: no copy of a passport where a code to a known address will do. */
export async function proveRequester(ctx: Context, id: string, proof: string): Promise<void> {
  if (proof.trim().length < 10) throw new Refusal('invalid.reason');
  await changing(ctx, id, async (ctx, request) => {
    await ctx.database
      .updateTable('privacy_request')
      .set({
        proof: proof.trim(),
        proven_at: asDate(ctx.clock.now()),
        strength: Math.max(request.strength, 3),
      })
      .where('id', '=', request.id)
      .execute();
    await step(ctx, request.id, { what: 'proven' });
  });
}

/** Two months more, once, within the first month, and the person is told why (GDPR art. 12(3)). */
export async function extendRequest(
  ctx: Context,
  id: string,
  { why, timeZone }: { why: string; timeZone: string },
): Promise<void> {
  if (why.trim().length < 10) throw new Refusal('invalid.reason');
  await changing(ctx, id, async (ctx, request) => {
    const now = asDate(ctx.clock.now());
    if (request.extendedAt !== null || now > request.dueAt) throw new Refusal('conflict.request-extended');
    const due = dueFrom(asInstant(request.receivedAt), timeZone, longestMonths);
    await ctx.database
      .updateTable('privacy_request')
      .set({ due_at: asDate(due), extended_at: now, extended_why: why.trim() })
      .where('id', '=', request.id)
      .execute();
    await step(ctx, request.id, { what: 'extended', note: why.trim() });
  });
}

/**
 * A colleague saw what shows that somebody whom we treat as a minor is of age, after that person signed in and asked.
 * @throws Refusal `invalid.reason`, `forbidden.proof-of-age`, `conflict.request-kind`
 */
export async function confirmAge(ctx: Context, id: string, evidence: string): Promise<void> {
  if (evidence.trim().length < 10) throw new Refusal('invalid.reason');
  await changing(ctx, id, async (ctx, request) => {
    if (request.kind !== 'age' || request.personId === null)
      throw new Refusal('conflict.request-kind', { kind: request.kind });
    const { strength, personId } = request;
    await clearMinor(ctx, personId, { strength, evidence: evidence.trim() });
    await end(ctx, request, { state: 'done', outcome: null });
  });
}

/** It was done; `outcome` says what, in words that the person may read. */
export async function settleRequest(ctx: Context, id: string, outcome: string): Promise<void> {
  await changing(ctx, id, (ctx, request) =>
    end(ctx, request, { state: 'done', outcome: outcome.trim() || null }),
  );
}

/** A no needs a ground in the law and a reason. */
export async function refuseRequest(
  ctx: Context,
  id: string,
  { ground, reason }: { ground: Ground; reason: string },
): Promise<void> {
  if (!grounds.includes(ground)) throw new Refusal('invalid.ground');
  if (reason.trim().length < 10) throw new Refusal('invalid.reason');
  await changing(ctx, id, (ctx, request) =>
    end(ctx, request, { state: 'refused', outcome: reason.trim(), ground }),
  );
}

/** The person thought better of it. */
export async function dropRequest(ctx: Context, id: string): Promise<void> {
  await changing(ctx, id, (ctx, request) => end(ctx, request, { state: 'withdrawn', outcome: null }));
}

interface End {
  state: 'done' | 'refused' | 'withdrawn';
  outcome: string | null;
  ground?: Ground;
}

async function end(ctx: Context, request: PrivacyRequest, { state, outcome, ground }: End): Promise<void> {
  await ctx.database
    .updateTable('privacy_request')
    .set({
      state,
      outcome,
      ground: ground ?? null,
      ended_at: asDate(ctx.clock.now()),
      ended_by: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
    })
    .where('id', '=', request.id)
    .execute();
  await step(ctx, request.id, { what: state });
  await ctx.emit([requestTold(request.id, state, request.kind)]);
}

export async function step(
  ctx: Context,
  requestId: string,
  { what, note }: { what: string; note?: string },
): Promise<void> {
  await ctx.database
    .insertInto('privacy_request_step')
    .values({
      request_id: requestId,
      at: asDate(ctx.clock.now()),
      what,
      note: note ?? null,
      employee_id: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
    })
    .execute();
}

function employeeOf(ctx: Context): string {
  if (ctx.actor.kind !== 'employee') throw new Refusal('forbidden.action', { action: 'privacy.manage' });
  return ctx.actor.employeeId;
}
