import { type AskedHour, askedByHour } from './conversations/measuring/weekly.ts';
import { mailColleagues } from './mailing-colleagues.ts';
import { calendarFinder } from './organisation/calendars.ts';
import { getOrganisation } from './organisation/organisation.ts';
import { keepSeries, type Series } from './pilots/benefit/figures.ts';
import { isWithin, type LiveCode, liveCodes, weeksOf } from './pilots/benefit/live.ts';
import { isOn } from './pilots/living/life.ts';
import { listPilots, type Pilot } from './pilots/living/pilot.ts';
import type { PilotNotice } from './pilots/living/watching.ts';
import { type Context, transact } from './platform/context.ts';
import type { Event } from './platform/events.ts';
import { urls } from './urls.ts';

/** So much of the time before the phase is measured, for the comparison. */
const historyWeeks = 16;

/** Measures every pilot that is on by the live rows: within its scope, and beside it for the comparison. */
export async function measurePilots(ctx: Context): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const live = (await listPilots(ctx)).filter((one) => isOn(one) && liveCodeOf(one));
    if (live.length === 0) return;
    const { timezone } = await getOrganisation(ctx);
    const since = live
      .map(({ phaseStartedAt }) => (phaseStartedAt ?? new Date(0)).getTime())
      .reduce((a, b) => Math.min(a, b));
    const from = Temporal.Instant.fromEpochMilliseconds(since).subtract({ hours: historyWeeks * 7 * 24 });
    const hours = await askedByHour(ctx, { since: from, timezone });
    const findCalendar = await calendarFinder(ctx);
    for (const pilot of live) await keepSeries(ctx, pilot.id, seriesOf(pilot, hours, findCalendar));
  });
}

function liveCodeOf({ plan }: Pilot): LiveCode | undefined {
  return liveCodes.find((code) => code === plan?.metric?.code);
}

function seriesOf(
  pilot: Pilot,
  hours: readonly AskedHour[],
  findCalendar: Awaited<ReturnType<typeof calendarFinder>>,
): Series[] {
  const code = liveCodeOf(pilot);
  if (!code) return [];
  const { in: within = [], out: beside = [] } = Object.groupBy(hours, (one) =>
    isWithin(pilot.scope ?? {}, one, findCalendar) ? 'in' : 'out',
  );
  return [
    { metric: 'benefit', side: 'pilot', weeks: weeksOf(code, within) },
    { metric: 'benefit', side: 'beside', weeks: weeksOf(code, beside) },
  ];
}

/** Owner and sponsor hear by mail that a pilot is about to end, or that it waits for their decision. */
export async function tellOfPilot(ctx: Context, notice: PilotNotice): Promise<void> {
  await mailColleagues(ctx, { ...notice, kind: 'pilot-reminder' }, ({ said, formats }) => {
    const mail = said.pilots.reminder[notice.kind];
    const day = formats.day(`${notice.endsOn}T12:00:00Z`);
    const link = `${ctx.outside.baseUrl}${urls.pilot(notice.publicId)}`;
    return { subject: mail.subject(notice.title, day), text: mail.text(notice.title, link) };
  });
}

/** They hear likewise that its cap or its budget is nearly used, and that it is: from then on it is off. */
export async function tellOfLimit(ctx: Context, { seq, verb, subjectId, data }: Event): Promise<void> {
  const pilot = (await listPilots(ctx)).find(({ id }) => id === subjectId);
  if (!pilot) return;
  const kind = verb === 'pilot.used-up' ? 'used-up' : 'nearly-used';
  const employeeIds = [...new Set([pilot.owner?.id, pilot.sponsor?.id].flatMap((id) => id ?? []))];
  const of = { kind: 'pilot-limit', employeeIds, key: `pilot-limit:${seq}`, publicId: pilot.publicId };
  await mailColleagues(ctx, of, ({ said, formats }) => {
    const mail = said.pilotLimits[kind];
    const bound = said.pilotLimits.bounds[data.what as keyof typeof said.pilotLimits.bounds](
      formats.number(data.limit as number),
    );
    const link = `${ctx.outside.baseUrl}${urls.pilot(pilot.publicId)}`;
    return { subject: mail.subject(pilot.title), text: mail.text(pilot.title, bound, link) };
  });
}
