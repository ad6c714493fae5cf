import type { FormAnswer } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, Select, Textarea } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import type { Written } from './plan-view.ts';
import { type ScopeChoices, ScopeFields } from './scope-fields.tsx';

interface PlanFormProps {
  written: Written;
  choices: ScopeChoices;
  /** How it is now, where the house measures that itself. */
  measured: { value: string; n: string } | null;
  answer: FormAnswer | undefined;
}

/** The whole plan on one form; keeping it is always possible, starting only when it is complete. */
export function PlanForm({ written: kept, choices, measured, answer }: PlanFormProps) {
  const { plan: words } = useWords().piloting;
  const own = answer?.given?.act === 'plan' ? answer : undefined;
  const written = { ...kept, ...own?.given };
  return (
    <Card title={words.title}>
      <p className="mb-4 text-soft">{words.lead}</p>
      <Form answer={own}>
        <input type="hidden" name="act" value="plan" />
        <Who written={written} choices={choices} />
        <Benefit written={written} measured={measured} />
        <Means written={written} />
        <fieldset>
          <legend className="text-lg">{words.phases}</legend>
          <p className="mb-4 text-sm text-soft">{words.phasesHint}</p>
          {[1, 2, 3].map((at) => (
            <Phase key={at} at={at} written={written} choices={choices} />
          ))}
        </fieldset>
        <Textarea name="stretch" label={words.stretch} defaultValue={written.stretch} rows={2} optional />
        <Button tone="primary">{words.save}</Button>
      </Form>
    </Card>
  );
}

function Who({ written, choices }: Pick<PlanFormProps, 'written' | 'choices'>) {
  const { pilots, piloting } = useWords();
  const { plan: words } = piloting;
  const nobody = { value: '', label: words.nobody };
  return (
    <fieldset>
      <legend className="mb-3 text-lg">{words.people}</legend>
      <Field name="title" label={pilots.fresh.name} defaultValue={written.title} maxLength={120} />
      <Textarea name="goal" label={pilots.fresh.goal} defaultValue={written.goal} rows={2} optional />
      <div className="grid gap-x-4 sm:grid-cols-3">
        <Select
          name="owner"
          label={words.owner}
          options={[nobody, ...choices.people]}
          defaultValue={written.owner}
        />
        <Select
          name="sponsor"
          label={words.sponsor}
          options={[nobody, ...choices.people]}
          defaultValue={written.sponsor}
        />
        <Select
          name="department"
          label={words.department}
          options={[nobody, ...choices.departments]}
          defaultValue={written.department}
        />
      </div>
    </fieldset>
  );
}

function Benefit({ written, measured }: Pick<PlanFormProps, 'written' | 'measured'>) {
  const { plan: words } = useWords().piloting;
  const options = <Key extends string>(said: Readonly<Record<Key, string>>) =>
    (Object.keys(said) as Key[]).map((value) => ({ value, label: said[value] }));
  return (
    <fieldset>
      <legend className="mb-3 text-lg">{words.benefit}</legend>
      <Select
        name="metric"
        label={words.metric}
        options={options(words.metrics)}
        defaultValue={written.metric}
      />
      <Field
        name="metricName"
        label={words.metricName}
        hint={words.metricNameHint}
        defaultValue={written.metricName}
        optional
      />
      <div className="grid gap-x-4 sm:grid-cols-3">
        <Select name="type" label={words.type} options={options(words.types)} defaultValue={written.type} />
        <Select name="unit" label={words.unit} options={options(words.units)} defaultValue={written.unit} />
        <Select
          name="better"
          label={words.better}
          options={options(words.betters)}
          defaultValue={written.better}
        />
      </div>
      <div className="grid items-end gap-x-4 sm:grid-cols-3">
        <Field
          name="baseline"
          label={words.baseline}
          hint={measured ? words.measured(measured.value, measured.n) : words.baselineHint}
          inputMode="decimal"
          defaultValue={written.baseline}
        />
        <Field name="target" label={words.target} inputMode="decimal" defaultValue={written.target} />
        <Field
          name="targetOn"
          type="date"
          label={words.targetOn}
          hint={words.targetOnHint}
          defaultValue={written.targetOn}
        />
      </div>
      <Field
        name="unitValue"
        label={words.unitValue}
        hint={words.unitValueHint}
        inputMode="decimal"
        defaultValue={written.unitValue}
        optional
      />
      <div className="grid items-end gap-x-4 sm:grid-cols-3">
        <Field
          name="guard"
          label={words.guard}
          hint={words.guardHint}
          defaultValue={written.guard}
          optional
        />
        <Select
          name="guardBetter"
          label={words.better}
          options={options(words.betters)}
          defaultValue={written.guardBetter}
        />
        <Field
          name="guardLimit"
          label={words.guardLimit}
          inputMode="decimal"
          defaultValue={written.guardLimit}
          optional
        />
      </div>
    </fieldset>
  );
}

function Means({ written }: Pick<PlanFormProps, 'written'>) {
  const { plan: words } = useWords().piloting;
  return (
    <fieldset>
      <legend className="mb-3 text-lg">{words.means}</legend>
      <Textarea
        name="means"
        label={words.means}
        hint={words.meansHint}
        defaultValue={written.means}
        rows={4}
      />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Field name="hours" label={words.hours} inputMode="decimal" defaultValue={written.hours} />
        <Field name="rate" label={words.rate} inputMode="decimal" defaultValue={written.rate} />
        {(['tools', 'media', 'incentives', 'platform'] as const).map((kind) => (
          <Field
            key={kind}
            name={kind}
            label={words.otherCosts[kind]}
            inputMode="decimal"
            defaultValue={written[kind]}
            optional
          />
        ))}
      </div>
    </fieldset>
  );
}

function Phase({ at, written, choices }: { at: number; written: Written; choices: ScopeChoices }) {
  const { plan: words } = useWords().piloting;
  return (
    <fieldset className="mb-4 rounded-md border border-line p-4">
      <legend className="px-1 font-medium">{words.phaseTitle(at)}</legend>
      <Textarea
        name={`p${at}.about`}
        label={words.about}
        defaultValue={written[`p${at}.about`]}
        rows={2}
        optional
      />
      <Field
        name={`p${at}.days`}
        label={words.days}
        inputMode="numeric"
        defaultValue={written[`p${at}.days`]}
        maxLength={4}
      />
      <ScopeFields at={at} written={written} choices={choices} />
    </fieldset>
  );
}
