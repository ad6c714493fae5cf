import { Link } from 'react-router';
import { urls } from '../../../urls.ts';
import type { FormAnswer } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Textarea } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Table } from '../../ui/table.tsx';
import type { ShownPilot } from './reading.ts';

interface FitTestProps {
  shown: ShownPilot;
  answer: FormAnswer | undefined;
}

/** What the pilot asks of the culture beside how it is here: advice, never a gate. */
export function FitTest({ shown, answer }: FitTestProps) {
  const { fit: words } = useWords().pilots;
  const { percent } = useFormats();
  const { fit, acts, may } = shown;
  return (
    <Card title={words.title}>
      <p className="mb-3 text-soft">{words.lead}</p>
      {fit.items.length === 0 ? <p className="mb-3">{words.asksNothing}</p> : <Items fit={fit} />}
      {fit.verdict === 'unknown' && (
        <p className="my-3">
          {words.unknown}{' '}
          <Link to={urls.culture()} className="link">
            {words.ask}
          </Link>
        </p>
      )}
      {fit.score !== null && fit.items.length > 0 && (
        <p className="my-3 font-medium">
          {words.verdicts[fit.verdict]}: {words.score(percent(fit.score))}
          {fit.verdict === 'with-help' && ` ${words.helps}`}
        </p>
      )}
      {acts.includes('fit') && may.arrange && <Doing shown={shown} answer={answer} />}
    </Card>
  );
}

function Doing({ shown: { fit }, answer }: FitTestProps) {
  const { fit: words } = useWords().pilots;
  const own = answer?.given?.act === 'fit' ? answer : undefined;
  return (
    <Form answer={own}>
      <input type="hidden" name="act" value="fit" />
      {fit.verdict === 'not-now' && (
        <Textarea
          name="overruled"
          label={words.overrule}
          hint={words.overruleHint}
          rows={2}
          optional
          answer={own}
        />
      )}
      <Button tone={fit.done ? 'secondary' : 'primary'}>{fit.done ? words.again : words.submit}</Button>
    </Form>
  );
}

function Items({ fit }: Pick<ShownPilot, 'fit'>) {
  const { pilots } = useWords();
  const { number } = useFormats();
  const { fit: words, criteria } = pilots;
  return (
    <Table
      caption={words.caption}
      hideCaption
      rows={fit.items}
      rowKey={(row) => row.item}
      columns={[
        { key: 'item', label: words.item, heading: true, cell: (row) => pilots.items[row.item] },
        { key: 'asks', label: words.asks, figures: true, cell: (row) => number(row.asks, 1) },
        {
          key: 'has',
          label: words.has,
          figures: true,
          cell: (row) => (row.has === null ? '–' : number(row.has, 1)),
        },
        {
          key: 'fits',
          label: words.result,
          cell: (row) => (row.fits === null ? criteria.unknown : row.fits ? criteria.yes : criteria.no),
        },
      ]}
    />
  );
}
