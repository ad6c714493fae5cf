import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Icon } from '../ui/icon.tsx';
import { Table } from '../ui/table.tsx';
import type { AsOf } from './as-of.ts';
import type { FigureView } from './figure-view.ts';
import { Fold } from './fold.tsx';
import { writerOf } from './writing.ts';

type Trait = 'TW' | 'RR' | 'DA' | 'POST_ONLY';

/** What marks stage 1, and how much must be behind the figure. Nothing to pass: a portrait, not a test. */
const traits: Readonly<Record<Trait, { least: number; fits: (value: number) => boolean }>> = {
  TW: { least: 30, fits: (value) => value < 0.1 },
  RR: { least: 50, fits: (value) => value < 0.2 },
  DA: { least: 0, fits: (value) => value === 0 },
  POST_ONLY: { least: 1, fits: (value) => value > 0 },
};

interface PortraitProps {
  figures: readonly FigureView[];
  asOf: AsOf;
}

export function Portrait({ figures, asOf }: PortraitProps) {
  const words = useWords().journey.portrait;
  const rows = (Object.keys(traits) as Trait[]).flatMap((trait) => {
    const figure = figures.find(({ code }) => code === trait);
    return figure ? [{ trait, figure, fits: fits(trait, figure) }] : [];
  });
  const recognised = rows.filter((row) => row.fits === true).length;
  return (
    <Fold title={words.title} gist={words.gist(recognised, rows.length)}>
      <p className="mb-3 max-w-prose text-soft">{words.lead}</p>
      <Table
        caption={words.title}
        hideCaption
        rows={rows}
        rowKey={(row) => row.trait}
        columns={[
          { key: 'trait', label: words.trait, heading: true, cell: (row) => words.traits[row.trait] },
          { key: 'value', label: words.value, cell: (row) => <Value figure={row.figure} asOf={asOf} /> },
          { key: 'fits', label: words.fits, cell: (row) => <Fits fits={row.fits} /> },
        ]}
      />
    </Fold>
  );
}

function fits(trait: Trait, { value, n }: FigureView): boolean | null {
  return value === null || n < traits[trait].least ? null : traits[trait].fits(value);
}

function Value({ figure, asOf }: { figure: FigureView; asOf: AsOf }) {
  const { journey, kit } = useWords();
  const formats = useFormats();
  const { code, unit, value, n, low, high, window } = figure;
  if (value === null || (n === 0 && code !== 'DA')) {
    return <span className="text-faint">{kit.figure.tooLittle(n)}</span>;
  }
  const write = writerOf(unit, formats);
  const days = typeof window === 'number' ? window : undefined;
  const accounts = code === 'POST_ONLY' && journey.portrait.accounts(value, n);
  return (
    <span className="figures my-2 block">
      <Link to={urls.indicatorRows(code, { at: asOf.place, days })} className="link">
        {accounts || write(value)}
      </Link>{' '}
      <span className="text-sm text-faint">
        {!accounts && `n=${formats.number(n)}`}
        {low !== null && high !== null && `, ${kit.figure.interval(write(low), write(high))}`}
      </span>
    </span>
  );
}

function Fits({ fits }: { fits: boolean | null }) {
  const { portrait } = useWords().journey;
  if (fits === null) return portrait.unknown;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon name={fits ? 'check' : 'cross'} className="size-4" />
      {fits ? portrait.yes : portrait.no}
    </span>
  );
}
