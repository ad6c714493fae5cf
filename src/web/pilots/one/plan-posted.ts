import type { Capability } from '../../../pilots/capability.ts';
import type { Openness } from '../../../pilots/library/template.ts';
import { calendarFor } from '../../../pilots/living/hours.ts';
import type { Metric, Plan, PlannedPhase } from '../../../pilots/living/plan.ts';
import type { Planned } from '../../../pilots/living/planning.ts';
import type { HoursReference, Scope } from '../../../pilots/scope.ts';
import { parseScope } from '../../../pilots/scope-reading.ts';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { words } from '../../../platform/words.ts';
import type { Naming } from '../naming.ts';

type Typed = Readonly<Record<string, string>>;

/** A number as somebody types it, with a comma or a point; null for nothing. @throws Refusal `invalid.figure` */
export function numberIn(typed: string | undefined): number | null {
  const text = (typed ?? '').trim().replaceAll(' ', '').replace(',', '.');
  if (text === '') return null;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Refusal('invalid.figure', { typed: text });
  return value;
}

const list = (typed: string | undefined) => [
  ...new Set((typed ?? '').split(',').flatMap((one) => one.trim() || [])),
];

/** The plan as the form sends it. What is empty stays empty: the page says what is still missing. */
export async function planIn(
  ctx: Context,
  typed: Typed,
  { naming, capabilities }: { naming: Naming; capabilities: readonly Capability[] },
): Promise<Planned> {
  const plan: Plan = {
    metric: metricIn(ctx, typed),
    baseline: numberIn(typed.baseline),
    target: numberIn(typed.target),
    targetOn: /^\d{4}-\d\d-\d\d$/.test(typed.targetOn ?? '') ? (typed.targetOn ?? null) : null,
    guard: guardIn(typed),
    means: meansIn(typed.means),
    unitValue: numberIn(typed.unitValue) ?? 0,
    hours: numberIn(typed.hours) ?? 0,
    rate: numberIn(typed.rate) ?? 0,
    otherCosts: {
      tools: numberIn(typed.tools) ?? 0,
      media: numberIn(typed.media) ?? 0,
      incentives: numberIn(typed.incentives) ?? 0,
      platform: numberIn(typed.platform) ?? 0,
    },
    capabilities,
    phases: [
      await phaseIn(ctx, typed, { at: 1, naming }),
      await phaseIn(ctx, typed, { at: 2, naming }),
      await phaseIn(ctx, typed, { at: 3, naming }),
    ],
    stretch: (typed.stretch ?? '').trim(),
  };
  return {
    title: (typed.title ?? '').trim(),
    goal: (typed.goal ?? '').trim(),
    ownerId: chosen(typed.owner, naming.people),
    sponsorId: chosen(typed.sponsor, naming.people),
    departmentId: chosen(typed.department, naming.departments),
    plan,
  };
}

function chosen(id: string | undefined, known: ReadonlyMap<string, string>): string | null {
  return id && known.has(id) ? id : null;
}

const fixed = {
  RR: { type: 'service', unit: 'share', better: 'higher' },
  SL60: { type: 'service', unit: 'share', better: 'higher' },
  FRT: { type: 'service', unit: 'seconds', better: 'lower' },
} as const;

function metricIn(ctx: Context, typed: Typed): Metric | null {
  const code = typed.metric ?? '';
  if (code === 'RR' || code === 'SL60' || code === 'FRT')
    return { code, name: words(ctx.locale).measures.names[code], ...fixed[code] };
  const name = (typed.metricName ?? '').trim();
  if (code !== 'own' || name === '') return null;
  return {
    code,
    name,
    type: typed.type as Metric['type'],
    unit: typed.unit as Metric['unit'],
    better: typed.better === 'lower' ? 'lower' : 'higher',
  };
}

function guardIn(typed: Typed): Plan['guard'] {
  const name = (typed.guard ?? '').trim();
  const limit = numberIn(typed.guardLimit);
  if (name === '' || limit === null) return null;
  return { name, code: 'own', better: typed.guardBetter === 'lower' ? 'lower' : 'higher', limit };
}

/** `+ what is there`, `- what is not there yet`; without a sign it is there not yet either. */
export function meansIn(typed: string | undefined): Plan['means'] {
  return (typed ?? '').split('\n').flatMap((line) => {
    const what = line.replace(/^\s*[+-]?\s*/, '').trim();
    return what === '' ? [] : [{ what, present: line.trim().startsWith('+') }];
  });
}

interface PhaseAt {
  at: number;
  naming: Naming;
}

async function phaseIn(ctx: Context, typed: Typed, { at, naming }: PhaseAt): Promise<PlannedPhase | null> {
  const days = numberIn(typed[`p${at}.days`]);
  if (days === null || days < 1) return null;
  return {
    scope: await scopeIn(ctx, typed, { at, naming }),
    days: Math.round(days),
    about: (typed[`p${at}.about`] ?? '').trim(),
  };
}

/** The scope of one set of fields, `p1.channels` and so on. @throws Refusal `invalid.scope`, `invalid.person-name` */
export async function scopeIn(ctx: Context, typed: Typed, { at, naming }: PhaseAt): Promise<Scope> {
  const of = (name: string) => typed[`p${at}.${name}`];
  const lists = Object.fromEntries(
    (['channels', 'topics', 'products', 'languages'] as const).flatMap((name) => {
      const values = list(of(name));
      return values.length > 0 ? [[name, values]] : [];
    }),
  );
  const department = chosen(of('department'), naming.departments);
  const people = list(of('people')).map((name) => personNamed(name, naming));
  const hours = await hoursIn(ctx, of('hours'));
  const count = numberIn(of('cap'));
  const [eur, work] = [numberIn(of('eur')), numberIn(of('work'))];
  const budget = { ...(eur !== null && { eur }), ...(work !== null && { hours: work }) };
  const { approval = 'any', visibility = 'any' } = { approval: of('approval'), visibility: of('visibility') };
  return parseScope({
    ...lists,
    ...(department && { departments: [department] }),
    ...(people.length > 0 && { people: [...new Set(people)] }),
    ...(hours && { hours }),
    ...(approval !== 'any' && approval && { approval }),
    ...(visibility !== 'any' && visibility && { visibility }),
    ...(count !== null && { volumeCap: { count, per: of('capPer') ?? 'day' } }),
    ...((eur !== null || work !== null) && { budget }),
  });
}

function personNamed(name: string, { people }: Naming): string {
  const found = [...people].filter(([, own]) => own.toLowerCase() === name.toLowerCase());
  const [one] = found;
  if (!one || found.length > 1) throw new Refusal('invalid.person-name', { name });
  return one[0];
}

/** `office`, `evenings`, `weekend`, or `calendar:KEY:VERSION` for one that exists. */
async function hoursIn(ctx: Context, typed: string | undefined): Promise<HoursReference | null> {
  if (!typed || typed === 'none') return null;
  const [, calendar, version] = /^calendar:(.+):(\d+)$/.exec(typed) ?? [];
  if (calendar && version) return { calendar, version: Number(version) };
  const name = words('nl').piloting.plan.opennesses[typed as Openness];
  return name ? calendarFor(ctx, typed as Openness, capital(name)) : null;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
