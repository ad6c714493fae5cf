import type { FormAnswer } from '../../forms.ts';
import { useFormats, useNow, useWords } from '../../layout/frame.tsx';
import { Act, Facts } from '../../privacy/act.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { DataTwin } from '../../ui/data-twin.tsx';
import { Table } from '../../ui/table.tsx';
import { Entering } from './entering.tsx';
import type { Result, ShownPilot } from './reading.ts';
import { WeekChart } from './week-chart.tsx';
import { writeFigure, writeGain } from './writing.ts';

interface BenefitProps {
  shown: ShownPilot;
  result: Result;
  answer: FormAnswer | undefined;
}

/** What the pilot brought until now: measured, compared, and with how sure that is. */
export function Benefit({ shown, result, answer }: BenefitProps) {
  const { benefit: words } = useWords().piloting;
  const { age } = useFormats();
  const now = useNow();
  const { effect, metric, measuredAt, live } = result;
  return (
    <Card
      title={words.title}
      aside={measuredAt && <p className="text-sm text-faint">{words.measuredAgo(age(measuredAt, now))}</p>}
    >
      <p className="mb-4 text-soft">{words.lead}</p>
      {effect && metric ? (
        <Measured result={result} />
      ) : (
        <>
          <p className="font-medium">{words.none}</p>
          <p className="mb-4 text-sm text-soft">{words.noneWhy}</p>
        </>
      )}
      {result.weeks.length > 0 && metric && <Weeks result={result} />}
      {shown.may.arrange && (
        <div className="mt-5 space-y-3">
          {live && <Act act="measure" label={words.now} answer={answer} />}
          <Entering today={shown.today} answer={answer} />
        </div>
      )}
    </Card>
  );
}

function Measured({ result }: { result: Result }) {
  const { benefit: words } = useWords().piloting;
  const formats = useFormats();
  const { effect, metric, success, target, guard, guardName } = result;
  if (!effect || !metric) return null;
  const write = writeFigure(metric.unit, formats);
  const gain = writeGain(metric.unit, formats, words.points);
  const { low, high } = {
    low: effect.gain - 1.2816 * effect.error,
    high: effect.gain + 1.2816 * effect.error,
  };
  return (
    <>
      <p className="mb-3 text-sm text-soft">{words.by[effect.by]}</p>
      <Facts
        facts={[
          [words.measured, `${write(effect.measured)} (n=${formats.number(effect.n)})`],
          [words.without, write(effect.counterfactual)],
          [words.gain, `${gain(effect.gain)}, ${words.gainInterval(gain(low), gain(high))}`],
          target !== null && success
            ? [
                words.target,
                `${write(target)}: ${success.target ? words.reached : words.notReached}, ${
                  success.sure ? words.sure : success.harmful ? words.harmful : words.unsure
                }`,
              ]
            : null,
          guard && guardName
            ? [
                words.guard,
                `${guardName}: ${guard.value === null ? words.guardUnknown : guard.broken ? words.guardBroken : words.guardOk}`,
              ]
            : null,
        ]}
      />
      <Returned result={result} />
    </>
  );
}

function Returned({ result: { return: found, payback } }: { result: Result }) {
  const { benefit: words } = useWords().piloting;
  const { number, percent } = useFormats();
  const { verdict, roi, interval, benefit, cost } = found;
  const tone = verdict === 'positive' ? 'water' : verdict === 'negative' ? 'attention' : 'neutral';
  return (
    <div className="mt-4 border-t border-line pt-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{words.verdict}:</span>
        <Badge tone={tone}>{words.verdicts[verdict]}</Badge>
        {roi !== null && (
          <span className="figures text-soft">
            {words.roi} {percent(roi)}
            {interval && `, ${words.roiInterval(percent(interval.low), percent(interval.high))}`}
          </span>
        )}
      </p>
      <p className="mt-1 text-sm text-soft">
        {words.eurosLine(number(benefit), number(cost))}.{' '}
        {payback === null ? words.noPayback : words.payback(payback)}
      </p>
    </div>
  );
}

function Weeks({ result }: { result: Result }) {
  const { benefit: words } = useWords().piloting;
  const formats = useFormats();
  const { metric, weeks } = result;
  if (!metric) return null;
  const write = writeFigure(metric.unit, formats);
  return (
    <div className="mt-5">
      <h3 className="mb-2 text-base">{words.series}</h3>
      <DataTwin
        chart={<WeekChart result={result} />}
        table={
          <Table
            caption={words.seriesCaption}
            hideCaption
            wide
            rows={weeks}
            rowKey={(row) => row.week}
            columns={[
              {
                key: 'week',
                label: words.week,
                heading: true,
                cell: (row) => formats.day(`${row.week}T12:00:00Z`),
              },
              { key: 'pilot', label: words.pilot, figures: true, cell: (row) => write(row.value) },
              { key: 'n', label: words.n, figures: true, cell: (row) => formats.number(row.n) },
              {
                key: 'beside',
                label: words.beside,
                figures: true,
                cell: (row) => (row.beside === null ? '–' : write(row.beside)),
              },
            ]}
          />
        }
      />
    </div>
  );
}
