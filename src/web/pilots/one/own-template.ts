import type { Template, TemplatePhase } from '../../../pilots/library/template.ts';
import type { Pilot } from '../../../pilots/living/pilot.ts';
import type { PlannedPhase } from '../../../pilots/living/plan.ts';
import { Refusal } from '../../../platform/refusal.ts';

/** What a pilot did, without what was only of this one: its people, channels and numbers. */
export function templateOf({
  plan,
  title,
  goal,
  area,
  capabilities,
  department,
}: Pilot): Omit<Template, 'key'> {
  const metric = plan?.metric;
  const [one, two, three] = plan?.phases ?? [];
  if (!plan || !metric || !one || !two || !three)
    throw new Refusal('conflict.pilot-not-ready', { missing: [] });
  const words = {
    name: title,
    about: goal || title,
    means: plan.means.map(({ what }) => what),
    metric: metric.name,
    benefit: metric.name,
    guard: plan.guard?.name ?? '-',
    boards: department?.name ?? '-',
    phases: [one.about || title, two.about || title, three.about || title] as const,
  };
  return {
    area,
    fit: {},
    capabilities,
    metric: {
      code: metric.code,
      type: metric.type,
      unit: metric.unit,
      better: metric.better,
      target: plan.target,
      days: 60,
    },
    hoursAWeek: plan.hours,
    phases: [phaseOf(one), phaseOf(two), phaseOf(three)],
    nl: words,
    en: words,
  };
}

function phaseOf({ scope, days }: PlannedPhase): TemplatePhase {
  const { approval, visibility, topics, languages, volumeCap } = scope;
  return {
    days,
    ...(approval && { approval }),
    ...(visibility && { visibility }),
    ...(topics && { topics }),
    ...(languages && { languages }),
    ...(volumeCap && { volumeCap }),
  };
}
