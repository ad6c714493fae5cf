import type { Journey } from '../../journey/journey.ts';
import { stages, stagesModel } from '../../journey/stages.ts';
import { requiredOf } from '../../journey/standing.ts';
import type { Locale } from '../../platform/words.ts';
import type { Polder } from '../ui/journey-path.tsx';
import { criterionView } from './criterion-view.ts';
import { figureView } from './figure-view.ts';

/** The journey as the page shows it: plain data, in the language of the page, without the values behind a median. */
export function journeyView(journey: Journey, locale: Locale) {
  const { standing, outcomes } = journey;
  const nameOf = (id: string) => outcomes.find((o) => o.criterion.id === id)?.criterion[locale] ?? id;
  return {
    provisional: journey.provisional,
    proven: standing.proven,
    possible: standing.possible,
    confidence: journey.confidence,
    next: nextView(journey),
    polders: stages.map((stage) => polderView(journey, stage)),
    blockers: standing.blockers.map((outcome) => criterionView(outcome, locale)),
    ahead: standing.ahead.map(({ outcome, missing }) => ({
      stage: outcome.criterion.stage,
      name: outcome.criterion[locale],
      missing: missing.map(nameOf),
    })),
    exceptions: standing.exceptions.map(nameOf),
    figures: journey.indicators.map((measured) => figureView(measured, outcomes)),
    criteria: outcomes.map((outcome) => criterionView(outcome, locale)),
    model: stagesModel,
  };
}

/** The required points of the stage after the proven one, counted by how they stand. */
function nextView({ standing, outcomes }: Journey) {
  const { progress } = standing;
  if (!progress) return null;
  const required = requiredOf(outcomes, progress.stage);
  const count = (state: string) => required.filter((outcome) => outcome.state === state).length;
  return { ...progress, failed: count('not_met'), unknown: count('unknown') };
}

function polderView(
  { standing, outcomes }: Journey,
  { number, key }: (typeof stages)[number],
): Pick<Polder, 'stage' | 'ground' | 'met' | 'required'> {
  const required = requiredOf(outcomes, number);
  const ground = number <= standing.proven ? 'proven' : number <= standing.possible ? 'possible' : 'open';
  // Stage 1 asks nothing, so there is nothing to count.
  if (number === 1) return { stage: key, ground };
  const met = required.filter((outcome) => outcome.state === 'met').length;
  return { stage: key, ground, met, required: required.length };
}
