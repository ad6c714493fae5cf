import { closeReasons } from '../../conversations/conversation.ts';
import {
  type Condition,
  type Field,
  fields,
  isNumeric,
  joins,
} from '../../conversations/ruling/condition.ts';
import {
  type Act,
  actOrder,
  macroHows,
  moments,
  type Rule,
  type Since,
  sinces,
} from '../../conversations/ruling/rule.ts';
import { tickedIn } from '../routing/conditions-posted.ts';

/** In minutes. */
export const units = { minutes: 1, hours: 60, days: 1440 } as const;
export type Unit = keyof typeof units;

/** A rule as its form posts it: fields `c.topic.levering` that are ticked, `not.topic`, and `a.queue`. */
export function ruleOf(form: FormData, key: string): Rule {
  const text = textOf(form);
  const on = moments.find((one) => one === text('on')) ?? 'heard';
  return {
    key,
    name: text('name').slice(0, 100),
    on,
    since:
      on === 'passed'
        ? {
            from: sinceOf(text('since')),
            minutes: minutesOf(text),
            ...(text('hours') === 'open' && { open: true }),
          }
        : null,
    begun: null,
    joined: joins.find((one) => one === text('joined')) ?? 'all',
    conditions: fields.flatMap((field) => conditionOf(form, field)),
    acts: actOrder.flatMap((kind) => actOf(text, kind) ?? []),
    stop: text('stop') !== '',
    active: text('active') !== '',
  };
}

type Text = (name: string) => string;

const textOf =
  (form: FormData): Text =>
  (name) =>
    String(form.get(name) ?? '')
      .replaceAll('\r\n', '\n')
      .trim();

function sinceOf(given: string): Since {
  return sinces.find((one) => one === given) ?? 'waiting';
}

function minutesOf(text: Text): number {
  const unit = text('unit');
  return (
    Math.round(Number(text('amount').replace(',', '.')) * (unit in units ? units[unit as Unit] : 1)) || 0
  );
}

/** An amount of time as a form shows it: in the largest unit that it is a whole number of. */
export function asAmount(minutes: number): { amount: number; unit: Unit } {
  const unit =
    (['days', 'hours'] as const).find((one) => minutes > 0 && minutes % units[one] === 0) ?? 'minutes';
  return { amount: minutes / units[unit], unit };
}

function conditionOf(form: FormData, field: Field): Condition[] {
  const values = valuesOf(form, field);
  return values.length === 0 ? [] : [{ field, not: textOf(form)(`not.${field}`) !== '', values }];
}

function valuesOf(form: FormData, field: Field): string[] {
  const text = textOf(form);
  const given = text(`c.${field}`).slice(0, 2000);
  if (field === 'words') return given.split(/[,\n]/).flatMap((word) => word.trim().slice(0, 200) || []);
  if (field === 'attribute') {
    const value = text('c.attributeValue').slice(0, 150);
    return given && value ? [`${given}: ${value}`] : [];
  }
  if (isNumeric(field)) return given === '' ? [] : [given.replace(',', '.')];
  return given === '' ? tickedIn(form, `c.${field}`) : [given];
}

function actOf(text: Text, kind: Act['kind']): Act | undefined {
  const given = text(`a.${kind}`);
  if (given === '') return undefined;
  switch (kind) {
    case 'label':
    case 'unlabel':
      return { kind, label: given };
    case 'priority':
      return { kind, priority: given === '1' ? 1 : 0 };
    case 'substate':
      return { kind, substate: given };
    case 'queue':
      return { kind, queue: given };
    case 'assign':
      return { kind, employee: given === 'nobody' ? null : given };
    case 'note':
      return { kind, text: given };
    case 'macro':
      return { kind, macro: given, how: macroHows.find((one) => one === text('a.how')) ?? 'draft' };
    case 'notify':
      return { kind, employee: given };
    case 'webhook':
      return { kind, endpoint: given };
    case 'snooze':
      return { kind, hours: Number(given) };
    case 'close': {
      const reason = closeReasons.find((one) => one === given);
      return reason && { kind, reason };
    }
  }
}
