import type { Journey } from './journey.ts';

/** The journey as programs read it: the same for the command, the API and the page's data. Everything that is judged. */
export function journeyJson(journey: Journey) {
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
