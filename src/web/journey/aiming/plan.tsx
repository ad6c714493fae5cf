import type { PlanLine } from '../../../insights/goals/plan.ts';
import type { FormAnswer } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Act } from '../../privacy/act.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Table } from '../../ui/table.tsx';

interface PlanProps {
  lines: readonly (PlanLine & { error: number | null })[];
  steers: boolean;
  year: number;
  colleagues: readonly { id: string; name: string }[];
  answer: FormAnswer | undefined;
}

/** The lines of the plan of the year, month by month. */
export function Plan({ lines, steers, year, colleagues, answer }: PlanProps) {
  const { goals: words } = useWords().journeying;
  const { percent } = useFormats();
  const own = (act: string) => (answer?.given?.act === act ? answer : undefined);
  return (
    <Card title={words.plan}>
      <p className="mb-3 max-w-prose text-soft">{words.planLead}</p>
      {lines.length === 0 && <p className="mb-3">{words.noLines}</p>}
      {lines.map((line) => (
        <section key={line.publicId} className="mb-5">
          <h3 className="text-base">
            {line.year}: {line.name}{' '}
            <span className="text-sm font-normal text-soft">
              {line.unit}
              {line.owner && `, ${line.owner}`}
              {line.error !== null && `, ${words.error(percent(line.error))}`}
            </span>
          </h3>
          {line.periods.length > 0 && <Months line={line} />}
          {steers && (
            <div className="mt-2 max-w-md print:hidden">
              <Act
                act="say"
                label={words.say}
                hidden={{ line: line.publicId }}
                answer={answer?.given?.line === line.publicId ? own('say') : undefined}
              >
                <Field
                  name="month"
                  type="month"
                  label={words.month}
                  placeholder={`${year}-01`}
                  answer={own('say')}
                />
                <Field
                  name="forecast"
                  label={words.forecast}
                  inputMode="decimal"
                  optional
                  answer={own('say')}
                />
                <Field name="actual" label={words.actual} inputMode="decimal" optional answer={own('say')} />
              </Act>
            </div>
          )}
        </section>
      ))}
      {steers && (
        <div className="max-w-md print:hidden">
          <Act act="line" label={words.addLine} answer={own('line')}>
            <Field
              name="year"
              label={words.year}
              inputMode="numeric"
              defaultValue={year}
              answer={own('line')}
            />
            <Field name="name" label={words.line} answer={own('line')} />
            <Field name="unit" label={words.unit} answer={own('line')} />
            <Select
              name="owner"
              label={words.owner}
              options={[
                { value: '', label: words.none },
                ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              answer={own('line')}
            />
          </Act>
        </div>
      )}
    </Card>
  );
}

function Months({ line }: { line: PlanLine }) {
  const { goals: words } = useWords().journeying;
  const { number } = useFormats();
  const write = (value: number | null) => (value === null ? '–' : number(value, 2));
  return (
    <Table
      caption={line.name}
      hideCaption
      rows={line.periods}
      rowKey={({ month }) => month}
      columns={[
        { key: 'month', label: words.month, heading: true, cell: ({ month }) => month },
        { key: 'forecast', label: words.forecast, figures: true, cell: ({ forecast }) => write(forecast) },
        { key: 'actual', label: words.actual, figures: true, cell: ({ actual }) => write(actual) },
      ]}
    />
  );
}
