import { Link } from 'react-router';
import { isMergeReason, strengthOf } from '../../customers/identifying/reason.ts';
import { urls } from '../../urls.ts';
import type { FormAnswer } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { ActForm, answerTo, Folded } from './act-form.tsx';
import type { CustomerView } from './loading-customer.ts';
import { useNetworkName } from './network-name.ts';

interface Props {
  view: CustomerView;
  answer: FormAnswer | undefined;
}

/** The lines that hold a person together, and who may be the same as well. */
export function Merging({ view, answer }: Props) {
  const { merging } = useWords().keeping;
  const { aliases, suggestions, mayMerge } = view;
  if (aliases.length + suggestions.length === 0 && !mayMerge) return null;
  return (
    <Card title={aliases.length > 0 ? merging.title : merging.suggestions}>
      {aliases.length > 0 && <Lines view={view} />}
      {aliases.length > 0 && suggestions.length > 0 && (
        <h3 className="mt-4 mb-2 text-base">{merging.suggestions}</h3>
      )}
      <ul className="divide-y divide-line">
        {suggestions.map((row) => (
          <Suggested key={row.publicId} row={row} view={view} />
        ))}
      </ul>
      {mayMerge && <MergingWith answer={answer} />}
    </Card>
  );
}

function Lines({ view: { aliases, mayMerge } }: { view: CustomerView }) {
  const { merging, polder, by } = useWords().keeping;
  const { day } = useFormats();
  return (
    <ul className="space-y-3">
      {aliases.map((line) => (
        <li key={line.publicId}>
          <p className="break-words">
            {merging.line(line.name ?? merging.unnamed, line.otherName ?? merging.unnamed)}
          </p>
          <Reasons reasons={line.reasons} />
          {line.evidence && <p className="text-sm text-soft">“{line.evidence}”</p>}
          <p className="text-sm text-faint">{by(line.madeBy ?? polder, day(line.madeAt))}</p>
          {mayMerge && (
            <ActForm act="part" about={{ line: line.publicId }} className="mt-2">
              <Button size="small">{merging.undo}</Button>
            </ActForm>
          )}
        </li>
      ))}
      <li className="text-sm text-faint">{merging.why}</li>
    </ul>
  );
}

function Suggested({ row, view }: { row: CustomerView['suggestions'][number]; view: CustomerView }) {
  const { merging } = useWords().keeping;
  const networkName = useNetworkName();
  const other = row.one.publicId === view.person.publicId ? row.other : row.one;
  return (
    <li className="py-3 first:pt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <Link to={urls.customer(other.publicId)} className="link min-w-0 break-words">
          {other.name ?? merging.unnamed}
        </Link>
        <Strength score={row.score} />
      </div>
      <p className="text-sm break-words text-soft">
        {[...other.networks.map(networkName), other.town].filter(Boolean).join(', ')}
      </p>
      <Reasons reasons={row.reasons} />
      {view.mayMerge && (
        <div className="mt-2 flex flex-wrap gap-2">
          <ActForm act="merge" about={{ other: other.publicId, reasons: row.reasons.join() }}>
            <Button size="small">{merging.merge}</Button>
          </ActForm>
          <ActForm act="dismiss" about={{ suggestion: row.publicId }}>
            <Button size="small" tone="quiet">
              {merging.dismiss}
            </Button>
          </ActForm>
        </div>
      )}
    </li>
  );
}

export function Strength({ score }: { score: number }) {
  const { merging } = useWords().keeping;
  const strength = strengthOf(score);
  return (
    <Badge tone={strength === 'strong' ? 'water' : 'neutral'}>
      {merging.strengths[strength]}, {merging.score(score)}
    </Badge>
  );
}

export function Reasons({ reasons }: { reasons: readonly string[] }) {
  const { merging } = useWords().keeping;
  const shown = reasons.filter(isMergeReason).map((reason) => merging.reasons[reason]);
  return shown.length > 0 ? <p className="text-sm text-soft">{shown.join(', ')}</p> : null;
}

function MergingWith({ answer }: { answer: FormAnswer | undefined }) {
  const { merging } = useWords().keeping;
  const own = answerTo(answer, 'merge');
  return (
    <Folded label={merging.with} open={Boolean(own)}>
      <ActForm act="merge" answer={answer}>
        <Field name="other" label={merging.other} hint={merging.otherHint} autoComplete="off" answer={own} />
        <Field name="evidence" label={merging.evidence} optional autoComplete="off" answer={own} />
        <p className="mb-3 text-sm text-soft">{merging.stricter}</p>
        <Button size="small">{merging.merge}</Button>
      </ActForm>
    </Folded>
  );
}
