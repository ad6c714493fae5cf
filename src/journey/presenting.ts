import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { nextStepOf } from './advising/next-step.ts';
import type { Journey } from './journey.ts';
import { findRecovery } from './recovering/recovery.ts';
import { listDepartmentWeeks, listTimeline } from './weekly/timeline.ts';

/**
 * The journey as programs read it, the same for the command and the API: everything that is judged, what comes next, the
 * way back from what was lost, what happened on the way, and the departments.
 */
export async function wholeJson(ctx: Context, journey: Journey) {
  const until = asDate(journey.asOf);
  const step = await nextStepOf(ctx, journey);
  const recovery = await findRecovery(ctx, until);
  const events = await listTimeline(ctx, until);
  const departments = await listDepartmentWeeks(ctx, journey.asOf);
  return {
    ...journeyJson(journey),
    next: step ? { ...step, criterion: step.criterion.id } : null,
    recovery: recovery
      ? {
          ...{ at: recovery.at.toISOString(), from: recovery.from, to: recovery.to },
          repairs: recovery.repairs.map(({ criterion, lastGood, ...repair }) => ({
            ...{ criterion: criterion.id, ...repair },
            lastGood: lastGood && { ...lastGood, at: lastGood.at.toISOString() },
          })),
        }
      : null,
    events: events.map(({ at, ...event }) => ({ at: at.toISOString(), ...event })),
    departments: departments.map(({ asOf, ...department }) => ({ ...department, asOf: asOf.toISOString() })),
  };
}

function journeyJson(journey: Journey) {
  const { standing, confidence, phase, models, ambition } = journey;
  return {
    asOf: journey.asOf.toString(),
    provisional: journey.provisional,
    evaluatedAt: journey.evaluatedAt?.toString() ?? null,
    stage: {
      proven: standing.proven,
      possible: standing.possible,
      progress: standing.progress ?? null,
      exceptions: standing.exceptions,
      confidence,
    },
    wavering: journey.wavering.map(({ criterion, down, holdDown }) => ({
      id: criterion.id,
      down,
      of: holdDown,
    })),
    stale: journey.stale,
    blockers: standing.blockers.map(({ criterion, why }) => ({
      id: criterion.id,
      why,
      advice: criterion.advice,
    })),
    ahead: standing.ahead.map(({ outcome, missing }) => ({ id: outcome.criterion.id, missing })),
    roadmap: {
      proven: phase.proven,
      possible: phase.possible,
      criteria: phase.outcomes.map(({ criterion, state }) => ({
        id: criterion.id,
        phase: criterion.phase,
        state,
      })),
    },
    ladder: models.ladder.map(({ area, level, lacks, outOfScope }) => ({ area, level, lacks, outOfScope })),
    fourC: models.bars.map(({ c, value, departments }) => ({ c, value, departments })),
    integration: models.overlay,
    disagreement: models.disagreement,
    ambition: ambition && {
      ...{ model: ambition.model, level: ambition.level, mode: ambition.mode, by: ambition.byOn },
      ...{ why: ambition.why, reviewOn: ambition.reviewOn },
    },
    indicators: journey.indicators.map((figure) => ({
      ...{ code: figure.code, unit: figure.unit, value: figure.value, n: figure.n },
      ...{ low: figure.low, high: figure.high, window: figure.window, population: figure.population },
      ...(figure.reason && { reason: figure.reason }),
      ...(figure.expected && { expected: figure.expected }),
      ...(figure.check && { check: true }),
    })),
    criteria: journey.outcomes.map(({ criterion, state, why, decidedBy, held }) => ({
      ...{ id: criterion.id, version: criterion.version, stage: criterion.stage, kind: criterion.kind },
      ...{
        state,
        value: decidedBy?.measured?.value ?? null,
        why,
        indicator: decidedBy?.part.indicator ?? null,
      },
      ...(held && { held }),
      basis: criterion.basis,
      basisRef: criterion.basisRef,
    })),
    goals: journey.goals.map(({ publicId, name, kpi, target, values }) => ({
      ...{ id: publicId, name, kpi, target },
      value: values.at(-1)?.value ?? null,
    })),
  };
}
