import { Link } from 'react-router';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Card } from '../../ui/card.tsx';
import { Table } from '../../ui/table.tsx';

export interface ResultView {
  answered: number;
  counted: boolean;
  closeness: readonly number[] | null;
  items: readonly {
    code: string;
    criterion: string;
    saying: string;
    n: number;
    share: number | null;
    unsure: number | null;
    manyUnsure: boolean;
    outcome: 'met' | 'not_met' | 'unknown';
    gap: number | null;
  }[];
}

interface ResultProps {
  result: ResultView;
  question: string;
  published: readonly number[];
}

/** Beyond this many points perception and evidence are told apart first. */
const wide = 0.25;

/** What colleagues say beside what is measured, the widest gap first. Nothing of fewer than five. */
export function Result({ result, question, published }: ResultProps) {
  const { journey, journeying } = useWords();
  const words = journeying.assessment;
  const { percent, number, list } = useFormats();
  if (!result.counted) return <Card title={words.title}>{words.tooFew}</Card>;
  return (
    <>
      <Table
        caption={words.title}
        hideCaption
        wide
        rows={result.items}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'item',
            label: words.item,
            heading: true,
            cell: ({ saying, code, criterion }) => (
              <span className="my-2 block min-w-64">
                {saying}{' '}
                <Link to={urls.criterion(criterion)} className="link text-sm font-normal">
                  {criterion}
                </Link>{' '}
                <span className="text-sm font-normal text-faint">{code}</span>
              </span>
            ),
          },
          {
            key: 'agree',
            label: words.agree,
            figures: true,
            cell: ({ share, n }) => (share === null ? '–' : `${percent(share)} (n=${n})`),
          },
          { key: 'outcome', label: journey.criteria.state, cell: ({ outcome }) => words.outcome[outcome] },
          {
            key: 'unsure',
            label: words.unsure,
            figures: true,
            cell: ({ unsure, manyUnsure }) => (
              <>
                {unsure === null ? '–' : percent(unsure)}
                {manyUnsure && <span className="block text-sm text-clay">{words.manyUnsure}</span>}
              </>
            ),
          },
          {
            key: 'gap',
            label: words.measured,
            figures: true,
            cell: ({ gap }) =>
              gap === null ? (
                '–'
              ) : (
                <>
                  {words.gap(`${gap > 0 ? '+' : ''}${number(gap * 100, 0)}`)}
                  {Math.abs(gap) > wide && <span className="block text-sm text-clay">{words.wide}</span>}
                </>
              ),
          },
        ]}
      />
      {result.closeness && (
        <Card title={words.closeness}>
          <p>{question}</p>
          <ul className="mt-2">
            {result.closeness.map((share, i) => (
              <li key={words.closenessGroups[i]}>
                {words.closenessGroups[i]}: {percent(share)}
              </li>
            ))}
          </ul>
          <p className="mt-2 text-sm text-faint">
            {words.published(list(published.map((share) => percent(share))))}
          </p>
        </Card>
      )}
    </>
  );
}
