import { Link } from 'react-router';
import { segmentPurposes } from '../../customers/segments/segment.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import type { SegmentAnswer } from './acting.ts';
import { ConditionFields, criterionName } from './condition-fields.tsx';
import type { CriterionView, Draft } from './draft.ts';

export function AllSegments() {
  return (
    <Link to={urls.segments()} className="link inline-flex items-center gap-1 text-sm">
      <Icon name="previous" className="size-4" />
      {useWords().segments.all}
    </Link>
  );
}

interface SegmentFormProps {
  criteria: readonly CriterionView[];
  draft: Draft;
  answer: SegmentAnswer | undefined;
  isNew?: boolean;
}

/** Adding and taking away a condition is a post as well, so that it works without script. */
export function SegmentForm({ criteria, draft, answer, isNew = false }: SegmentFormProps) {
  const words = useWords().segments;
  const { rule } = draft;
  const matches = (['all', 'any'] as const).map((value) => ({ value, label: words.form.matches[value] }));
  return (
    <Form answer={answer}>
      <button type="submit" name="act" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <Field name="name" label={words.form.name} defaultValue={draft.name} answer={answer} maxLength={80} />
      <Purpose draft={draft} isNew={isNew} />
      <Select name="match" label={words.form.match} options={matches} defaultValue={rule.match} />
      <fieldset className="mb-5">
        <legend className="mb-2 font-medium">{words.form.conditions}</legend>
        {rule.conditions.length === 0 && <p className="mb-3 text-soft">{words.form.none}</p>}
        <ol className="space-y-3">
          {placed(rule.conditions).map(({ key, condition, at }) => (
            <ConditionFields key={key} condition={condition} at={at} criteria={criteria} />
          ))}
        </ol>
        <div className="mt-4 flex flex-wrap items-end gap-x-3">
          <div className="w-full max-w-xs">
            <Select
              name="criterion"
              label={words.form.criterion}
              options={criteria.map((one) => ({ value: one.key, label: criterionName(words, one) }))}
            />
          </div>
          <div className="mb-5">
            <Button name="act" value="add">
              {words.form.add}
            </Button>
          </div>
        </div>
        <p className="text-sm text-soft">{words.form.notYet}</p>
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <Button tone="primary" name="act" value="save">
          {words.form.save}
        </Button>
        {!isNew && (
          <Button tone="quiet" name="act" value="retire">
            {words.form.retire}
          </Button>
        )}
      </div>
    </Form>
  );
}

/** A condition is its place and what is filled in: when one before it goes, it is drawn anew. */
function placed(conditions: Draft['rule']['conditions']) {
  return conditions.map((condition, at) => ({ key: `${at} ${JSON.stringify(condition)}`, condition, at }));
}

function Purpose({ draft, isNew }: { draft: Draft; isNew: boolean }) {
  const words = useWords().segments;
  if (!isNew) return <input type="hidden" name="purpose" value={draft.purpose} />;
  return (
    <Select
      name="purpose"
      label={words.form.purpose}
      hint={words.form.purposeHint}
      options={segmentPurposes.map((value) => ({ value, label: words.purposes[value] }))}
      defaultValue={draft.purpose}
    />
  );
}
