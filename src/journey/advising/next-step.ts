import { type Demand, readDemand } from '../../insights/demand.ts';
import { findTemplate } from '../../pilots/library/own.ts';
import type { Context } from '../../platform/context.ts';
import type { Criterion } from '../criterion.ts';
import type { Outcome } from '../evaluating.ts';
import type { Journey } from '../journey.ts';
import { lowestOf } from '../models/profile.ts';
import { listNotes } from '../noting/note.ts';
import { tickedObstacles } from '../noting/obstacles.ts';

/** One step, never two: what keeps the next stage back, and the pilot that helps, filled in from what happens now. */
export interface NextStep {
  readonly criterion: Criterion;
  /** `CX1`, or an act that is no pilot. */
  readonly code: string;
  readonly template: boolean;
  /** Which phase of that pilot: 1, or one further than what runs. */
  readonly phase: 1 | 2 | 3;
  readonly hoursAWeek: number | null;
  readonly channel: string | null;
  /** Hours with the most questions that stay without an answer. */
  readonly hours: { readonly from: number; readonly to: number } | null;
  readonly unanswered: number;
  readonly outsideShare: number | null;
  /** The pilot that already runs, to go on with. */
  readonly runs: string | null;
}

/** Advice in which where and when questions stay unanswered is what matters. */
const aboutDemand: readonly string[] = ['CX1', 'CX5', 'CV1'];

/** The next step of a journey; undefined at its end, and when the ambition is to hold what is there. */
export async function nextStepOf(ctx: Context, journey: Journey): Promise<NextStep | undefined> {
  if (journey.ambition?.mode === 'hold') return undefined;
  const helps = new Set([...(await tickedObstacles(ctx)), ...(await kitOf(ctx))]);
  const blocker = firstBlocker(journey.standing.blockers, helps);
  const code = blocker && adviceFor(blocker, journey, helps);
  if (!blocker || !code) return undefined;
  const template = await findTemplate(ctx, code);
  const running = journey.pilots.find(
    ({ template, state }) => template === code && ['running', 'deciding', 'kept'].includes(state),
  );
  const demand = aboutDemand.includes(code) ? await readDemand(ctx, journey.asOf) : undefined;
  return {
    criterion: blocker.criterion,
    code,
    template: template !== undefined,
    phase: Math.min(3, (running?.phase ?? 0) + 1) as NextStep['phase'],
    hoursAWeek: template?.hoursAWeek ?? null,
    ...placeOf(demand),
    runs: running?.publicId ?? null,
  };
}

/** Who knows too little yet begins with reading along and the rules; who has loose projects goes by the board. */
async function kitOf(ctx: Context): Promise<readonly string[]> {
  const [kit] = (await listNotes(ctx, ['intake'])).filter(({ about }) => about === 'kit');
  return kit?.said.choice === 'uncertain' ? ['CV1', 'CV3'] : [];
}

/** What colleagues ticked as in the way comes first, when something helps against it. */
function firstBlocker(blockers: readonly Outcome[], helps: ReadonlySet<string>): Outcome | undefined {
  return blockers.find(({ criterion }) => criterion.advice.some((code) => helps.has(code))) ?? blockers[0];
}

const prefixOf = { experience: 'CX', conversation: 'CV', content: 'CT', collaboration: 'CO' } as const;

function adviceFor({ criterion }: Outcome, journey: Journey, helps: ReadonlySet<string>): string | undefined {
  const lowest = lowestOf(journey.models.bars);
  const spreads = criterion.advice.find((code) => lowest !== undefined && code.startsWith(prefixOf[lowest]));
  return criterion.advice.find((code) => helps.has(code)) ?? spreads ?? criterion.advice[0];
}

function placeOf(demand: Demand | undefined) {
  const asked = demand?.outside.asked ?? 0;
  return {
    channel: demand?.channel?.name ?? null,
    hours: demand?.hours ? { from: demand.hours.from, to: demand.hours.to } : null,
    unanswered: demand?.unanswered ?? 0,
    outsideShare: demand && asked > 0 ? demand.outside.unanswered / asked : null,
  };
}
