import { sql } from 'kysely';
import { readReport } from '../src/insights/reporting/report.ts';
import { sumMonths } from '../src/insights/reporting/summing.ts';
import { recordAgreement } from '../src/organisation/works-council.ts';
import { type Context, transact } from '../src/platform/context.ts';
import { median, type Report, round, say } from './figure.ts';
import { fillReports } from './filling-reports.ts';
import { openPlace } from './place.ts';

const days = 730;
const periods = [
  { days: 28, budget: 300 },
  { days: 91, budget: 300 },
  { days: 365, budget: 500 },
] as const;

/**
 * The report of webcare as its page reads it, over what ten million messages in two years leave: forty queues from three
 * accounts each, three hundred colleagues. What it is compared with is the same report from its days alone.
 */
export async function bench(report: Report): Promise<void> {
  const place = await openPlace();
  try {
    say(`filling ${days} days of reports …`);
    await fillReports(place, days);
    const { context } = place.polder;
    await recordAgreement(context, { agreedOn: '2020-01-01', reference: 'bench' });
    const alone = new Map<number, number>();
    for (const { days } of periods) alone.set(days, await measure(context, days));
    const started = performance.now();
    const today = Temporal.Now.plainDateISO('Europe/Amsterdam').toString();
    await sumMonths(context, { zone: 'Europe/Amsterdam', today });
    const months = await transact(context, 'measure', ({ database }) =>
      sql`select month from report_month`.execute(database),
    );
    const took = performance.now() - started;
    report({
      figure: 'monthSeconds',
      value: round(took / 1000 / Math.max(1, months.rows.length), 2),
      unit: 's',
    });
    for (const { days, budget } of periods) {
      const value = await measure(context, days);
      const before = alone.get(days) ?? value;
      report({
        figure: `reportMilliseconds ${days} days`,
        value: round(value, 0),
        unit: 'ms',
        budget,
        against: `from its days alone: ${round(before, 0)} ms`,
        ratio: round(value / before, 2),
      });
    }
  } finally {
    await place.remove();
  }
}

async function measure(ctx: Context, days: number): Promise<number> {
  const to = Temporal.Now.plainDateISO('Europe/Amsterdam');
  const asked = { from: to.subtract({ days: days - 1 }).toString(), to: to.toString() };
  const times: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const started = performance.now();
    await readReport(ctx, asked);
    times.push(performance.now() - started);
  }
  return median(times.slice(1));
}
