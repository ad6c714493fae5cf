import { useId } from 'react';
import type { Catalogue } from '../../platform/words.ts';
import { useWords } from '../layout/frame.tsx';
import { DataTwin } from './data-twin.tsx';
import { Icon, type IconName } from './icon.tsx';
import { Landscape } from './journey-landscape.tsx';
import { Table } from './table.tsx';

/** proven: dry ground. possible: water falling. wavering: water rising. open: not diked yet. */
export type Ground = keyof Catalogue['journey']['ground'];
export type StageKey = keyof Catalogue['journey']['stages'];

export interface Polder {
  stage: StageKey;
  ground: Ground;
  /** Required points that are met, of how many. */
  met?: number;
  required?: number;
  /** Words of the evaluation; left out: what this kind of ground means. */
  why?: string;
}

const icons: Record<Ground, IconName> = {
  proven: 'check',
  possible: 'falling',
  wavering: 'rising',
  open: 'water',
};

/** The five stages in order, drawn as polders behind dikes, with names below and a table as twin. */
export function JourneyPath({ polders }: { polders: readonly Polder[] }) {
  return (
    <DataTwin
      chart={
        <figure>
          <Drawing polders={polders} />
          <Names polders={polders} />
        </figure>
      }
      table={<PolderTable polders={polders} />}
    />
  );
}

function Drawing({ polders }: { polders: readonly Polder[] }) {
  const { journey } = useWords();
  const id = useId();
  const description = polders
    .map(({ stage, ground }, i) => `${i + 1}. ${journey.stages[stage]}: ${journey.ground[ground]}.`)
    .join(' ');
  return (
    <svg
      viewBox="0 0 1000 216"
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      className="block w-full rounded-lg border border-line"
    >
      <title id={`${id}-title`}>{journey.drawing.title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <Landscape grounds={polders.map(({ ground }) => ground)} />
    </svg>
  );
}

function Names({ polders }: { polders: readonly Polder[] }) {
  const { journey } = useWords();
  return (
    <ol className="mt-3 grid gap-x-3 gap-y-2 md:grid-cols-5">
      {polders.map(({ stage, ground }, i) => (
        <li key={stage} className="flex items-baseline gap-2 md:block md:px-1">
          <span className="figures w-4 text-soft md:hidden">{i + 1}</span>
          <span className="font-medium max-md:flex-1 md:block">{journey.stages[stage]}</span>
          <span
            className={`inline-flex items-center gap-1 text-sm ${ground === 'wavering' ? 'font-medium text-clay' : 'text-soft'}`}
          >
            <Icon name={icons[ground]} className="size-4" />
            {journey.ground[ground]}
          </span>
        </li>
      ))}
    </ol>
  );
}

function PolderTable({ polders }: { polders: readonly Polder[] }) {
  const { journey } = useWords();
  const { drawing } = journey;
  const rows = polders.map((polder, i) => ({ ...polder, number: i + 1 }));
  return (
    <Table
      caption={drawing.title}
      hideCaption
      wide
      rows={rows}
      rowKey={(row) => row.stage}
      columns={[
        {
          key: 'polder',
          label: drawing.polder,
          heading: true,
          cell: (row) => `${row.number}. ${journey.stages[row.stage]}`,
        },
        { key: 'state', label: drawing.state, cell: (row) => journey.ground[row.ground] },
        {
          key: 'met',
          label: drawing.met,
          figures: true,
          cell: ({ met, required }) =>
            met === undefined || required === undefined ? '–' : drawing.of(met, required),
        },
        { key: 'why', label: drawing.why, cell: (row) => row.why ?? journey.groundWhy[row.ground] },
      ]}
    />
  );
}
