import type { CriterionState } from '../../journey/evaluating.ts';
import { useWords } from '../layout/frame.tsx';
import { Badge, type BadgeTone } from '../ui/badge.tsx';
import type { IconName } from '../ui/icon.tsx';

const looks: Record<CriterionState, { tone: BadgeTone; icon: IconName }> = {
  met: { tone: 'water', icon: 'check' },
  not_met: { tone: 'neutral', icon: 'cross' },
  unknown: { tone: 'neutral', icon: 'question' },
};

/** How a criterion stands, as a word with its sign. */
export function StateBadge({ state }: { state: CriterionState }) {
  const { criterion } = useWords().kit;
  const words = { met: criterion.met, not_met: criterion.notMet, unknown: criterion.unknown };
  return <Badge {...looks[state]}>{words[state]}</Badge>;
}
