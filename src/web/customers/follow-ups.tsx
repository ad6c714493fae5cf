import type { FormAnswer } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { noon } from '../layout/noon.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field, Select } from '../ui/field.tsx';
import { ActForm, answerTo, Folded } from './act-form.tsx';
import type { CustomerView } from './loading-customer.ts';

interface Props {
  view: CustomerView;
  answer: FormAnswer | undefined;
}

/** What was agreed with this customer, and what of it was done. */
export function FollowUps({ view, answer }: Props) {
  const { followUps } = useWords().keeping;
  const { followUps: rows, today, mayChange } = view;
  return (
    <Card title={followUps.title}>
      {rows.length === 0 && <p className="text-soft">{followUps.none}</p>}
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <FollowUp key={row.publicId} row={row} today={today} mayChange={mayChange} />
        ))}
      </ul>
      {mayChange && <NewFollowUp view={view} answer={answerTo(answer, 'follow-up')} />}
    </Card>
  );
}

interface RowProps {
  row: CustomerView['followUps'][number];
  today: string;
  mayChange: boolean;
}

function FollowUp({ row, today, mayChange }: RowProps) {
  const { followUps, polder } = useWords().keeping;
  const { day } = useFormats();
  return (
    <li className="py-2.5 first:pt-0">
      <p className={row.doneAt ? 'text-soft line-through' : ''}>{row.text}</p>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
        {row.doneAt ? (
          <span>{followUps.doneBy(row.doneBy ?? polder, day(row.doneAt))}</span>
        ) : (
          <>
            <span className="figures">{day(noon(row.dueOn))}</span>
            <span>{row.assignee ?? row.department ?? followUps.nobody}</span>
            <DueBadge dueOn={row.dueOn} today={today} />
          </>
        )}
        {mayChange && (
          <ActForm act={row.doneAt ? 'follow-up-again' : 'follow-up-done'} about={{ followUp: row.publicId }}>
            <Button size="small" tone={row.doneAt ? 'quiet' : 'secondary'}>
              {row.doneAt ? followUps.again : followUps.done}
            </Button>
          </ActForm>
        )}
      </div>
    </li>
  );
}

export function DueBadge({ dueOn, today }: { dueOn: string; today: string }) {
  const { followUps } = useWords().keeping;
  if (dueOn > today) return null;
  return (
    <Badge tone={dueOn < today ? 'attention' : 'water'} icon="clock">
      {dueOn < today ? followUps.overdue : followUps.today}
    </Badge>
  );
}

function NewFollowUp({ view: { colleagues, today }, answer }: Props) {
  const { followUps } = useWords().keeping;
  return (
    <Folded label={followUps.add} open={Boolean(answer)}>
      <ActForm act="follow-up" answer={answer}>
        <Field name="text" label={followUps.text} autoComplete="off" answer={answer} />
        <Field name="dueOn" type="date" label={followUps.due} defaultValue={today} answer={answer} />
        <Select
          name="assignee"
          label={followUps.assignee}
          answer={answer}
          options={[
            { value: '', label: followUps.me },
            ...colleagues.map(({ publicId, name }) => ({ value: publicId, label: name })),
          ]}
        />
        <Button>{followUps.submit}</Button>
      </ActForm>
    </Folded>
  );
}
