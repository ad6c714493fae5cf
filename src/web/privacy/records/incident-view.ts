import type { Context } from '../../../platform/context.ts';
import { hoursLeft, type Incident } from '../../../privacy/records/incident.ts';

export function incidentView(ctx: Context, incident: Incident) {
  const { foundAt, notifyDueAt, countedAt, authorityToldAt, personsToldAt, endedAt, ...rest } = incident;
  return {
    ...rest,
    left: hoursLeft(incident, ctx.clock.now()),
    foundAt: foundAt.toISOString(),
    notifyDueAt: notifyDueAt.toISOString(),
    countedAt: countedAt?.toISOString() ?? null,
    authorityToldAt: authorityToldAt?.toISOString() ?? null,
    personsToldAt: personsToldAt?.toISOString() ?? null,
    ended: endedAt !== null,
  };
}

export type IncidentView = ReturnType<typeof incidentView>;
