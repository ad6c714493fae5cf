import type { Field, Reason } from '../../conversations/ruling/condition.ts';
import type { Act, Rule } from '../../conversations/ruling/rule.ts';
import { useWords } from '../layout/frame.tsx';
import type { Option } from '../ui/field.tsx';
import type { RuleChoices } from './choices.ts';
import { asAmount } from './rule-posted.ts';

/** When a rule looks: a message of the customer, or two hours since the last one. */
export function useWhen(): (rule: Pick<Rule, 'on' | 'since'>) => string {
  const words = useWords().ruling;
  return ({ on, since }) => {
    if (on !== 'passed' || !since) return words.moments[on];
    const { amount, unit } = asAmount(since.minutes);
    const said = words.passed(words.lasted[unit](amount), words.sinces[since.from]);
    return since.open ? `${said} (${words.countings.open})` : said;
  };
}

/** Conditions, or what was found of them, in one line: Onderwerp: levering, rekening · Label niet: VIP. */
export function useReasons(choices: RuleChoices) {
  const words = useWords().ruling.conditions;
  const { audiences } = useWords().routing.conditions;
  const names: Partial<Record<Field, readonly Option[]>> = {
    channel: choices.channels,
    account: choices.accounts,
    audience: Object.entries(audiences).map(([value, label]) => ({ value, label })),
    language: choices.languages,
    topic: choices.topics,
    intent: choices.intents,
    sentiment: choices.sentiments,
    urgency: choices.urgencies,
    relation: choices.relations,
    label: choices.labels,
    queue: choices.queues,
    department: choices.departments,
    state: choices.states,
    assignee: [
      ...Object.entries(words.assignees).map(([value, label]) => ({ value, label })),
      ...choices.colleagues,
    ],
    hours: choices.hours,
  };
  const say = (field: Field, not: boolean, values: readonly string[]) =>
    (not ? words.saidNot : words.said)(
      words.fields[field],
      values.map((value) => nameIn(names[field] ?? [], value)).join(', '),
    );
  return {
    conditions: (rule: Pick<Rule, 'conditions' | 'joined'>): string =>
      rule.conditions.map(({ field, not, values }) => say(field, not, values)).join(' · ') || words.none,
    reasons: (because: readonly Reason[]): string =>
      because
        .map(({ field, not, found }) => say(field, not, not ? found.split(', ') : [found]))
        .join(' · ') || words.none,
  };
}

/** What a rule does, in one line. */
export function useActs(choices: RuleChoices): (acts: readonly Act[]) => string {
  const words = useWords().ruling.acts;
  const { said } = words;
  const say = (act: Act): string => {
    switch (act.kind) {
      case 'label':
      case 'unlabel':
        return said[act.kind](nameIn(choices.labels, act.label));
      case 'priority':
        return words.priorities[act.priority];
      case 'substate':
        return said.substate(nameIn(choices.substates, act.substate));
      case 'queue':
        return said.queue(nameIn(choices.queues, act.queue));
      case 'assign':
        return said.assign(act.employee === null ? words.nobody : nameIn(choices.colleagues, act.employee));
      case 'note':
        return said.note();
      case 'macro':
        return said.macro(nameIn(choices.macros, act.macro), words.hows[act.how]);
      case 'notify':
        return said.notify(nameIn(choices.colleagues, act.employee));
      case 'webhook':
        return said.webhook(nameIn(choices.webhooks, act.endpoint));
      case 'snooze':
        return said.snooze(act.hours);
      case 'close':
        return said.close(words.reasons[act.reason === 'answered' ? 'answered' : 'no_answer_needed']);
    }
  };
  return (acts) => acts.map(say).join(' · ');
}

function nameIn(options: readonly Option[], value: string): string {
  return (options.find((one) => one.value === value)?.label ?? value).replace(/^(– )+/, '');
}
