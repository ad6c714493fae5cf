import type { Measured } from '../insights/measured.ts';
import type { Journey } from '../journey/journey.ts';
import { stages } from '../journey/stages.ts';

/** The journey in lines for a terminal. English, like all of the command line. */
export function describeJourney(journey: Journey): string {
  const { standing, confidence } = journey;
  const name = (n: number) => stages.find((stage) => stage.number === n)?.en ?? '';
  const lines = [
    `As of ${journey.asOf.toString()} (${journey.provisional ? 'provisional: fewer than six weekly evaluations' : `established ${journey.evaluatedAt?.toString() ?? ''}`})`,
    `Stage ${standing.proven} ${name(standing.proven)} is proven, stage ${standing.possible} is possible`,
    `Confidence ${confidence.class}: coverage ${percent(confidence.coverage)}, certainty ${percent(confidence.certainty)}, freshness ${percent(confidence.freshness)}`,
    `Roadmap phase ${journey.phase.proven}, possibly ${journey.phase.possible}; lowest area of the ladder: ${journey.models.lowest ? `${journey.models.lowest.area}, level ${journey.models.lowest.level}` : 'none'}`,
    `4C: ${journey.models.bars.map(({ c, value }) => `${c} ${value}`).join(', ')}; integration: ${journey.models.overlay}`,
    ...journey.wavering.map(
      ({ criterion, down, holdDown }) =>
        `Wavering: ${criterion.id} ${criterion.en}, ${down} of ${holdDown} weeks`,
    ),
    '',
    ...journey.indicators.map(indicatorLine),
    '',
    ...journey.outcomes.map(
      ({ criterion, state, why }) => `${criterion.id.padEnd(5)} ${state.padEnd(8)} ${criterion.en} (${why})`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function indicatorLine(figure: Measured): string {
  const value = shownValue(figure, figure.value);
  const between =
    figure.low === null || figure.population === 'census'
      ? ''
      : `  ${shownValue(figure, figure.low)} – ${shownValue(figure, figure.high)}`;
  return `${figure.code.padEnd(11)} ${value.padStart(9)}${between}  n=${figure.n}  ${figure.window}${typeof figure.window === 'number' ? ' days' : ''}${figure.reason ? `  (${figure.reason})` : ''}`;
}

function shownValue({ unit }: Measured, value: number | null): string {
  if (value === null) return '–';
  if (unit === 'share') return percent(value);
  if (unit === 'seconds') return `${(value / 3600).toFixed(2)} h`;
  return String(Math.round(value * 100) / 100);
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}
