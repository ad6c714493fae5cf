import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import type { FormAnswer } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { noon } from '../layout/noon.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field, Select } from '../ui/field.tsx';
import { ActForm, answerTo, Folded } from './act-form.tsx';
import { amount } from './amount.ts';
import type { CustomerView } from './loading-customer.ts';

interface Props {
  view: CustomerView;
  answer: FormAnswer | undefined;
}

type Row = CustomerView['promises'][number];

/** What we said that we would do, with where it was said, and what came of it. */
export function Promises({ view, answer }: Props) {
  const { promises } = useWords().keeping;
  return (
    <Card title={promises.title}>
      <div id="promises" className="scroll-mt-20">
        {view.promises.length === 0 && <p className="text-soft">{promises.none}</p>}
      </div>
      <ul className="divide-y divide-line">
        {view.promises.map((row) => (
          <Promised key={row.publicId} row={row} view={view} answer={answer} />
        ))}
      </ul>
      {view.mayChange && <NewPromise view={view} answer={answerTo(answer, 'promise')} />}
    </Card>
  );
}

function Promised({ row, view, answer }: Props & { row: Row }) {
  const { promises, polder } = useWords().keeping;
  const { day, locale } = useFormats();
  return (
    <li className="py-3 first:pt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <p className="min-w-0 break-words">{row.what}</p>
        <Outcome row={row} today={view.today} />
      </div>
      <p className="mt-1 flex flex-wrap gap-x-3 text-sm text-soft">
        <span>{day(noon(row.dueOn))}</span>
        {row.amountMinor !== null && row.currency && (
          <span>{amount(row.amountMinor, row.currency, locale)}</span>
        )}
        <span>{row.madeBy ?? polder}</span>
        <Proof message={row.message} words={view.ownWords} />
      </p>
      {row.settledAt && (
        <p className="mt-1 text-sm text-faint">
          {promises.settledBy(row.settledBy ?? polder, day(row.settledAt))}
          {row.evidence && `: “${row.evidence}”`}
        </p>
      )}
      {view.mayChange && row.outcome === null && <Settling row={row} answer={answer} />}
    </li>
  );
}

/** Where it was said: the message, or the conversation that was kept before messages could be chosen. */
function Proof({ message, words }: { message: string | null; words: CustomerView['ownWords'] }) {
  const { promises } = useWords().keeping;
  const said = words.find(({ publicId }) => publicId === message);
  const to = said
    ? urls.conversationMessage(said.conversation, { message: said.publicId, before: said.before })
    : message?.startsWith('cv_') && urls.conversation(message);
  if (!to) return null;
  return (
    <Link to={to} className="link">
      {promises.proof}
    </Link>
  );
}

function Outcome({ row: { outcome, dueOn }, today }: { row: Row; today: string }) {
  const { promises } = useWords().keeping;
  if (outcome === 'kept')
    return (
      <Badge tone="water" icon="check">
        {promises.kept}
      </Badge>
    );
  if (outcome === 'broken')
    return (
      <Badge tone="attention" icon="cross">
        {promises.broken}
      </Badge>
    );
  const late = dueOn < today;
  return <Badge tone={late ? 'attention' : 'neutral'}>{late ? promises.late : promises.open}</Badge>;
}

function Settling({ row, answer }: { row: Row; answer: FormAnswer | undefined }) {
  const { promises } = useWords().keeping;
  const about = { promise: row.publicId };
  const own = answerTo(answer, 'promise-settle', about);
  return (
    <Folded label={promises.settle} open={Boolean(own)}>
      <ActForm act="promise-settle" about={about} answer={answer}>
        <Field name="evidence" label={promises.evidence} optional autoComplete="off" answer={own} />
        <div className="flex flex-wrap gap-3">
          <Button name="outcome" value="kept" icon="check">
            {promises.kept}
          </Button>
          <Button name="outcome" value="broken" icon="cross">
            {promises.broken}
          </Button>
        </div>
      </ActForm>
    </Folded>
  );
}

function NewPromise({ view: { ownWords, promising, today }, answer }: Props) {
  const { promises } = useWords().keeping;
  const { day } = useFormats();
  return (
    <Folded label={promises.add} open={Boolean(answer) || promising !== null}>
      <ActForm act="promise" answer={answer}>
        <Select
          key={promising}
          name="message"
          label={promises.message}
          hint={promises.messageHint}
          answer={answer}
          defaultValue={promising ?? ''}
          options={[
            { value: '', label: promises.noMessage },
            ...ownWords.map((one) => ({
              value: one.publicId,
              label: promises.said(day(one.at), one.author ?? promises.us, shortened(one.text)),
            })),
          ]}
        />
        <Field name="what" label={promises.what} autoComplete="off" answer={answer} />
        <div className="grid gap-x-4 md:grid-cols-2">
          <Field name="dueOn" type="date" label={promises.due} defaultValue={today} answer={answer} />
          <Field
            name="amount"
            label={promises.amount}
            hint={promises.amountHint}
            inputMode="decimal"
            optional
            autoComplete="off"
            answer={answer}
          />
        </div>
        <Button>{promises.submit}</Button>
      </ActForm>
    </Folded>
  );
}

/** One line of a list that is no wider than its card. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 70 ? `${line.slice(0, 70)}…` : line;
}
