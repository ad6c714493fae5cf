import {
  measureAnswering,
  measureDepth,
  measureFirstResponses,
  measurePostOnlyAccounts,
  measureResponders,
  measureTwoWay,
  type Tally,
} from '../conversations/measures.ts';
import { countPilots } from '../pilots/measures.ts';
import { type Context, transact } from '../platform/context.ts';
import type { Measured, Window } from './measured.ts';
import { medianInterval, percentile, wilson, z90 } from './statistics.ts';

const windows = [28, 91, 182] as const;

/**
 * All figures the modules can give, as of one moment, for each window: the only thing the journey reads. Figures of
 * whole messages are samples of an ongoing process and carry a 90 % interval; counts of a known set do not.
 */
export async function collect(ctx: Context, asOf: Temporal.Instant): Promise<Measured[]> {
  return transact(ctx, 'service', async (ctx) => {
    const at = new Date(asOf.epochMilliseconds);
    const measured: Measured[] = [];
    for (const days of windows) {
      const period = { asOf: at, days };
      const answering = await measureAnswering(ctx, period);
      measured.push(share('RR', days, answering.answered), share('SL60', days, answering.withinHour));
      measured.push(share('READ', days, answering.read), share('UNTIMED', days, answering.timeUnknown));
      measured.push(share('TW', days, await measureTwoWay(ctx, period)));
      measured.push(share('DEP', days, await measureDepth(ctx, period)));
      const first = await measureFirstResponses(ctx, period);
      measured.push(median('FRT', days, { n: first.n, sorted: first.hours }));
      measured.push(median('FRT_CLOCK', days, { n: first.n, sorted: first.clock }));
    }
    return [...measured, ...(await counts(ctx, at))];
  });
}

async function counts(ctx: Context, asOf: Date): Promise<Measured[]> {
  const who = await measureResponders(ctx, asOf);
  const postOnly = await measurePostOnlyAccounts(ctx, asOf);
  const nameless = who.answers > 0 && who.withDepartment === 0;
  return [
    nameless
      ? { ...count('DA', 28, { value: 0, n: who.answers }), value: null, reason: 'no-department' }
      : count('DA', 28, { value: who.departments, n: who.answers }),
    count('RESPONDING', 28, { value: who.steady, n: who.people }),
    count('PEOPLE', 28, { value: who.steady, n: who.people }),
    count('PILOTS', 'now', { value: await countPilots(ctx), n: 0 }),
    count('POST_ONLY', 91, { value: postOnly.k, n: postOnly.n }),
  ];
}

function share(code: string, window: Window, { k, n }: Tally): Measured {
  const known = n > 0;
  const interval = known ? wilson(k, n, z90) : { low: null, high: null };
  return {
    code,
    unit: 'share',
    value: known ? k / n : null,
    n,
    k,
    ...interval,
    window,
    population: 'process',
    stepUps: 0,
  };
}

function median(code: string, window: Window, { n, sorted }: { n: number; sorted: number[] }): Measured {
  const interval = medianInterval(sorted, 0.9) ?? { low: null, high: null };
  return {
    code,
    unit: 'seconds',
    value: percentile(sorted, 0.5),
    n,
    ...interval,
    window,
    population: 'process',
    stepUps: 0,
    sorted,
  };
}

function count(code: string, window: Window, { value, n }: { value: number; n: number }): Measured {
  return { code, unit: 'count', value, n, low: value, high: value, window, population: 'census', stepUps: 0 };
}
