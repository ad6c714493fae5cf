import type { FormAnswer } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Select, Textarea } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import type { StandingView } from './customer-view.ts';

interface AllowedProps {
  standing: readonly StandingView[];
  /** Since when we know the person; without a decision the contract holds from then. */
  since: string;
  version: number;
  answer: FormAnswer | undefined;
}

/** The privacy contract of one person, purpose by purpose, and the door for an objection. */
export function Allowed({ standing, since, version, answer }: AllowedProps) {
  const { contract } = useWords().customers;
  const asleep = standing.filter((one) => !speaks(one));
  return (
    <Card title={contract.title}>
      <Purposes rows={standing.filter(speaks)} since={since} />
      {asleep.length > 0 && (
        <details className="mt-3">
          <summary className="link inline-flex py-1">{contract.asleep(asleep.length)}</summary>
          <div className="mt-3">
            <Purposes rows={asleep} since={since} />
          </div>
        </details>
      )}
      <Objection standing={standing} answer={answer} />
      <p className="mt-4 text-sm text-faint">
        {contract.version(version)}. {contract.why}
      </p>
    </Card>
  );
}

/** What is allowed, or was decided about; the rest was never asked and stands folded away. */
function speaks({ state, decidedAt }: StandingView): boolean {
  return state === 'allowed' || decidedAt !== null;
}

function Purposes({ rows, since }: { rows: readonly StandingView[]; since: string }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {rows.map((one) => (
        <Purpose key={one.purpose} standing={one} since={since} />
      ))}
    </ul>
  );
}

function Purpose({ standing, since }: { standing: StandingView; since: string }) {
  const { contract } = useWords().customers;
  const { day } = useFormats();
  const { purpose, state, sentence, basis, decidedAt, evidence } = standing;
  const allowed = state === 'allowed';
  return (
    <li className="py-3">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="text-base">{contract.purposes[purpose]}</h3>
        <Badge tone={allowed ? 'water' : 'neutral'} icon={allowed ? 'check' : 'cross'}>
          {contract.states[state]}
        </Badge>
      </div>
      <p className="mt-0.5">“{sentence}”</p>
      <p className="mt-1 text-sm text-soft">
        {contract.basis[basis]},{' '}
        {decidedAt ? contract.sinceDecision(day(decidedAt)) : contract.sinceStart(day(since))}
      </p>
      {evidence && (
        <p className="mt-1 text-sm text-soft">
          {contract.evidence} “{evidence}”
        </p>
      )}
      {!allowed && <p className="mt-1 text-sm text-soft">{contract.lift}</p>}
    </li>
  );
}

function Objection({ standing, answer }: Pick<AllowedProps, 'standing' | 'answer'>) {
  const { objection, contract } = useWords().customers;
  const open = standing.filter((one) => one.mayObject);
  if (open.length === 0) return <p className="mt-4 text-sm text-soft">{objection.all}</p>;
  return (
    <details className="mt-4" open={Boolean(answer)}>
      <summary className="link inline-flex py-1">{objection.open}</summary>
      <Form className="mt-3" answer={answer}>
        <Select
          name="purpose"
          label={objection.purpose}
          answer={answer}
          options={open.map(({ purpose }) => ({ value: purpose, label: contract.purposes[purpose] }))}
        />
        <Textarea
          name="evidence"
          rows={3}
          label={objection.evidence}
          hint={objection.evidenceHint}
          answer={answer}
        />
        <Button>{objection.submit}</Button>
        <p className="mt-2 text-sm text-soft">{objection.why}</p>
      </Form>
    </details>
  );
}
