import { type AskedHour, askedByHour } from './conversations/measuring/weekly.ts';
import { calendarFinder } from './organisation/calendars.ts';
import { findColleagues } from './organisation/employees.ts';
import { getOrganisation } from './organisation/organisation.ts';
import { keepSeries, type Series } from './pilots/benefit/figures.ts';
import { isWithin, type LiveCode, liveCodes, weeksOf } from './pilots/benefit/live.ts';
import { isOn } from './pilots/living/life.ts';
import { listPilots, type Pilot } from './pilots/living/pilot.ts';
import type { PilotNotice } from './pilots/living/watching.ts';
import { type Context, type Locale, transact } from './platform/context.ts';
import { formatsFor } from './platform/format.ts';
import { sendMail } from './platform/mail/mail.ts';
import { words } from './platform/words.ts';
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
  const { locale: standard, timezone } = await getOrganisation(ctx);
  for (const { id, email, locale: own } of await findColleagues(ctx, notice.employeeIds)) {
    const locale: Locale = own ?? standard;
    const said = words(locale);
    const mail = said.pilots.reminder[notice.kind];
    const day = formatsFor(said.kit, locale, timezone).day(`${notice.endsOn}T12:00:00Z`);
    await sendMail(ctx, {
      to: email,
      kind: 'pilot-reminder',
      personId: null,
      locale,
      subject: mail.subject(notice.title, day),
      text: mail.text(notice.title, `${ctx.outside.baseUrl}${urls.pilot(notice.publicId)}`),
      key: `${notice.key}:${id}`,
      reference: notice.publicId,
    });
  }
}
