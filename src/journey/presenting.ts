import type { Journey } from './journey.ts';

/** The journey as programs read it: the same for the command, the API and the page's data. */
export function journeyJson(journey: Journey) {
  const { standing, confidence } = journey;
  return {
    asOf: journey.asOf.toString(),
    provisional: journey.provisional,
    stage: { proven: standing.proven, possible: standing.possible, confidence },
    indicators: journey.indicators.map(({ code, unit, value, n, low, high, window, reason }) => ({
      code,
      unit,
      value,
      n,
      low,
      high,
      window,
      ...(reason ? { reason } : {}),
    })),
    criteria: journey.outcomes.map(({ criterion, state, why, decidedBy }) => ({
      id: criterion.id,
      stage: criterion.stage,
      kind: criterion.kind,
      state,
      value: decidedBy?.measured?.value ?? null,
      why,
      indicator: decidedBy?.part.indicator ?? null,
    })),
  };
}
