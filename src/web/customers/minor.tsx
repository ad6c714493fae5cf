import type { FormAnswer } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Moment } from '../ui/age.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field, Textarea } from '../ui/field.tsx';
import { ActForm, answerTo, Folded } from './act-form.tsx';
import type { CustomerView } from './loading-customer.ts';

interface Props {
  view: CustomerView;
  answer: FormAnswer | undefined;
}

/** With whom, and with what, we are careful: children, and what is about health, belief and the like. */
export function Careful({ view, answer }: Props) {
  const { careful } = useWords();
  return (
    <Card title={careful.title}>
      <Minor view={view} answer={answer} />
      <Special view={view} answer={answer} />
    </Card>
  );
}

function Minor({ view: { minority, mayChange }, answer }: Props) {
  const { careful, keeping } = useWords();
  const { minor } = careful;
  const { day } = useFormats();
  if (minority) {
    return (
      <>
        <Badge tone="attention" icon="person">
          {minor.is}
        </Badge>
        <p className="mt-2">{minor.means}</p>
        <p className="mt-1 text-sm text-soft">
          {keeping.by(minority.by ?? keeping.polder, day(minority.at))}
          {minority.evidence && `: “${minority.evidence}”`}
        </p>
        <p className="mt-1 text-sm text-soft">
          {minority.ofAgeOn ? minor.until(day(minority.ofAgeOn)) : minor.back}
        </p>
        {mayChange && !minority.ofAgeOn && <Setting label={minor.setDay} answer={answer} />}
      </>
    );
  }
  return (
    <>
      <p>{minor.not}</p>
      {mayChange && <Setting label={minor.set} answer={answer} />}
    </>
  );
}

function Setting({ label, answer }: { label: string; answer: Props['answer'] }) {
  const { minor } = useWords().careful;
  const own = answerTo(answer, 'minor');
  return (
    <Folded label={label} open={Boolean(own)}>
      <ActForm act="minor" answer={answer}>
        <Textarea name="evidence" rows={2} label={minor.evidence} hint={minor.evidenceHint} answer={own} />
        <Field name="born" type="date" label={minor.born} hint={minor.bornHint} answer={own} />
        <Button size="small">{minor.submit}</Button>
      </ActForm>
    </Folded>
  );
}

function Special({ view: { written, mayChange }, answer }: Props) {
  const { special } = useWords().careful;
  const marked = written.filter((one) => one.special).length;
  const about = written.find(({ publicId }) => publicId === answer?.given?.message);
  return (
    <section className="mt-4 border-t border-line pt-3">
      <h3 className="text-base">{special.title}</h3>
      <p className="mt-1 text-sm text-soft">{special.what}</p>
      <p className="mt-1">{special.marked(marked)}</p>
      {mayChange && written.length > 0 && (
        <Folded label={special.choose} open={Boolean(about)}>
          <ul className="divide-y divide-line">
            {written.map((one) => (
              <Written key={one.publicId} written={one} answer={answer} />
            ))}
          </ul>
        </Folded>
      )}
    </section>
  );
}

function Written({ written, answer }: { written: CustomerView['written'][number]; answer: Props['answer'] }) {
  const { special } = useWords().careful;
  const { publicId, at, text, special: marked } = written;
  return (
    <li className="py-2.5">
      <p dir="auto" className="line-clamp-3 break-words">
        {text}
      </p>
      <p className="mb-1 text-sm text-soft">
        <Moment at={at} /> {marked && <Badge tone="attention">{special.is}</Badge>}
      </p>
      <ActForm act={marked ? 'special-clear' : 'special'} about={{ message: publicId }} answer={answer}>
        <Button size="small" aria-label={`${marked ? special.clear : special.mark}: ${text.slice(0, 60)}`}>
          {marked ? special.clear : special.mark}
        </Button>
      </ActForm>
    </li>
  );
}
