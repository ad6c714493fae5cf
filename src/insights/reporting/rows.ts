import {
  type BehindRow,
  listBehind,
  type RowsAsked,
  type RowsOf,
} from '../../conversations/measuring/rows-behind.ts';
import { may, requires } from '../../organisation/authority.ts';
import { mayShowColleagues } from '../../organisation/works-council.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { startOfDay } from '../rolling/reading.ts';
import { type ReportAsked, type ReportScope, scopeOf } from './asking.ts';
import type { FigureCode } from './figures.ts';
import { type Settled, settledBy } from './reading.ts';

/** Figures that have no group of their own but rows all the same. */
const others = [
  'OUTSIDE',
  'OUTSIDE_WAITED',
  'OUTSIDE_UNANSWERED',
  'INTENT',
  'TOPIC',
  'CLOSING',
  'COLLEAGUE',
  'CSAT',
  'CES',
] as const;
export type RowsCode = FigureCode | (typeof others)[number];

interface Rule {
  readonly rows: (key: string) => RowsOf;
  readonly settled?: keyof Settled;
}

const asked = (of: Extract<RowsOf, { kind: 'asked' }>['of'], settled?: keyof Settled): Rule => ({
  rows: () => ({ kind: 'asked', of }),
  ...(settled && { settled }),
});
const all = (rows: RowsOf): Rule => ({ rows: () => rows });

const rules: Readonly<Record<RowsCode, Rule>> = {
  RR: asked('answered', 'answerable'),
  RR_ADDRESSED: asked('addressed', 'answerable'),
  SL60: asked('withinHour', 'withinHour'),
  NORM: asked('norm'),
  FRT: asked('first'),
  FRT_P90: asked('first'),
  FRT_CLOCK: asked('first'),
  FRT_CLOCK_P90: asked('first'),
  TTR: all({ kind: 'closed' }),
  TTR_P90: all({ kind: 'closed' }),
  TTR_CLOCK: all({ kind: 'closed' }),
  TTR_CLOCK_P90: all({ kind: 'closed' }),
  ASKED: asked('asked'),
  MESSAGES: all({ kind: 'messages' }),
  ANSWERS: all({ kind: 'answers' }),
  STARTED: all({ kind: 'started' }),
  CLOSED: all({ kind: 'ended' }),
  OUTSIDE: asked('outside'),
  OUTSIDE_WAITED: asked('outsideWaited'),
  OUTSIDE_UNANSWERED: asked('outside', 'answerable'),
  INTENT: { rows: (key) => ({ kind: 'intent', key }) },
  TOPIC: { rows: (key) => ({ kind: 'topic', key }) },
  CLOSING: { rows: (key) => ({ kind: 'closing', key }) },
  CSAT: all({ kind: 'rated', of: 'csat' }),
  CES: all({ kind: 'rated', of: 'ces' }),
  COLLEAGUE: { rows: (employeeId) => ({ kind: 'answers', employeeId }) },
};

export function isRowsCode(code: string): code is RowsCode {
  return Object.hasOwn(rules, code);
}

export interface BehindAsked {
  readonly report: ReportAsked;
  readonly code: string;
  /** An intent, topic or closing reason; the number of a colleague. */
  readonly key?: string | undefined;
  readonly hour?: { readonly weekday: number; readonly hour: number } | undefined;
  readonly after?: string | undefined;
}

export interface Behind {
  readonly code: RowsCode;
  readonly scope: ReportScope;
  readonly rows: readonly BehindRow[];
  readonly next: string | null;
}

/**
 * The rows behind one number of a report, a page at a time, newest first.
 * @throws Refusal `not-found.indicator`, `forbidden.colleagues`
 */
export async function readBehind(ctx: Context, behind: BehindAsked, limit = 50): Promise<Behind> {
  requires(ctx.actor, 'journey.read');
  const { code } = behind;
  if (!isRowsCode(code)) throw new Refusal('not-found.indicator', { code });
  if (code === 'COLLEAGUE') await requireColleague(ctx, behind.key);
  const scope = await scopeOf(ctx, behind.report);
  return { code, scope, ...(await listBehind(ctx, await questionOf(ctx, { scope, behind, code, limit }))) };
}

/** All of them, page by page, for a file. */
export async function* allBehind(ctx: Context, behind: BehindAsked): AsyncGenerator<readonly BehindRow[]> {
  let after = behind.after;
  do {
    const page = await readBehind(ctx, { ...behind, after }, 500);
    yield page.rows;
    after = page.next ?? undefined;
  } while (after);
}

async function questionOf(
  ctx: Context,
  { scope, behind, code, limit }: { scope: ReportScope; behind: BehindAsked; code: RowsCode; limit: number },
): Promise<RowsAsked> {
  const rule = rules[code];
  const settled = rule.settled && (await settledBy(ctx))[rule.settled];
  const at = (day: string) => asDate(startOfDay(day, scope.zone));
  return {
    ...{ rows: rule.rows(behind.key ?? ''), limit, settled, hour: behind.hour, after: behind.after },
    ...{ from: at(scope.from), to: at(scope.to), zone: scope.zone },
    ...{ queueIds: scope.queueIds, accountIds: scope.accountIds },
  };
}

/** One colleague's answers: only with the works council's word, for themselves and for whoever steers. */
async function requireColleague(ctx: Context, key: string | undefined): Promise<void> {
  const { actor } = ctx;
  const own = actor.kind === 'employee' && actor.employeeId === key;
  const known = /^\d{1,18}$/.test(key ?? '') && (own || may(actor, 'journey.manage'));
  if (!known || !(await mayShowColleagues(ctx))) throw new Refusal('forbidden.colleagues');
}
