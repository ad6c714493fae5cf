import { askedByHour } from '../../../conversations/measuring/weekly.ts';
import { listenedAccounts } from '../../../listening/listened.ts';
import { may } from '../../../organisation/authority.ts';
import { calendarFinder } from '../../../organisation/calendars.ts';
import { listCalendars } from '../../../organisation/opening/calendar-overview.ts';
import { isLimited, usedOf } from '../../../pilots/amounts.ts';
import { level } from '../../../pilots/benefit/effect.ts';
import { keptOf } from '../../../pilots/benefit/figures.ts';
import { isWithin, type LiveCode, liveCodes, weeksOf } from '../../../pilots/benefit/live.ts';
import { reckon } from '../../../pilots/benefit/reckoning.ts';
import { readCulture } from '../../../pilots/culture/asking.ts';
import { fitOf } from '../../../pilots/culture/items.ts';
import { runningGrants } from '../../../pilots/granting.ts';
import { findTemplate } from '../../../pilots/library/own.ts';
import { listLessons } from '../../../pilots/living/lessons.ts';
import { actsFrom, isOn } from '../../../pilots/living/life.ts';
import { getPilot, type Pilot, today } from '../../../pilots/living/pilot.ts';
import { lackingFor } from '../../../pilots/living/planning.ts';
import { asksOf } from '../../../pilots/living/proposing.ts';
import { stepsOf } from '../../../pilots/portfolio/history.ts';
import { asInstant } from '../../../platform/clock.ts';
import { type Context, transact } from '../../../platform/context.ts';
import type { PageContext } from '../../../platform/http/load-context.ts';
import { fallbackTimeZone } from '../../layout/time-zone.ts';
import { capabilityNames, type Naming, readNaming, scopeView } from '../naming.ts';
import { writtenPlan, writtenScope } from './plan-view.ts';

const baselineWeeks = 8;

/** Everything that the page of one pilot shows, as plain data. */
export async function readPilot(page: PageContext, id: string) {
  const { context: ctx, locale } = page;
  const pilot = await getPilot(ctx, id);
  const naming = await readNaming(ctx);
  const date = await today(ctx);
  const planning = pilot.state === 'fitted' || pilot.state === 'planned';
  const template = pilot.template ? await findTemplate(ctx, pilot.template) : undefined;
  return {
    pilot: headOf(pilot),
    switches: capabilityNames(pilot.capabilities, locale),
    may: mayOf(ctx, pilot),
    acts: actsFrom(pilot),
    fit: await fitShown(ctx, pilot),
    planning: planning
      ? {
          written: writtenPlan(pilot, { template, naming, locale, today: date }),
          choices: await choicesFor(ctx, naming),
          measured: await measuredNow(page, pilot),
          lacking: pilot.state === 'planned' ? await lackingFor(ctx, pilot) : null,
          supersedes: await supersededBy(ctx, pilot, locale),
        }
      : null,
    on: isOn(pilot) ? await onNow(ctx, pilot, naming) : null,
    result: pilot.phase > 0 ? await resultOf(ctx, pilot) : null,
    steps: (await stepsOf(ctx, pilot.id)).map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })),
    lessons: (await listLessons(ctx, { pilotId: pilot.id })).map(({ at, ...rest }) => ({
      ...rest,
      at: at.toISOString(),
    })),
    today: date,
  };
}

export type ShownPilot = Awaited<ReturnType<typeof readPilot>>;

function headOf({
  publicId,
  title,
  goal,
  state,
  phase,
  area,
  template,
  owner,
  sponsor,
  department,
  endsOn,
}: Pilot) {
  return {
    id: publicId,
    title,
    goal,
    state,
    phase,
    area,
    template,
    owner: owner?.name ?? null,
    sponsor: sponsor?.name ?? null,
    department: department?.name ?? null,
    endsOn,
  };
}

function mayOf({ actor }: Context, { owner, sponsor }: Pilot) {
  const me = actor.kind === 'employee' ? actor.employeeId : null;
  const manages = may(actor, 'pilot.manage');
  return {
    arrange: manages || (me !== null && me === owner?.id),
    decide: manages || (me !== null && me === sponsor?.id),
  };
}

async function fitShown(ctx: Context, pilot: Pilot) {
  if (pilot.fit) return { ...pilot.fit, done: true as const };
  const { profile } = await readCulture(ctx);
  return { ...fitOf(await asksOf(ctx, pilot), profile ?? {}), done: false as const };
}

export async function choicesFor(ctx: Context, naming: Naming) {
  const options = (names: ReadonlyMap<string, string>) =>
    [...names].map(([value, label]) => ({ value, label }));
  return {
    channels: [...new Set((await listenedAccounts(ctx)).map(({ channel }) => channel))],
    departments: options(naming.departments),
    people: options(naming.people),
    calendars: (await listCalendars(ctx)).flatMap(({ key, name, versions }) =>
      versions.slice(0, 3).map(({ version }) => ({
        value: `calendar:${key}:${version}`,
        label: `${name} (${version})`,
      })),
    ),
  };
}

/** The figure of the plan over the last eight weeks, within the scope of phase 1: a baseline to take over. */
async function measuredNow(
  { context: ctx, timeZone = fallbackTimeZone }: PageContext,
  pilot: Pilot,
): Promise<{ code: LiveCode; value: number; n: number } | null> {
  const code = liveCodes.find((one) => one === (pilot.plan?.metric?.code ?? 'RR'));
  if (!code || !pilot.plan) return null;
  const scope = pilot.plan.phases[0]?.scope ?? {};
  return transact(ctx, 'service', async (ctx) => {
    const since = ctx.clock.now().subtract({ hours: baselineWeeks * 7 * 24 });
    const hours = await askedByHour(ctx, { since, timezone: timeZone });
    const findCalendar = await calendarFinder(ctx);
    const weeks = weeksOf(
      code,
      hours.filter((one) => isWithin(scope, one, findCalendar)),
    );
    const n = weeks.reduce((sum, week) => sum + week.n, 0);
    if (n === 0) return null;
    return { code, n, value: level({ unit: code === 'FRT' ? 'seconds' : 'share' }, weeks).mean };
  });
}

/** What was on for everybody without a plan, and will be within the scope only. */
async function supersededBy(ctx: Context, { capabilities }: Pilot, locale: PageContext['locale']) {
  const unplanned = (await runningGrants(ctx)).filter(({ basis }) => basis === 'no_pilot_yet');
  const own = capabilities.filter((one) => unplanned.some((grant) => grant.capabilities.includes(one)));
  return capabilityNames(own, locale);
}

async function onNow(ctx: Context, pilot: Pilot, naming: Naming) {
  const next = pilot.plan?.phases.find((_, at) => at === pilot.phase) ?? null;
  return {
    ...scopeView(pilot.scope ?? {}, naming),
    used: isLimited(pilot.scope ?? {})
      ? ((await usedOf(ctx, [{ key: pilot.publicId }], await today(ctx))).get(pilot.publicId) ?? null)
      : null,
    since: (pilot.phaseStartedAt ?? pilot.createdAt).toISOString(),
    written: writtenScope(pilot.scope ?? {}, 1, naming),
    choices: await choicesFor(ctx, naming),
    next: next && { about: next.about, days: next.days, ...scopeView(next.scope, naming) },
    longest: Math.floor((pilot.plan?.phases.find((_, at) => at === pilot.phase - 1)?.days ?? 0) / 2),
  };
}

export async function resultOf(ctx: Context, pilot: Pilot) {
  const kept = (await keptOf(ctx, [pilot.id])).get(pilot.id);
  const { plan } = pilot;
  if (!plan || !kept) return null;
  const began = asInstant(pilot.phaseStartedAt ?? pilot.createdAt);
  const day = Temporal.PlainDate.from(began.toString().slice(0, 10));
  const start = day.subtract({ days: day.dayOfWeek - 1 }).toString();
  const weeks = ctx.clock.now().since(began).total('hours') / (24 * 7);
  const { phase, extended } = pilot;
  const reckoned = reckon({ plan, phase, extended, ...kept, start, weeks });
  const beside = new Map(kept.benefit.beside.map((one) => [one.week, one]));
  return {
    ...reckoned,
    start,
    metric: plan.metric,
    target: plan.target,
    baseline: plan.baseline,
    guardName: plan.guard?.name ?? null,
    measuredAt: kept.notedAt?.toISOString() ?? null,
    live: liveCodes.some((code) => code === plan.metric?.code),
    costs: kept.costs,
    weeks: kept.benefit.pilot.map(({ week, n, value }) => ({
      week,
      n,
      value,
      beside: beside.get(week)?.value ?? null,
    })),
  };
}

export type Result = NonNullable<Awaited<ReturnType<typeof resultOf>>>;
