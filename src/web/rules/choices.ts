import { listAssignable } from '../../conversations/assigning.ts';
import { listLabels } from '../../conversations/labelling/labels.ts';
import { listMacros } from '../../conversations/macros/using.ts';
import { listSubstates } from '../../conversations/resting/substates.ts';
import { listEndpoints } from '../../conversations/webhooks/endpoint.ts';
import { listDepartments } from '../../organisation/staff/overview.ts';
import type { Context, Locale } from '../../platform/context.ts';
import { words } from '../../platform/words.ts';
import { type Choices, readChoices } from '../routing/choices.ts';
import type { Option } from '../ui/field.tsx';

/** What a rule can name, with what it is called. */
export interface RuleChoices extends Choices {
  labels: Option[];
  departments: Option[];
  substates: Option[];
  colleagues: Option[];
  macros: Option[];
  webhooks: Option[];
  states: Option[];
  hours: Option[];
}

/** Eleven statements. */
export async function readRuleChoices(ctx: Context, locale: Locale): Promise<RuleChoices> {
  const { conditions } = words(locale).ruling;
  const routing = await readChoices(ctx, locale);
  const options = (names: Readonly<Record<string, string>>): Option[] =>
    Object.entries(names).map(([value, label]) => ({ value, label }));
  return {
    ...routing,
    labels: (await listLabels(ctx)).map(({ publicId, path }) => ({ value: publicId, label: path })),
    departments: (await listDepartments(ctx)).map(({ key, name }) => ({ value: key, label: name })),
    substates: (await listSubstates(ctx)).map(({ publicId, name }) => ({ value: publicId, label: name })),
    colleagues: (await listAssignable(ctx, null)).map(({ publicId, name }) => ({
      value: publicId,
      label: name,
    })),
    macros: (await listMacros(ctx))
      .filter(({ scope }) => scope === 'all')
      .map(({ publicId, name }) => ({ value: publicId, label: name })),
    webhooks: (await listEndpoints(ctx)).map(({ publicId, name }) => ({ value: publicId, label: name })),
    states: options(conditions.states),
    hours: options(conditions.hours),
  };
}
