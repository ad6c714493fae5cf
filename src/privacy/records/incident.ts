import type { Updateable } from 'kysely';
import { asDate, asInstant } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { DB } from '../../platform/generated/database.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Hours from when a breach was found within which the authority must know (GDPR art. 33(1)). */
export const hoursToTell = 72;
export const risks = ['none', 'risk', 'high'] as const;
export type Risk = (typeof risks)[number];

/** Whom a breach touches, as a question; what is left out does not narrow it. */
export interface IncidentScope {
  channel?: string;
  from?: string;
  until?: string;
  activity?: string;
  words?: string;
}

export interface Incident {
  publicId: string;
  title: string;
  story: string;
  foundAt: Date;
  notifyDueAt: Date;
  scope: IncidentScope;
  touched: number | null;
  countedAt: Date | null;
  risk: Risk | null;
  authorityToldAt: Date | null;
  authorityReference: string | null;
  personsToldAt: Date | null;
  whyNot: string | null;
  endedAt: Date | null;
}

export interface NewIncident {
  title: string;
  story: string;
  /** When somebody of us first knew: the clock of 72 hours runs from there. */
  foundAt: Temporal.Instant;
  scope: IncidentScope;
}

export async function reportIncident(ctx: Context, told: NewIncident): Promise<string> {
  if (Temporal.Instant.compare(told.foundAt, ctx.clock.now()) > 0) throw new Refusal('invalid.found');
  return transact(ctx, 'legal', async (ctx) => {
    const id = publicId('in', ctx.clock.now().epochMilliseconds);
    await ctx.database
      .insertInto('incident')
      .values({
        public_id: id,
        title: told.title.trim(),
        story: told.story.trim(),
        found_at: asDate(told.foundAt),
        notify_due_at: asDate(told.foundAt.add({ hours: hoursToTell })),
        scope: JSON.stringify(told.scope),
        made_by: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
      })
      .execute();
    return id;
  });
}

/** Open ones by what is due first, then those that ended. Runs under `legal`. */
export async function listIncidents(ctx: Context): Promise<Incident[]> {
  const rows = await incidentRows(ctx)
    .orderBy('ended_at', 'desc')
    .orderBy('notify_due_at')
    .limit(100)
    .execute();
  return rows.map(toIncident);
}

export async function getIncident(ctx: Context, id: string): Promise<Incident> {
  const row = await incidentRows(ctx).where('public_id', '=', id).executeTakeFirst();
  if (!row) throw new Refusal('not-found.incident', { id });
  return toIncident(row);
}

/** How many people the scope touches, as counted now. */
export async function keepCount(ctx: Context, id: string, touched: number): Promise<void> {
  await change(ctx, id, { touched, counted_at: asDate(ctx.clock.now()) });
}

export type IncidentStep =
  | { step: 'scope'; scope: IncidentScope }
  | { step: 'risk'; risk: Risk; whyNot: string }
  | { step: 'authority'; reference: string }
  | { step: 'persons' }
  | { step: 'end' };

/**
 * What was done about it. It only ends when the authority was told, or when it is written down why a breach without
 * risk needs no telling; with a high risk the people themselves must have been told too (art. 34).
 */
export async function moveIncident(ctx: Context, id: string, wanted: IncidentStep): Promise<void> {
  await transact(ctx, 'legal', async (ctx) => {
    const incident = await getIncident(ctx, id);
    if (incident.endedAt !== null) throw new Refusal('conflict.incident-ended');
    const now = asDate(ctx.clock.now());
    switch (wanted.step) {
      case 'scope':
        return change(ctx, id, { scope: JSON.stringify(wanted.scope), touched: null, counted_at: null });
      case 'risk':
        if (wanted.risk === 'none' && wanted.whyNot.trim().length < 10) throw new Refusal('invalid.reason');
        return change(ctx, id, { risk: wanted.risk, why_not: wanted.whyNot.trim() || null });
      case 'authority':
        return change(ctx, id, {
          authority_told_at: now,
          authority_reference: wanted.reference.trim() || null,
        });
      case 'persons':
        return change(ctx, id, { persons_told_at: now });
      default:
        refuseEarly(incident);
        return change(ctx, id, {
          ended_at: now,
          ended_by: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
        });
    }
  });
}

function refuseEarly({ risk, authorityToldAt, personsToldAt }: Incident): void {
  if (risk === null) throw new Refusal('conflict.incident-risk');
  if (risk !== 'none' && authorityToldAt === null) throw new Refusal('conflict.incident-authority');
  if (risk === 'high' && personsToldAt === null) throw new Refusal('conflict.incident-persons');
}

/** Hours that are left to tell the authority; below zero it is late. null: it was told, or need not be. */
export function hoursLeft(incident: Incident, now: Temporal.Instant): number | null {
  if (incident.authorityToldAt !== null || incident.risk === 'none' || incident.endedAt !== null) return null;
  return Math.floor(asInstant(incident.notifyDueAt).since(now).total('hours'));
}

async function change(ctx: Context, id: string, values: Updateable<DB['incident']>): Promise<void> {
  await ctx.database.updateTable('incident').set(values).where('public_id', '=', id).execute();
}

function incidentRows(ctx: Context) {
  return ctx.database.selectFrom('incident').selectAll();
}

function toIncident(row: Awaited<ReturnType<ReturnType<typeof incidentRows>['execute']>>[number]): Incident {
  return {
    publicId: row.public_id,
    title: row.title,
    story: row.story,
    foundAt: row.found_at,
    notifyDueAt: row.notify_due_at,
    scope: row.scope as IncidentScope,
    touched: row.touched,
    countedAt: row.counted_at,
    risk: row.risk as Risk | null,
    authorityToldAt: row.authority_told_at,
    authorityReference: row.authority_reference,
    personsToldAt: row.persons_told_at,
    whyNot: row.why_not,
    endedAt: row.ended_at,
  };
}
