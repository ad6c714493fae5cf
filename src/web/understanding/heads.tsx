import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Age } from '../ui/age.tsx';
import { Badge } from '../ui/badge.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Meter } from '../ui/interval-bar.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { enoughLabels } from './head-view.ts';
import type { HeadRow } from './heads-page.tsx';

/** What is read in every message, with how well that goes. */
export function Heads({ heads, mayLabel }: { heads: readonly HeadRow[]; mayLabel: boolean }) {
  const { list } = useWords().understanding;
  const columns = useColumns();
  return (
    <Table
      caption={list.caption}
      hideCaption
      wide
      rows={heads}
      rowKey={(row) => row.head}
      columns={mayLabel ? columns : columns.filter(({ key }) => key !== 'act')}
    />
  );
}

function useColumns(): Column<HeadRow>[] {
  const { list } = useWords().understanding;
  return [
    { key: 'head', label: list.head, heading: true, cell: (row) => <Name row={row} /> },
    { key: 'labels', label: list.labels, cell: (row) => <Labels row={row} /> },
    { key: 'accuracy', label: list.accuracy, cell: (row) => <Accuracy row={row} /> },
    { key: 'automatic', label: list.automatic, figures: true, cell: (row) => <Automatic row={row} /> },
    {
      key: 'trained',
      label: list.trained,
      cell: ({ current }) => (current ? <Age at={current.at} /> : list.never),
    },
    { key: 'act', label: list.label, cell: (row) => (row.answers ? <Check row={row} /> : '–') },
  ];
}

function Name({ row: { head, name, meaning, enabled, answers } }: { row: HeadRow }) {
  const { heads: words } = useWords();
  return (
    <span className="my-2.5 block min-w-44">
      <Link to={answers ? urls.understandingHead(head) : urls.headSetup(head)} className="link">
        {name}
      </Link>{' '}
      {!enabled ? <Badge>{words.off}</Badge> : !answers && <Badge>{words.waiting}</Badge>}
      <span className="block text-sm font-normal text-faint">{meaning}</span>
    </span>
  );
}

/** Until there are enough: how far along. */
function Labels({ row: { labels, name } }: { row: HeadRow }) {
  const { list } = useWords().understanding;
  const { number } = useFormats();
  if (labels >= enoughLabels) return <span className="figures">{number(labels)}</span>;
  return (
    <span className="block min-w-36">
      <span className="figures text-sm">{list.few(labels, enoughLabels)}</span>
      <Meter label={`${name}: ${list.labels}`} value={labels} most={enoughLabels} />
    </span>
  );
}

function Accuracy({ row: { current } }: { row: HeadRow }) {
  const { understanding, kit } = useWords();
  const { percent } = useFormats();
  if (!current) return <span className="whitespace-nowrap text-faint">{understanding.list.rules}</span>;
  return (
    <span className="figures block min-w-32">
      <span className="font-medium">{percent(current.accuracy)}</span>
      <span className="block text-sm text-faint" title={kit.figure.intervalWhy}>
        {kit.figure.interval(percent(current.low), percent(current.high))}, n={current.n}
      </span>
    </span>
  );
}

function Automatic({ row: { current } }: { row: HeadRow }) {
  const { percent } = useFormats();
  if (!current) return '–';
  return percent(current.automatic.share);
}

function Check({ row: { head, name } }: { row: HeadRow }) {
  const { list } = useWords().understanding;
  return (
    <LinkButton to={urls.labelling(head)} size="small" icon="check">
      {list.label}
      <span className="sr-only">: {name}</span>
    </LinkButton>
  );
}
