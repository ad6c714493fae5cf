import { risks } from '../../../privacy/records/incident.ts';
import type { FormAnswer } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, Select, Textarea } from '../../ui/field.tsx';
import { Act } from '../act.tsx';
import type { IncidentView } from './incident-view.ts';

interface StepsProps {
  incident: IncidentView;
  answer: FormAnswer | undefined;
}

/** What is to be done about a breach, in the order of the law. */
export function IncidentSteps({ incident, answer }: StepsProps) {
  const { incident: words, request } = useWords().privacy;
  return (
    <Card title={request.acts}>
      <div className="space-y-3">
        <Act act="risk" label={words.judge} answer={answer}>
          <Select
            name="risk"
            label={words.risk}
            defaultValue={incident.risk ?? 'risk'}
            answer={answer}
            options={risks.map((value) => ({ value, label: words.risks[value] }))}
          />
          <Textarea
            name="whyNot"
            rows={3}
            optional
            label={words.whyNot}
            hint={words.whyNotHint}
            answer={answer}
          />
        </Act>
        {!incident.authorityToldAt && (
          <Act act="authority" label={words.authority} answer={answer}>
            <Field name="reference" optional label={words.reference} answer={answer} />
          </Act>
        )}
        {!incident.personsToldAt && <Act act="persons" label={words.persons} answer={answer} />}
        <Act act="end" label={words.end} answer={answer} />
      </div>
    </Card>
  );
}
