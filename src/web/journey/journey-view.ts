import type { Journey } from '../../journey/journey.ts';
import { phases } from '../../journey/models/phase.ts';
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
    evaluatedAt: journey.evaluatedAt?.toString() ?? null,
    wavering: journey.wavering.map(({ criterion, down, holdDown }) => ({
      id: criterion.id,
      name: criterion[locale],
      down,
      holdDown,
    })),
    stale: journey.stale.map(nameOf),
    ...modelsView(journey, locale),
    ambition: ambitionView(journey),
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

/** The other results beside the stage. */
function modelsView({ models, phase, outcomes }: Journey, locale: Locale) {
  const nameOf = (id: string | null) =>
    [...outcomes, ...phase.outcomes].find(({ criterion }) => criterion.id === id)?.criterion[locale] ?? null;
  const { disagreement } = models;
  return {
    phase: {
      proven: phase.proven,
      possible: phase.possible,
      key: phases.find(({ number }) => number === phase.proven)?.key ?? null,
      points: phase.outcomes.map(({ criterion, state }) => ({
        id: criterion.id,
        phase: criterion.phase,
        name: criterion[locale],
        state,
      })),
    },
    lowest: models.lowest,
    ladder: models.ladder,
    bars: models.bars.map((bar) => ({ ...bar, departments: [...bar.departments] })),
    overlay: models.overlay,
    disagreement:
      disagreement.kind === 'ladder-behind'
        ? ({ kind: disagreement.kind, area: disagreement.missing } as const)
        : disagreement.kind === 'agree'
          ? ({ kind: disagreement.kind } as const)
          : ({ kind: disagreement.kind, missing: nameOf(disagreement.missing) } as const),
  };
}

function ambitionView({ ambition }: Journey) {
  if (!ambition) return null;
  const { model, level, mode, byOn, why, reviewOn, perDepartment } = ambition;
  return { model, level, mode, byOn, why, reviewOn, perDepartment };
}

/** The required points of the stage after the proven one, counted by how they stand. */
function nextView({ standing, outcomes }: Journey) {
  const { progress } = standing;
  if (!progress) return null;
  const required = requiredOf(outcomes, progress.stage);
  const count = (state: string) => required.filter((outcome) => outcome.state === state).length;
  return { ...progress, failed: count('not_met'), unknown: count('unknown') };
}

function groundOf({ standing, wavering }: Journey, number: number): Polder['ground'] {
  if (wavering.some(({ criterion }) => criterion.stage === number && criterion.kind === 'required'))
    return 'wavering';
  return number <= standing.proven ? 'proven' : number <= standing.possible ? 'possible' : 'open';
}

function polderView(
  journey: Journey,
  { number, key }: (typeof stages)[number],
): Pick<Polder, 'stage' | 'ground' | 'met' | 'required'> {
  const required = requiredOf(journey.outcomes, number);
  const ground = groundOf(journey, number);
  // Stage 1 asks nothing, so there is nothing to count.
  if (number === 1) return { stage: key, ground };
  const met = required.filter((outcome) => outcome.state === 'met').length;
  return { stage: key, ground, met, required: required.length };
}
