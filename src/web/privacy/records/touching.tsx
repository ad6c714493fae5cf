import { urls } from '../../../urls.ts';
import type { FormAnswer } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, type Option, Select } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import type { IncidentView } from './incident-view.ts';

interface TouchingProps {
  incident: IncidentView;
  channels: readonly string[];
  activities: readonly Option[];
  answer: FormAnswer | undefined;
}

/** Whom a breach touches: a question that is counted, and can be asked again when more is known. */
export function Touching({ incident, channels, activities, answer }: TouchingProps) {
  const words = useWords().privacy.incident;
  const own = answer?.given?.act === 'count' ? answer : undefined;
  const { scope, touched } = incident;
  // The end of a day is stored as the begin of the next.
  const lastDay = scope.until && new Date(Date.parse(scope.until) - 1).toISOString().slice(0, 10);
  return (
    <Card title={words.scope}>
      <p className="mb-3 text-sm text-soft">{words.scopeLead}</p>
      <p className="mb-3 text-lg font-medium">
        {touched === null ? words.notCounted : words.counted(touched)}
      </p>
      {touched !== null && touched > 0 && (
        <p className="mb-4">
          <LinkButton to={urls.incidentTouched(incident.publicId)} document size="small" icon="download">
            {words.list}
          </LinkButton>
        </p>
      )}
      {!incident.ended && (
        <Form answer={own}>
          <input type="hidden" name="act" value="count" />
          <Select
            name="channel"
            label={words.channel}
            optional
            defaultValue={scope.channel ?? ''}
            answer={own}
            options={[
              { value: '', label: words.anyChannel },
              ...channels.map((value) => ({ value, label: value })),
            ]}
          />
          <Field
            name="from"
            type="date"
            optional
            label={words.from}
            defaultValue={scope.from?.slice(0, 10)}
            answer={own}
          />
          <Field name="until" type="date" optional label={words.until} defaultValue={lastDay} answer={own} />
          <Select
            name="activity"
            label={words.activity}
            optional
            defaultValue={scope.activity ?? ''}
            answer={own}
            options={[{ value: '', label: words.anyActivity }, ...activities]}
          />
          <Field name="words" optional label={words.words} defaultValue={scope.words} answer={own} />
          <Button icon="search">{words.count}</Button>
        </Form>
      )}
    </Card>
  );
}
