import type { AreaRecord } from '../../../journey/models/area-facts.ts';
import type { FormAnswer } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Act } from '../../privacy/act.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, Select } from '../../ui/field.tsx';

interface Choice {
  id: string;
  name: string;
}

interface AreaFormsProps {
  records: readonly AreaRecord[];
  choices: { colleagues: readonly Choice[]; rules: readonly Choice[]; goals: readonly Choice[] };
  answer: FormAnswer | undefined;
}

/** How each process area is run, and what was tried in it. */
export function AreaForms({ records, choices, answer }: AreaFormsProps) {
  const { models, areas } = useWords().journeying;
  const { day } = useFormats();
  const options = (list: readonly Choice[]) => [
    { value: '', label: models.none },
    ...list.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Card title={models.describe}>
      <ul className="space-y-4">
        {records.map((record) => {
          const own = answer?.given?.area === record.key ? answer : undefined;
          return (
            <li key={record.key}>
              <h3 className="text-base">{areas[record.key]}</h3>
              {record.tests.map(({ day: on, what, kept }) => (
                <p key={`${on} ${what}`} className="text-sm text-soft">
                  {day(on)}: {what}
                  {kept && ` (${models.testKept.toLowerCase()})`}
                </p>
              ))}
              <div className="mt-1 grid items-start gap-2 sm:grid-cols-2">
                <Act act="describe" label={models.describe} hidden={{ area: record.key }} answer={own}>
                  <Select
                    name="owner"
                    label={models.owner}
                    options={options(choices.colleagues)}
                    defaultValue={record.ownerId ?? ''}
                    answer={own}
                  />
                  <Field
                    name="tool"
                    label={models.tool}
                    defaultValue={record.tool ?? ''}
                    optional
                    answer={own}
                  />
                  <Select
                    name="rule"
                    label={models.rule}
                    options={options(choices.rules)}
                    defaultValue={record.ruleId ?? ''}
                    answer={own}
                  />
                  <Select
                    name="goal"
                    label={models.goal}
                    options={options(choices.goals)}
                    defaultValue={record.goalId ?? ''}
                    answer={own}
                  />
                  <Field
                    name="out"
                    label={models.out}
                    defaultValue={record.outOfScopeWhy ?? ''}
                    optional
                    answer={own}
                  />
                </Act>
                <Act act="test" label={models.test} hidden={{ area: record.key }} answer={own}>
                  <Field name="day" type="date" label={models.testDay} answer={own} />
                  <Field name="what" label={models.testWhat} answer={own} />
                  <Select
                    name="kept"
                    label={models.testKept}
                    options={[
                      { value: 'no', label: models.no },
                      { value: 'yes', label: models.yes },
                    ]}
                    answer={own}
                  />
                </Act>
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
