import type { Measured, Unit, Window } from '../measured.ts';
import { unknownOf } from './making.ts';

/** Figures of modules that are not in the house yet: registered, with the reason. They light up when theirs reports. */
const absent: readonly (readonly [code: string, window: Window, reason: string, unit?: Unit])[] = [
  ['AC', 91, 'no-anticipation'],
  ['ACQ_HELPFUL', 91, 'no-anticipation'],
  ['ACQ_UNCLEAR', 91, 'no-anticipation'],
  ['PREDICTED', 28, 'no-anticipation'],
  ['NL', 182, 'no-community', 'index'],
  ['QA', 91, 'no-community'],
  ['PA', 91, 'no-community'],
  ['TFA', 91, 'no-community', 'seconds'],
  ['MAU', 28, 'no-community'],
  ['COMMUNITY_ALIVE', 28, 'no-community', 'count'],
  ['COCREATION_OUTCOMES', 364, 'no-community'],
  ['COCREATION_DONE', 182, 'no-community', 'count'],
  ['DECISIONS', 364, 'no-votes'],
  ['COHORTS_RISING', 'round', 'no-cohorts', 'count'],
  ['CRISIS_SUPPORT', 'round', 'no-incidents'],
  ['BOARD_LETTERS', 91, 'no-board', 'count'],
];

export function absentFigures(): Measured[] {
  return absent.map(([code, window, reason, unit]) => unknownOf([code, window], reason, unit));
}
