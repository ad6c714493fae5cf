import type { Criterion, Given } from '../../customers/segments/criterion.ts';
import type { Rule } from '../../customers/segments/rule.ts';
import type { Locale } from '../../platform/context.ts';
import { isPurpose, type Purpose } from '../../privacy/purpose.ts';

/** A target group as it stands on the form, whether it can be kept or not. */
export interface Draft {
  readonly name: string;
  readonly purpose: Purpose;
  readonly rule: Rule;
}

/** What the button that was pressed asks for. */
export type Press = { act: 'save' | 'retire' | 'add' } | { act: 'remove'; at: number };

const most = 24;

/** The form as it was posted: conditions are fields `0.criterion`, `0.not`, `0.times`, … in order. */
export function readDraft(form: FormData): { draft: Draft; press: Press } {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const conditions = [];
  for (let at = 0; at < most; at += 1) {
    const criterion = text(`${at}.criterion`);
    if (!criterion) continue;
    conditions.push({ criterion, not: text(`${at}.not`) === 'not', given: givenOf(form, at) });
  }
  const match = text('match') === 'any' ? 'any' : 'all';
  const purpose = text('purpose');
  const press = readPress(text('act'));
  const added = press.act === 'add' && text('criterion');
  if (added) conditions.push({ criterion: added, not: false, given: {} });
  if (press.act === 'remove') conditions.splice(press.at, 1);
  const draft = { name: text('name').trim(), purpose: isPurpose(purpose) ? purpose : 'service' } as const;
  return { draft: { ...draft, rule: { match, conditions } }, press };
}

function givenOf(form: FormData, at: number): Given {
  const given: Record<string, string> = {};
  for (const [name, value] of form) {
    const [place, field] = name.split('.');
    if (place !== String(at) || !field || field === 'criterion' || field === 'not') continue;
    if (typeof value === 'string') given[field] = value;
  }
  return given;
}

function readPress(act: string): Press {
  const [, at] = /^remove\.(\d{1,2})$/.exec(act) ?? [];
  if (at) return { act: 'remove', at: Number(at) };
  return { act: act === 'add' || act === 'retire' ? act : 'save' };
}

/** What the browser needs of the criteria to draw the form. */
export function criteriaView(criteria: readonly Criterion[], locale: Locale) {
  return criteria.map(({ key, names, asks }) => ({
    key,
    name: names?.[locale] ?? null,
    asks: asks.map((ask) => ({
      name: ask.name,
      kind: ask.kind,
      start: ask.kind === 'number' && ask.start !== undefined ? String(ask.start) : '',
      options:
        ask.kind === 'choice'
          ? ask.options.map(({ value, names }) => ({ value, name: names?.[locale] ?? null }))
          : [],
    })),
  }));
}

export type CriterionView = ReturnType<typeof criteriaView>[number];
