import { type AskedHour, measureHours } from '../../conversations/measuring/asked-hours.ts';
import { type ColleagueDay, measureColleagues } from '../../conversations/measuring/colleague-days.ts';
import type { Days } from '../../conversations/measuring/interval-days.ts';
import { measureReasons, type ReasonDay } from '../../conversations/measuring/reason-days.ts';
import { measureWaits, type WaitDay } from '../../conversations/measuring/wait-days.ts';
import { findAgreement } from '../../organisation/works-council.ts';
import type { Context } from '../../platform/context.ts';

/** What reports are made of, of some whole days. */
export interface Counted {
  readonly hours: readonly AskedHour[];
  readonly waits: readonly WaitDay[];
  readonly reasons: readonly ReasonDay[];
  /** Only of the days from which the works council agreed. */
  readonly colleagues: readonly ColleagueDay[];
}

/** Counts from scratch, from the rows themselves. Runs in a transaction with a purpose. */
export async function countReports(ctx: Context, days: Days): Promise<Counted> {
  const agreement = await findAgreement(ctx);
  const agreed = agreement?.agreedOn;
  return {
    hours: await measureHours(ctx, days),
    waits: await measureWaits(ctx, days),
    reasons: await measureReasons(ctx, days),
    colleagues: agreed ? (await measureColleagues(ctx, days)).filter(({ day }) => day >= agreed) : [],
  };
}
