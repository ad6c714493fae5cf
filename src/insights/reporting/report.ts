import { type WaitKind, waitKinds } from '../../conversations/measuring/wait-days.ts';
import { may, requires } from '../../organisation/authority.ts';
import { mayShowColleagues } from '../../organisation/works-council.ts';
import { type Context, transact } from '../../platform/context.ts';
import { type ReportAsked, type ReportScope, scopeOf } from './asking.ts';
import { type Content, readContent } from './content.ts';
import { type Demand, demandOf, type OpenHours, openHours } from './demand.ts';
import { addSums, type Basis, type FigureCode, figureCodes, figureOf, type ReportFigure } from './figures.ts';
import { addCounts, type Counts, mergedFrom, noCounts } from './packing.ts';
import { type Quality, readQuality } from './quality.ts';
import { type Quantile, quantileOf } from './quantile.ts';
import {
  type GroupSums,
  type GroupWaits,
  type Reason,
  readColleagues,
  readOverdue,
  readReasons,
  readSums,
  readVolumes,
  readWaits,
  readWeek,
  settledBy,
  type Volume,
  volumeStep,
  type WeekHour,
} from './reading.ts';
import { countedAt } from './rolling.ts';
import { type Spans, spansOf } from './spans.ts';

/** The figures by which groups are set beside each other. */
export const groupCodes = ['ASKED', 'RR', 'SL60', 'NORM', 'FRT', 'FRT_P90', 'TTR'] as const;

export const groupings = ['department', 'queue', 'channel'] as const;
export type Grouping = (typeof groupings)[number];

export interface Group {
  /** Key of a department or queue, name of a channel; '' is what belongs to no department. */
  readonly key: string;
  readonly name: string;
  readonly figures: readonly ReportFigure[];
}

export interface ColleagueFigures {
  readonly employeeId: string;
  readonly name: string;
  readonly answers: number;
  readonly first: Quantile;
}

export interface Report {
  readonly scope: ReportScope;
  /** When it was counted; null: nothing was yet. */
  readonly countedAt: Date | null;
  readonly figures: readonly ReportFigure[];
  readonly groups: Readonly<Record<Grouping, readonly Group[]>>;
  readonly volumes: { readonly step: 'day' | 'week'; readonly rows: readonly Volume[] };
  readonly week: readonly WeekHour[];
  readonly open: OpenHours;
  readonly demand: Demand;
  readonly reasons: readonly Reason[];
  readonly content: readonly Content[];
  readonly quality: Quality;
  /** Per colleague, when the works council agreed; null: not. */
  readonly colleagues: readonly ColleagueFigures[] | null;
}

/** A report, from what was counted: no message is looked at. */
export async function readReport(ctx: Context, asked: ReportAsked): Promise<Report> {
  requires(ctx.actor, 'journey.read');
  const scope = await scopeOf(ctx, asked);
  // A month that is being counted anew while it is read stands neither as a month nor among the days.
  for (let tries = 1; ; tries += 1) {
    const { report, whole } = await readOnce(ctx, scope);
    if (whole || tries === 3) return report;
  }
}

async function readOnce(ctx: Context, scope: ReportScope): Promise<{ report: Report; whole: boolean }> {
  return transact(ctx, 'measure', async (ctx) => {
    const settled = await settledBy(ctx);
    const spans = await spansOf(ctx, scope, settled);
    const parts: Parts = {
      scope,
      sums: await readSums(ctx, { scope, spans, settled }),
      waits: await readWaits(ctx, { scope, spans }),
      overdue: await readOverdue(ctx, scope),
    };
    const week = await readWeek(ctx, { scope, spans, settled });
    const open = await openHours(ctx, scope);
    const report: Report = {
      scope,
      countedAt: await countedAt(ctx),
      figures: figuresOf(parts, figureCodes, everything),
      groups: {
        department: groupsOf(parts, 'department'),
        queue: groupsOf(parts, 'queue'),
        channel: groupsOf(parts, 'channel'),
      },
      volumes: { step: volumeStep(scope), rows: await readVolumes(ctx, scope) },
      week,
      open,
      demand: demandOf(week),
      reasons: await readReasons(ctx, { scope, spans }),
      content: await readContent(ctx, scope),
      quality: await readQuality(ctx, scope),
      colleagues: await colleaguesOf(ctx, { scope, spans }),
    };
    const after = await spansOf(ctx, scope, settled);
    return { report, whole: after.months.join() === spans.months.join() };
  });
}

interface Parts {
  readonly scope: ReportScope;
  readonly sums: readonly GroupSums[];
  readonly waits: readonly GroupWaits[];
  readonly overdue: readonly { queueId: string; channel: string; n: number }[];
}

interface Member {
  readonly queueId: string;
  readonly channel: string;
}

const everything = () => true;

function figuresOf(
  parts: Parts,
  codes: readonly FigureCode[],
  within: (member: Member) => boolean,
): ReportFigure[] {
  const of = { now: basisOf(parts, true, within), before: basisOf(parts, false, within) };
  return codes.map((code) => figureOf(code, of));
}

function basisOf(parts: Parts, now: boolean, within: (member: Member) => boolean): Basis {
  const channelOf = new Map(parts.scope.accounts.map(({ id, channel }) => [id, channel]));
  const here = (row: GroupSums | GroupWaits) =>
    row.now === now && within({ queueId: row.queueId, channel: channelOf.get(row.accountId) ?? '' });
  const waits = parts.waits.filter(here);
  return {
    sums: addSums(parts.sums.filter(here)),
    waits: new Map<WaitKind, ReadonlyMap<number, number>>(
      waitKinds.map((kind) => [kind, mergedFrom(together(waits.filter((row) => row.kind === kind)))]),
    ),
    overdue: now ? parts.overdue.filter(within).reduce((sum, { n }) => sum + n, 0) : 0,
  };
}

function together(waits: readonly GroupWaits[]): Counts {
  const all = noCounts();
  for (const { counts } of waits) addCounts(counts, all);
  return all;
}

/** Groups in which anything happened in either period. */
function groupsOf(parts: Parts, grouping: Grouping): Group[] {
  const { departments, queues, accounts } = parts.scope;
  const queueOf = new Map(queues.map((queue) => [queue.id, queue]));
  const names = {
    department: [...departments, { key: '', name: '' }].map(({ key, name }) => [key, name] as const),
    queue: queues.map(({ key, name }) => [key, name] as const),
    channel: [...new Set(accounts.map(({ channel }) => channel))].map((one) => [one, one] as const),
  }[grouping];
  const departmentKey = new Map(departments.map(({ id, key }) => [id, key]));
  const keyOf = ({ queueId, channel }: Member): string => {
    const queue = queueOf.get(queueId);
    if (grouping === 'channel') return channel;
    return grouping === 'queue' ? (queue?.key ?? '') : (departmentKey.get(queue?.departmentId ?? '') ?? '');
  };
  return names
    .map(([key, name]) => ({
      key,
      name,
      figures: figuresOf(parts, groupCodes, (member) => keyOf(member) === key),
    }))
    .filter(({ figures }) => figures.some(({ n, before }) => n > 0 || before.n > 0));
}

/** Whoever steers the journey sees all, everybody else themselves. */
async function colleaguesOf(
  ctx: Context,
  asked: { scope: ReportScope; spans: Spans },
): Promise<ColleagueFigures[] | null> {
  if (!(await mayShowColleagues(ctx))) return null;
  const { actor } = ctx;
  const rows = await readColleagues(ctx, asked);
  const shown = may(actor, 'journey.manage')
    ? rows
    : rows.filter(({ employeeId }) => actor.kind === 'employee' && actor.employeeId === employeeId);
  return shown.map(({ counts, ...colleague }) => ({
    ...colleague,
    first: quantileOf(mergedFrom(counts), 0.5),
  }));
}
