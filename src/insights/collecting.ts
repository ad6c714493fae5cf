import { momentBefore } from '../conversations/hours.ts';
import { measureFirstResponses } from '../conversations/measures.ts';
import { measureIntervals, measureLastHour } from '../conversations/measuring/interval-days.ts';
import { measureCovering, measureWorking } from '../organisation/measures.ts';
import { getOrganisation } from '../organisation/organisation.ts';
import { measurePilots, measurePilotTies } from '../pilots/measures.ts';
import { asDate, asInstant } from '../platform/clock.ts';
import { type Context, transact } from '../platform/context.ts';
import { measureListening } from '../privacy/measures.ts';
import { absentFigures } from './figures/absent.ts';
import { answeringFigures, type Edges } from './figures/answering.ts';
import { connectingFigures, edgesOf } from './figures/connecting.ts';
import { daysBefore, type Frame, firstDay, frameOf, windowBegins, windows } from './figures/frame.ts';
import { medianOf } from './figures/making.ts';
import { resultFigures } from './figures/results.ts';
import { responderFigures, respondersOf, speakingFigures } from './figures/speaking.ts';
import { presenceFigures, wholeFigures } from './figures/whole.ts';
import { coveringFigures, workFigures } from './figures/working.ts';
import { listGoals } from './goals/goals.ts';
import { listPlanLines } from './goals/plan.ts';
import type { Measured } from './measured.ts';
import { between, type History } from './rolling/history.ts';
import { dayAfter, dayAt, readHistory, startOfDay } from './rolling/reading.ts';
import { insightUses } from './using.ts';

export interface Collected {
  readonly measured: readonly Measured[];
  /** The days it was computed from. */
  readonly history: History;
  readonly frame: Frame;
}

export interface Collecting {
  /** Days that were read already: for many moments at once. Must reach back 182 days and up to the moment. */
  readonly history?: History;
  /** Only what belongs to one department. */
  readonly departmentId?: string;
  /** Colleagues who stand together otherwise than in conversations. */
  readonly ties?: readonly { readonly one: string; readonly other: string }[];
}

/** The longest window, and the half-year before it for who is new. */
export const longestDays = 182;

/** All figures, as of one moment, for each window: the only thing the journey reads. */
export async function collect(
  ctx: Context,
  asOf: Temporal.Instant,
  how: Collecting = {},
): Promise<Measured[]> {
  return [...(await collectWith(ctx, asOf, how)).measured];
}

export async function collectWith(
  ctx: Context,
  asOf: Temporal.Instant,
  how: Collecting = {},
): Promise<Collected> {
  const { timezone: zone } = await getOrganisation(ctx);
  const frame = frameOf(asOf, zone);
  return transact(ctx, 'service', async (ctx) => {
    const from = firstDay(frame, longestDays);
    const whole = how.history
      ? between(how.history, from, dayAfter(lastDay(frame)))
      : await readHistory(ctx, { from, until: asOf, zone });
    const history = how.departmentId === undefined ? whole : ofDepartment(whole, how.departmentId);
    const edges = await readEdges(ctx, frame, how.departmentId);
    const measured = [
      ...(await messageFigures(ctx, { frame, history, edges, departmentId: how.departmentId })),
      ...(await peopleFigures(ctx, { frame, history, departmentId: how.departmentId, ties: how.ties ?? [] })),
      ...(await aimFigures(ctx, frame, how.departmentId)),
      ...(how.departmentId === undefined ? await wholeFigures(ctx, frame, lastDay(frame)) : []),
      ...absentFigures(),
    ];
    return { measured, history, frame };
  });
}

/** The last day of which something counts. */
function lastDay({ asOf, zone }: Frame): string {
  return dayAt(asOf.subtract({ milliseconds: 1 }), zone);
}

function ofDepartment(history: History, id: string): History {
  return {
    ...history,
    intervals: history.intervals.filter(({ departmentId }) => departmentId === id),
    speech: history.speech.filter(({ departmentId }) => departmentId === id),
    depths: [],
  };
}

/** The pieces of days around the moments from which a message is old enough; at a midnight there are none. */
async function readEdges(ctx: Context, frame: Frame, departmentId?: string): Promise<Edges> {
  const { zone, asOf } = frame;
  const mine = <T extends { departmentId: string }>(rows: readonly T[]) =>
    departmentId === undefined ? rows : rows.filter((row) => row.departmentId === departmentId);
  const piece = async (to: Date) => {
    const day = dayAt(asInstant(to), zone);
    const from = asDate(startOfDay(day, zone));
    const rows = from < to ? await measureIntervals(ctx, { from, to, zone }) : [];
    return { day, rows: mine(rows) };
  };
  const settled = await piece(daysBefore(frame, 3));
  const read = await piece(daysBefore(frame, 7));
  const hourBefore = await momentBefore(ctx, asDate(asOf), 3600);
  return {
    settledDay: settled.day,
    settledPiece: settled.rows,
    readDay: read.day,
    readPiece: read.rows,
    lastHour: mine(await measureLastHour(ctx, { from: hourBefore, to: asDate(asOf) })),
  };
}

interface Behind {
  readonly frame: Frame;
  readonly history: History;
  readonly departmentId?: string | undefined;
}

/** Up to here every answer is read by itself. */
const fewResponses = 2001;

async function messageFigures(ctx: Context, behind: Behind & { edges: Edges }): Promise<Measured[]> {
  const { frame, history, edges, departmentId } = behind;
  const measured: Measured[] = [];
  for (const days of windows) {
    const figures = answeringFigures({ frame, days, intervals: history.intervals, edges });
    const first = figures.find(({ code }) => code === 'FRT');
    const exact = first !== undefined && first.n > 0 && first.n <= fewResponses;
    const responses = exact && {
      ...(await measureFirstResponses(ctx, {
        from: windowBegins(frame, days),
        asOf: asDate(frame.asOf),
        ...(departmentId !== undefined && { departmentId }),
      })),
    };
    measured.push(
      ...figures.map((figure) => {
        if (!responses || (figure.code !== 'FRT' && figure.code !== 'FRT_CLOCK')) return figure;
        const sorted = figure.code === 'FRT' ? responses.hours : responses.clock;
        return medianOf([figure.code, days], { n: sorted.length, sorted });
      }),
      ...speakingFigures(frame, days, history),
    );
  }
  return measured;
}

async function peopleFigures(
  ctx: Context,
  { frame, history, departmentId, ties }: Behind & { ties: NonNullable<Collecting['ties']> },
): Promise<Measured[]> {
  const asOf = asDate(frame.asOf);
  const everybody = await measureWorking(ctx, asOf);
  const working =
    departmentId === undefined ? everybody : everybody.filter((one) => one.departmentId === departmentId);
  const responders = respondersOf(frame, history.speech);
  const among = responders.flatMap(({ employeeId }) => employeeId ?? []);
  const range = { from: firstDay(frame, 28), to: dayAfter(lastDay(frame)) };
  const looked = await insightUses(ctx, range);
  const listed = await measureListening(ctx, range);
  const departments = new Map(everybody.map((one) => [one.id, one.departmentId]));
  const together = [...ties, ...(await measurePilotTies(ctx, asOf))].map((tie) => ({ ...tie, weight: 1 }));
  const edges = [...edgesOf(frame, history.contacts), ...together];
  return [
    ...responderFigures(frame, history.speech),
    ...connectingFigures({ edges, responders, departments }),
    ...coveringFigures(await measureCovering(ctx, { asOf, among })),
    ...workFigures({ frame, working, speech: history.speech, looked, used: [...looked, ...listed] }),
    ...presenceFigures(frame, history.speech, history.heard),
  ];
}

async function aimFigures(ctx: Context, frame: Frame, departmentId?: string): Promise<Measured[]> {
  const at = asDate(frame.asOf);
  const mine = <T extends { departmentId: string | null }>(rows: readonly T[]) =>
    departmentId === undefined ? rows : rows.filter((row) => row.departmentId === departmentId);
  return resultFigures({
    day: lastDay(frame),
    goals: mine(await listGoals(ctx, at)),
    lines: await listPlanLines(ctx, at),
    pilots: mine(await measurePilots(ctx, at)),
  });
}
