import { sql } from 'kysely';
import { scores } from '../../conversations/asking/measures.ts';
import { contentFrom, type QuestionKind } from '../../conversations/asking/question.ts';
import { measureHandOvers } from '../../conversations/measuring/hand-overs.ts';
import type { SpeechDay } from '../../conversations/measuring/speech-days.ts';
import { type HeardDay, measureSignals } from '../../listening/measures.ts';
import { type Context, transact } from '../../platform/context.ts';
import { measureOffered, measureViolations } from '../../privacy/measures.ts';
import type { Measured } from '../measured.ts';
import { statesAt } from '../rolling/states.ts';
import { z90 } from '../statistics.ts';
import { surveyFigures } from '../surveying/figures.ts';
import { type Days, daysBefore, type Frame, firstDay, windows } from './frame.ts';
import { censusOf, countOf, factOf, medianOf, type Named, shareOf, unknownOf } from './making.ts';

/** Figures of the organisation as a whole: the gate of data, contracts, signals and hand-overs. Six statements. */
export async function wholeFigures(ctx: Context, frame: Frame, before: string): Promise<Measured[]> {
  const until = new Date(frame.asOf.epochMilliseconds);
  const states = await statesAt(ctx, before);
  const contracts = states.get('PC');
  const violations = await measureViolations(ctx, daysBefore(frame, 91), until);
  const figures: Measured[] = [
    contracts ? censusOf(['PC', 'now'], contracts) : unknownOf(['PC', 'now'], 'not-counted-yet'),
    countOf(['PV', 91], violations.k, { n: violations.n }),
    factOf(['OFFERED', 'now'], await measureOffered(ctx, until)),
    qualityGate(states),
    ...(await dataManager(ctx, until)),
    ...(await surveyFigures(ctx, until)),
  ];
  for (const days of windows) {
    const period = { after: daysBefore(frame, days), until };
    const signals = await measureSignals(ctx, period);
    figures.push(medianOf(['SIGNAL_TO_ACTION', days], { n: signals.sorted.length, sorted: signals.sorted }));
    const handed = await measureHandOvers(ctx, period);
    figures.push(medianOf(['BL', days], { n: handed.sorted.length, sorted: handed.sorted }));
    figures.push(shareOf(['RR_HANDOVER', days], handed), ...(await satisfied(ctx, days, period)));
  }
  return figures;
}

/**
 * What customers say who were asked after their conversation: how many gave 4 or 5 of 5, how many 5 to 7 of 7 for how
 * easy it was, and the mean of that.
 */
async function satisfied(ctx: Context, days: Days, { after, until }: Period): Promise<Measured[]> {
  const said = await transact(ctx, 'measure', (ctx) => scores(ctx, { since: after, until }));
  const of = (kind: QuestionKind) => {
    const own = said.filter((one) => one.kind === kind);
    const sum = (value: (score: number) => number) =>
      own.reduce((all, { score, n }) => all + value(score) * n, 0);
    return { n: sum(() => 1), k: sum((score) => (score >= contentFrom[kind] ? 1 : 0)), sum };
  };
  const [content, easy] = [of('csat'), of('ces')];
  const share = (code: string, { k, n }: { k: number; n: number }) =>
    n === 0 ? unknownOf([code, days], 'no-surveys') : shareOf([code, days], { k, n });
  return [share('CSAT', content), share('CES', easy), meanOf(['CES_MEAN', days], easy)];
}

/** The mean of what was given, with its 90 % interval; of one answer there is none. */
function meanOf(
  [code, window]: Named,
  { n, sum }: { n: number; sum(value: (score: number) => number): number },
): Measured {
  if (n === 0) return unknownOf([code, window], 'no-surveys', 'index');
  const mean = sum((score) => score) / n;
  const half = n < 2 ? null : z90 * Math.sqrt(sum((score) => (score - mean) ** 2) / (n - 1) / n);
  const interval = { low: half === null ? null : mean - half, high: half === null ? null : mean + half };
  return { code, unit: 'index', window, population: 'process', stepUps: 0, value: mean, n, ...interval };
}

interface Period {
  readonly after: Date;
  readonly until: Date;
}

/** Duplicates below 3 %, a way to reach 95 %, 98 % of orders and invoices linked, every source fresh. */
function qualityGate(states: Awaited<ReturnType<typeof statesAt>>): Measured {
  const rule = { DUPLICATES: 0.03, CONTACT: 0.95, LINKED: 0.98, FRESH: 1 } as const;
  const codes = Object.keys(rule) as (keyof typeof rule)[];
  const known = codes.map((code) => ({ code, state: states.get(code) }));
  if (known.some(({ state }) => !state || state.n === 0)) {
    return unknownOf(['QUALITY_GATE', 'now'], 'no-customer-data', 'count');
  }
  const holds = known.every(({ code, state }) => {
    const share = (state?.k ?? 0) / (state?.n ?? 1);
    return code === 'DUPLICATES' ? share < rule[code] : share >= rule[code];
  });
  return factOf(['QUALITY_GATE', 'now'], holds);
}

async function dataManager(ctx: Context, at: Date): Promise<Measured[]> {
  const found = await sql`select from role_grant where role = 'data_manager' and granted_at <= ${at}
    and (revoked_at is null or revoked_at > ${at}) limit 1`.execute(ctx.database);
  return [factOf(['DATA_MANAGER', 'now'], found.rows.length > 0)];
}

/** Figures of presence: accounts, posts, and in how many of the last weeks there was something. */
export function presenceFigures(
  frame: Frame,
  speech: readonly SpeechDay[],
  heard: readonly HeardDay[],
): Measured[] {
  const month = firstDay(frame, 28);
  const posts = speech.filter(({ day }) => day >= month).reduce((sum, { posts }) => sum + posts, 0);
  const weeksWith = (weeks: number, days: readonly string[]) => {
    const from = firstDay(frame, weeks * 7);
    const last = Temporal.PlainDate.from(frame.today).subtract({ days: 1 });
    const back = (day: string) => Math.max(0, Math.floor(Temporal.PlainDate.from(day).until(last).days / 7));
    return new Set(days.filter((day) => day >= from).map(back)).size;
  };
  const posted = speech.filter(({ posts }) => posts > 0).map(({ day }) => day);
  const replied = speech.filter(({ replies }) => replies > 0).map(({ day }) => day);
  const accounts = new Set([...speech, ...heard].map(({ accountId }) => accountId));
  return [
    countOf(['ACCOUNTS', 'now'], accounts.size),
    countOf(['POSTS', 28], posts),
    countOf(['CONTENT_WEEKS', 'now'], Math.min(8, weeksWith(8, posted)), { n: 8 }),
    countOf(['CONTACT_WEEKS', 'now'], Math.min(13, weeksWith(13, replied)), { n: 13 }),
  ];
}
