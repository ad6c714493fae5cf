import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';

/** The way of an erasure, in order. Until it is frozen the person may take it back; after that nothing is left to keep. */
export const erasureStates = [
  'received',
  'proven',
  'shown',
  'cooling',
  'frozen',
  'running',
  'verified',
  'certified',
  'withdrawn',
] as const;
export type ErasureState = (typeof erasureStates)[number];

/** How much stands where, before it goes. */
export interface ScopeLine {
  place: string;
  mode: 'delete' | 'detach' | 'keep';
  rows: number;
  reason?: string;
  until?: string;
}

export interface Erasure {
  id: string;
  publicId: string;
  requestId: string | null;
  personIds: string[];
  state: ErasureState;
  strength: number;
  coolingDays: number;
  scope: ScopeLine[] | null;
  receivedAt: Date;
  coolingUntil: Date | null;
  frozenAt: Date | null;
  endedAt: Date | null;
  /** Since when a legal hold keeps it waiting. */
  heldAt: Date | null;
  certificate: Certificate | null;
  certificateHash: string | null;
}

/** What was done, for the person and for whoever asks for proof. Names nobody. */
export interface Certificate {
  kind: 'polder-erasure';
  erasure: string;
  receivedAt: string;
  frozenAt: string;
  startedAt: string;
  verifiedAt: string;
  places: {
    place: string;
    mode: string;
    erased: number;
    left: number;
    keptReason?: string;
    keptUntil?: string;
  }[];
}

/** Of identity: signed in, or control of an address together with a second proof (trust: export and erasure). */
export const proofToErase = 3;
export const mostCoolingDays = 14;

/** Runs under `legal`. @throws Refusal `not-found.erasure` */
export async function getErasure(ctx: Context, publicId: string): Promise<Erasure> {
  const row = await erasureRows(ctx).where('public_id', '=', publicId).executeTakeFirst();
  if (!row) throw new Refusal('not-found.erasure', { id: publicId });
  return toErasure(row);
}

/** The same, locked: of two who move it at once, the second sees what the first did. */
export async function lockErasure(ctx: Context, publicId: string): Promise<Erasure> {
  const row = await erasureRows(ctx).where('public_id', '=', publicId).forUpdate().executeTakeFirst();
  if (!row) throw new Refusal('not-found.erasure', { id: publicId });
  return toErasure(row);
}

export async function findErasureOf(ctx: Context, requestId: string): Promise<Erasure | undefined> {
  const row = await erasureRows(ctx)
    .where('request_id', '=', requestId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toErasure(row) : undefined;
}

/** Those that wait for Polder and not for a person, oldest first. */
export async function erasuresUnderWay(ctx: Context): Promise<Erasure[]> {
  const rows = await erasureRows(ctx)
    .where('state', 'in', ['proven', 'cooling', 'frozen', 'running', 'verified'])
    .orderBy('id')
    .execute();
  return rows.map(toErasure);
}

function erasureRows(ctx: Context) {
  return ctx.database.selectFrom('erasure').selectAll();
}

function toErasure(row: Awaited<ReturnType<ReturnType<typeof erasureRows>['execute']>>[number]): Erasure {
  return {
    id: row.id,
    publicId: row.public_id,
    requestId: row.request_id,
    personIds: row.person_ids,
    state: row.state as ErasureState,
    strength: row.strength,
    coolingDays: row.cooling_days,
    scope: row.scope as unknown as ScopeLine[] | null,
    receivedAt: row.received_at,
    coolingUntil: row.cooling_until,
    frozenAt: row.frozen_at,
    endedAt: row.ended_at,
    heldAt: row.held_at,
    certificate: row.certificate as unknown as Certificate | null,
    certificateHash: row.certificate_hash,
  };
}
