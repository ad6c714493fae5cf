import type { Template } from '../../../pilots/library/template.ts';
import type { Pilot } from '../../../pilots/living/pilot.ts';
import type { Plan, PlannedPhase } from '../../../pilots/living/plan.ts';
import type { Scope } from '../../../pilots/scope.ts';
import type { Locale } from '../../../platform/words.ts';
import type { Naming } from '../naming.ts';

export type Written = Record<string, string>;

/** What stands in the fields of the plan: what was kept, else what the template knows, else nothing. */
export function writtenPlan(
  pilot: Pilot,
  {
    template,
    naming,
    locale,
    today,
  }: {
    template: Template | undefined;
    naming: Naming;
    locale: Locale;
    today: string;
  },
): Written {
  const { plan } = pilot;
  const who = {
    title: pilot.title,
    goal: pilot.goal,
    owner: pilot.owner?.id ?? '',
    sponsor: pilot.sponsor?.id ?? '',
    department: pilot.department?.id ?? '',
  };
  if (plan) return { ...who, ...ofPlan(plan), ...phasesOf(plan.phases, naming) };
  // An idea that recovers something that was lost begins with the scope that was enough then.
  const first = pilot.scope ? writtenScope(pilot.scope, 1, naming) : {};
  if (!template) return { ...who, metric: 'own', targetOn: addDays(today, 60), ...first };
  return { ...who, ...ofTemplate(template, { locale, today }), ...first };
}

function ofPlan(plan: Plan): Written {
  const { metric, guard, otherCosts } = plan;
  return {
    metric: metric?.code ?? 'own',
    metricName: metric?.code === 'own' ? metric.name : '',
    type: metric?.type ?? 'service',
    unit: metric?.unit ?? 'share',
    better: metric?.better ?? 'higher',
    baseline: write(plan.baseline),
    target: write(plan.target),
    targetOn: plan.targetOn ?? '',
    unitValue: write(plan.unitValue),
    guard: guard?.name ?? '',
    guardLimit: write(guard?.limit ?? null),
    guardBetter: guard?.better ?? 'higher',
    means: plan.means.map(({ what, present }) => `${present ? '+' : '-'} ${what}`).join('\n'),
    hours: write(plan.hours),
    rate: write(plan.rate),
    tools: write(otherCosts.tools || null),
    media: write(otherCosts.media || null),
    incentives: write(otherCosts.incentives || null),
    platform: write(otherCosts.platform || null),
    stretch: plan.stretch,
  };
}

function ofTemplate(template: Template, { locale, today }: { locale: Locale; today: string }): Written {
  const { metric, phases, hoursAWeek } = template;
  const said = template[locale];
  const written: Written = {
    metric: metric.code,
    metricName: metric.code === 'own' ? said.metric : '',
    type: metric.type,
    unit: metric.unit,
    better: metric.better,
    target: write(metric.target),
    targetOn: addDays(today, metric.days),
    means: said.means.map((one) => `- ${one}`).join('\n'),
    hours: String(hoursAWeek),
  };
  for (const [i, phase] of phases.entries()) {
    const at = i + 1;
    written[`p${at}.about`] = said.phases[i] ?? '';
    written[`p${at}.days`] = String(phase.days);
    written[`p${at}.hours`] = phase.hours ?? 'none';
    written[`p${at}.approval`] = phase.approval ?? 'any';
    written[`p${at}.visibility`] = phase.visibility ?? 'any';
    written[`p${at}.topics`] = phase.topics?.join(', ') ?? '';
    written[`p${at}.languages`] = phase.languages?.join(', ') ?? '';
    if (phase.volumeCap) {
      written[`p${at}.cap`] = String(phase.volumeCap.count);
      written[`p${at}.capPer`] = phase.volumeCap.per;
    }
  }
  return written;
}

function phasesOf(phases: readonly (PlannedPhase | null)[], naming: Naming): Written {
  const written: Written = {};
  for (const [i, phase] of phases.entries()) {
    if (!phase) continue;
    const at = i + 1;
    written[`p${at}.about`] = phase.about;
    written[`p${at}.days`] = String(phase.days);
    Object.assign(written, writtenScope(phase.scope, at, naming));
  }
  return written;
}

/** A scope in the fields of one phase. */
export function writtenScope(scope: Scope, at: number, { people }: Naming): Written {
  const written: Written = {};
  for (const name of ['channels', 'topics', 'products', 'languages'] as const)
    written[`p${at}.${name}`] = scope[name]?.join(', ') ?? '';
  written[`p${at}.people`] = scope.people?.map((id) => people.get(id) ?? id).join(', ') ?? '';
  written[`p${at}.department`] = scope.departments?.[0] ?? '';
  written[`p${at}.hours`] = scope.hours ? `calendar:${scope.hours.calendar}:${scope.hours.version}` : 'none';
  written[`p${at}.approval`] = scope.approval ?? 'any';
  written[`p${at}.visibility`] = scope.visibility ?? 'any';
  written[`p${at}.cap`] = scope.volumeCap ? String(scope.volumeCap.count) : '';
  written[`p${at}.capPer`] = scope.volumeCap?.per ?? 'day';
  written[`p${at}.eur`] = write(scope.budget?.eur ?? null);
  written[`p${at}.work`] = write(scope.budget?.hours ?? null);
  return written;
}

function write(value: number | null): string {
  return value === null ? '' : String(value);
}

function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
