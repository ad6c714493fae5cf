import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';

/** What somebody may ask of us by law, with its article of the law (GDPR, in the Netherlands AVG). */
export const requestKinds = {
  access: 'art. 15',
  export: 'art. 20',
  rectify: 'art. 16',
  erase: 'art. 17',
  restrict: 'art. 18',
  object: 'art. 21',
  age: 'art. 8',
} as const;
export type RequestKind = keyof typeof requestKinds;
export const kinds = Object.keys(requestKinds) as [RequestKind, ...RequestKind[]];

export const vias = ['mine', 'message', 'mail', 'phone', 'letter', 'counter'] as const;
export type Via = (typeof vias)[number];

/** On what the law lets us say no. A request is free, and a no says which of these and why. */
export const grounds = [
  'art-12-6-identity',
  'art-12-5-unfounded',
  'art-12-5-excessive',
  'art-15-4-others',
  'art-17-3-freedom',
  'art-17-3-legal-duty',
  'art-17-3-claims',
  'art-18-no-ground',
  'art-21-compelling',
] as const;
export type Ground = (typeof grounds)[number];

export type RequestState = 'open' | 'done' | 'refused' | 'withdrawn';

export interface PrivacyRequest {
  id: string;
  publicId: string;
  personId: string | null;
  kind: RequestKind;
  via: Via;
  wish: string | null;
  /** Of an objection or a restriction: for which purpose; null: for all. */
  purpose: string | null;
  receivedAt: Date;
  dueAt: Date;
  extendedAt: Date | null;
  extendedWhy: string | null;
  strength: number;
  proof: string | null;
  provenAt: Date | null;
  handlerId: string | null;
  handler: string | null;
  state: RequestState;
  outcome: string | null;
  ground: string | null;
  endedAt: Date | null;
}

export interface RequestStep {
  at: Date;
  what: string;
  note: string | null;
  by: string | null;
}

/** One month from when it came (GDPR art. 12(3)); the same day of the next month, or its last. */
export function dueFrom(received: Temporal.Instant, timeZone: string, months = 1): Temporal.Instant {
  return received.toZonedDateTimeISO(timeZone).add({ months }).toInstant();
}

/** Three months in all: the month of everybody and two more for what is complex. */
export const longestMonths = 3;

/** Days after a request came on which whoever handles it is reminded, and the colleagues who may when nobody does. */
export const reminderDays = [7, 21, 28] as const;

/** Runs under `legal`. @throws Refusal `not-found.request` */
export async function getRequest(ctx: Context, publicId: string): Promise<PrivacyRequest> {
  const row = await requestRows(ctx).where('r.public_id', '=', publicId).executeTakeFirst();
  if (!row) throw new Refusal('not-found.request', { id: publicId });
  return toRequest(row);
}

export async function lockRequest(ctx: Context, publicId: string): Promise<PrivacyRequest> {
  const row = await requestRows(ctx).where('r.public_id', '=', publicId).forUpdate('r').executeTakeFirst();
  if (!row) throw new Refusal('not-found.request', { id: publicId });
  return toRequest(row);
}

const pageSize = 50;

/** Open ones by the day they are due, or those that ended, newest first. Two statements at most. */
export async function listRequests(
  ctx: Context,
  { open, before }: { open: boolean; before?: string | undefined },
): Promise<{ rows: PrivacyRequest[]; next: string | null }> {
  const found = await requestRows(ctx)
    .where('r.state', open ? '=' : '<>', 'open')
    .$if(before !== undefined, (query) => query.where('r.id', '<', before ?? '0'))
    .$if(open, (query) => query.orderBy('r.due_at').orderBy('r.id'))
    .$if(!open, (query) => query.orderBy('r.id', 'desc'))
    .limit(pageSize + 1)
    .execute();
  const rows = found.slice(0, pageSize).map(toRequest);
  return { rows, next: !open && found.length > pageSize ? (rows.at(-1)?.id ?? null) : null };
}

export async function stepsOf(ctx: Context, requestId: string): Promise<RequestStep[]> {
  return ctx.database
    .selectFrom('privacy_request_step as s')
    .leftJoin('employee as e', 'e.id', 's.employee_id')
    .select(['s.at', 's.what', 's.note', 'e.name as by'])
    .where('s.request_id', '=', requestId)
    .orderBy('s.id')
    .execute();
}

function requestRows(ctx: Context) {
  return ctx.database
    .selectFrom('privacy_request as r')
    .leftJoin('employee as e', 'e.id', 'r.handler_id')
    .selectAll('r')
    .select('e.name as handler');
}

function toRequest(
  row: Awaited<ReturnType<ReturnType<typeof requestRows>['execute']>>[number],
): PrivacyRequest {
  return {
    id: row.id,
    publicId: row.public_id,
    personId: row.person_id,
    kind: row.kind as RequestKind,
    via: row.via as Via,
    wish: row.wish,
    purpose: row.purpose,
    receivedAt: row.received_at,
    dueAt: row.due_at,
    extendedAt: row.extended_at,
    extendedWhy: row.extended_why,
    strength: row.strength,
    proof: row.proof,
    provenAt: row.proven_at,
    handlerId: row.handler_id,
    handler: row.handler,
    state: row.state as RequestState,
    outcome: row.outcome,
    ground: row.ground,
    endedAt: row.ended_at,
  };
}
