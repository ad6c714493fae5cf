import { moments, type Rule, sinces } from '../../conversations/ruling/rule.ts';
import type { Trial } from '../../conversations/ruling/trying.ts';
import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { ActFields } from './act-fields.tsx';
import type { RuleChoices } from './choices.ts';
import { ConditionFields } from './condition-fields.tsx';
import { asAmount, units } from './rule-posted.ts';

/** The form once more, as it was filled in, with what it would do. */
export type RuleAnswer = FormAnswer & { rule?: Rule; trial?: Trial };

interface RuleFormProps {
  rule: Rule | null;
  /** The version that the rule was read from. */
  version: string;
  choices: RuleChoices;
  answer: RuleAnswer | undefined;
}

/** When, for which conversations, and what then. One form, that works without script. */
export function RuleForm({ rule, version, choices, answer }: RuleFormProps) {
  const words = useWords().ruling;
  return (
    <Form answer={answer?.given?.act ? undefined : answer}>
      <input type="hidden" name="version" value={version} />
      <Field
        name="name"
        label={words.name}
        hint={words.nameHint}
        defaultValue={rule?.name ?? ''}
        maxLength={100}
        answer={answer}
      />
      <Select
        name="on"
        label={words.when}
        defaultValue={rule?.on ?? 'heard'}
        options={moments.map((value) => ({ value, label: words.moments[value] }))}
      />
      <Time rule={rule} />
      <ConditionFields rule={rule} choices={choices} />
      <ActFields acts={rule?.acts ?? []} choices={choices} />
      <Tick name="stop" label={words.stop} ticked={rule?.stop ?? false} />
      <Tick name="active" label={words.active} ticked={rule?.active ?? true} />
      <div className="mt-4 flex flex-wrap gap-3">
        <Button tone="primary" name="act" value="keep">
          {words.keep}
        </Button>
        <Button name="act" value="try">
          {words.try}
        </Button>
      </div>
    </Form>
  );
}

function Time({ rule }: Pick<RuleFormProps, 'rule'>) {
  const words = useWords().ruling;
  const { amount, unit } = asAmount(rule?.since?.minutes ?? 0);
  return (
    <details open={rule?.on === 'passed'} className="mb-5">
      <summary className="link cursor-pointer py-1">{words.since}</summary>
      <p className="mb-3 text-sm text-soft">{words.sinceHint}</p>
      <div className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-4">
        <Select
          name="since"
          label={words.since}
          defaultValue={rule?.since?.from ?? 'waiting'}
          options={sinces.map((value) => ({ value, label: words.sinces[value] }))}
        />
        <Field name="amount" label={words.amount} inputMode="decimal" defaultValue={amount || ''} optional />
        <Select
          name="unit"
          label={words.unit}
          defaultValue={rule?.since ? unit : 'hours'}
          options={(Object.keys(units) as (keyof typeof units)[]).map((value) => ({
            value,
            label: words.units[value],
          }))}
        />
        <Select
          name="hours"
          label={words.counts}
          defaultValue={rule?.since?.open ? 'open' : 'always'}
          options={(['always', 'open'] as const).map((value) => ({ value, label: words.countings[value] }))}
        />
      </div>
    </details>
  );
}

function Tick({ name, label, ticked }: { name: string; label: string; ticked: boolean }) {
  return (
    <label className="mb-2 flex min-h-8 items-center gap-2">
      <input type="checkbox" name={name} value="1" defaultChecked={ticked} className="size-5 accent-water" />
      {label}
    </label>
  );
}
