import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Figure } from '../ui/figure.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import type { AsOf } from './as-of.ts';
import type { FigureView, ThresholdView } from './figure-view.ts';
import { Fold } from './fold.tsx';
import type { ShownJourney } from './journey-page.tsx';
import { StateBadge } from './state-badge.tsx';
import { wordFor, writerOf } from './writing.ts';

/** In this order; the clock stands beside the first response. */
const shown = ['RR', 'FRT', 'SL60', 'TW', 'DEP', 'READ', 'DA', 'RESPONDING'] as const;

/** The figures that decide, each with what stands behind it. */
export function Figures({ journey: { figures, asOf } }: { journey: ShownJourney }) {
  const words = useWords().journey.figures;
  const found = shown.flatMap((code) => figures.find((figure) => figure.code === code) ?? []);
  const judged = found.map(nearest).filter((one) => one !== undefined);
  const met = judged.filter(({ state }) => state === 'met').length;
  return (
    <Fold title={words.title} gist={words.gist(met, judged.length)}>
      <p className="mb-4 max-w-prose text-sm text-soft">{words.lead}</p>
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {found.map((figure) => (
          <OneFigure
            key={figure.code}
            figure={figure}
            asOf={asOf}
            clock={figure.code === 'FRT' ? figures.find(({ code }) => code === 'FRT_CLOCK') : undefined}
          />
        ))}
      </div>
    </Fold>
  );
}

/** Codes that the model itself uses. */
const coded: readonly string[] = ['RR', 'FRT', 'SL60', 'TW', 'DEP', 'DA', 'READ'];

/** The threshold that matters now: the lowest that is not met, else the highest that is. */
function nearest({ thresholds }: FigureView): ThresholdView | undefined {
  return thresholds.find(({ state }) => state !== 'met') ?? thresholds.at(-1);
}

interface OneFigureProps {
  figure: FigureView;
  asOf: AsOf;
  /** The same wait on the clock. */
  clock?: FigureView | undefined;
  /** On the page of its rows there is nothing to link to. */
  linked?: boolean;
}

export function OneFigure({ figure, asOf, clock, linked = true }: OneFigureProps) {
  const { measures } = useWords();
  const write = writerOf(figure.unit, useFormats());
  const threshold = nearest(figure);
  const why = useNoValue(figure);
  const days = typeof figure.window === 'number' ? figure.window : undefined;
  return (
    <Figure
      label={wordFor(measures.names, figure.code)}
      {...(coded.includes(figure.code) && { code: figure.code })}
      value={figure.value}
      n={figure.n}
      low={figure.low}
      high={figure.high}
      threshold={threshold?.enter ?? null}
      to={scaleOf(figure)}
      write={write}
      asOf={asOf.at}
      {...(linked && figure.rows && { rows: urls.indicatorRows(figure.code, { at: asOf.place, days }) })}
      {...(why && { why })}
      {...(threshold && { aside: <StateBadge state={threshold.state} /> })}
    >
      <Behind figure={figure} clock={clock} />
    </Figure>
  );
}

function useNoValue({ reason, n }: FigureView): string | undefined {
  const { journey, journeying } = useWords();
  const lacking = reason === null ? undefined : journeying.lacking[reason];
  if (lacking !== undefined) return journey.why.notYet(lacking);
  return n === 0 ? journey.why.nothing : undefined;
}

/** Shares run to 1; others as far as the farthest thing that is shown. */
function scaleOf({ unit, value, high, thresholds }: FigureView): number {
  if (unit === 'share') return 1;
  const farthest = Math.max(value ?? 0, high ?? 0, ...thresholds.map(({ enter }) => enter));
  return farthest > 0 ? farthest * 1.2 : 1;
}

/** Window, thresholds, and the clock beside opening hours. */
function Behind({ figure, clock }: Pick<OneFigureProps, 'figure' | 'clock'>) {
  const words = useWords().journey.figures;
  const formats = useFormats();
  const { window, widenedFrom, thresholds, counted, value } = figure;
  return (
    <>
      {figure.code === 'FRT' && <p>{words.hours}</p>}
      {clock && clock.value !== null && <p>{words.clock(formats.duration(clock.value))}</p>}
      {typeof window === 'number' && (
        <p>{widenedFrom ? words.widened(window, widenedFrom) : words.window(window)}</p>
      )}
      {counted && value !== null && <p>{words.census}</p>}
      <ul className="mt-1">
        {thresholds.map((threshold) => (
          <ThresholdLine key={threshold.criterion} threshold={threshold} unit={figure.unit} />
        ))}
      </ul>
    </>
  );
}

const icons: Record<ThresholdView['state'], IconName> = {
  met: 'check',
  not_met: 'cross',
  unknown: 'question',
};

function ThresholdLine({ threshold, unit }: { threshold: ThresholdView; unit: FigureView['unit'] }) {
  const { journey, kit } = useWords();
  const write = writerOf(unit, useFormats());
  const { stage, enter, direction, state, required, uncertain } = threshold;
  const { threshold: words, supporting, uncertain: unsure } = journey.figures;
  const sentence = direction === 'higher' ? words.least : words.most;
  const states = { met: kit.criterion.met, not_met: kit.criterion.notMet, unknown: kit.criterion.unknown };
  return (
    <li className="flex items-start gap-1.5">
      <Icon name={icons[state]} className="mt-0.5 size-4" />
      <span>
        {sentence(journey.stage(stage), write(enter))}, {states[state]}
        {uncertain && `, ${unsure}`}
        {!required && ` (${supporting})`}
      </span>
    </li>
  );
}
