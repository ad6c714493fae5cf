import type { FormAnswer } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { noon } from '../layout/noon.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { ActForm, answerTo, Folded } from './act-form.tsx';
import { Correcting } from './correcting.tsx';
import type { CustomerView } from './loading-customer.ts';
import { useNetworkName } from './network-name.ts';

interface Props {
  view: CustomerView;
  answer: FormAnswer | undefined;
}

/** Who this is on each channel and in other systems, and how sure that is. */
export function Identities({ view, answer }: Props) {
  const { customers, keeping } = useWords();
  const { identities } = customers;
  return (
    <Card title={identities.title}>
      <ul className="space-y-3">
        {view.identities.map((row) => (
          <Identity key={row.publicId} row={row} mayChange={view.mayChange} answer={answer} />
        ))}
        {view.records.map((record) => (
          <Record
            key={`${record.source} ${record.externalId}`}
            record={record}
            mayChange={view.mayChange}
            answer={answer}
          />
        ))}
      </ul>
      <p className="mt-4 text-sm text-faint">{identities.why}</p>
      {view.mayChange && (
        <Folded label={keeping.identities.add} open={Boolean(answerTo(answer, 'claim'))}>
          <Claiming answer={answer} />
        </Folded>
      )}
    </Card>
  );
}

interface RowProps {
  row: CustomerView['identities'][number];
  mayChange: boolean;
  answer: FormAnswer | undefined;
}

function Identity({ row, mayChange, answer }: RowProps) {
  const { customers, keeping } = useWords();
  const networkName = useNetworkName();
  const { day } = useFormats();
  const { identities } = customers;
  const sure = row.proof === 'verified' || row.proof === 'confirmed';
  const about = { identity: row.publicId };
  const own = answerTo(answer, 'confirm', about);
  return (
    <li className="flex gap-3">
      <Icon name="person" className="mt-0.5 size-5 text-soft" />
      <div className="min-w-0 grow">
        <p className="font-medium break-words">{row.handle ?? row.name ?? identities.noHandle}</p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-soft">
          {networkName(row.network)}
          <Badge tone={sure ? 'water' : 'neutral'} {...(sure && { icon: 'check' as const })}>
            {identities.proofs[row.proof]}
          </Badge>
        </p>
        {row.evidence && row.provenAt && (
          <p className="mt-0.5 text-sm text-faint">
            {keeping.identities.since(row.evidence, day(row.provenAt))}
          </p>
        )}
        {mayChange && !sure && (
          <Folded label={keeping.identities.confirm} open={Boolean(own)}>
            <ActForm act="confirm" about={about} answer={answer}>
              <Evidence answer={own} />
              <Button size="small">{keeping.identities.confirmSubmit}</Button>
            </ActForm>
          </Folded>
        )}
      </div>
    </li>
  );
}

interface RecordProps {
  record: CustomerView['records'][number];
  mayChange: boolean;
  answer: FormAnswer | undefined;
}

function Record({ record, mayChange, answer }: RecordProps) {
  const { records } = useWords().keeping;
  const { day } = useFormats();
  const place = [record.street, [record.postcode, record.town].filter(Boolean).join(' ')].filter(Boolean);
  return (
    <li className="flex gap-3">
      <Icon name="rows" className="mt-0.5 size-5 text-soft" />
      <div className="min-w-0 grow">
        <p className="font-medium break-words">{records.number(record.externalId)}</p>
        <p className="text-sm text-soft">
          {record.source}, {records.refreshed(day(record.refreshedAt))}
        </p>
        {record.since && <p className="text-sm text-soft">{records.since(day(noon(record.since)))}</p>}
        {[record.mail, record.phone, ...place].filter(Boolean).map((line) => (
          <p key={line} className="text-sm break-words text-soft">
            {line}
          </p>
        ))}
        {mayChange && <Correcting record={record} answer={answer} />}
      </div>
    </li>
  );
}

function Claiming({ answer }: { answer: FormAnswer | undefined }) {
  const { identities } = useWords().keeping;
  const own = answerTo(answer, 'claim');
  return (
    <ActForm act="claim" answer={answer}>
      <Field name="network" label={identities.network} autoComplete="off" answer={own} />
      <Field name="handle" label={identities.handle} autoComplete="off" answer={own} />
      <Evidence answer={own} />
      <Button size="small">{identities.submit}</Button>
    </ActForm>
  );
}

function Evidence({ answer }: { answer: FormAnswer | undefined }) {
  const { identities } = useWords().keeping;
  return (
    <Field
      name="evidence"
      label={identities.evidence}
      hint={identities.evidenceHint}
      autoComplete="off"
      answer={answer}
    />
  );
}
