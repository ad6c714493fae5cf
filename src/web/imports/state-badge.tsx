import type { Import } from '../../listening/imports.ts';
import type { Catalogue } from '../../platform/words.ts';
import { useWords } from '../layout/frame.tsx';
import { Badge, type BadgeTone } from '../ui/badge.tsx';
import type { IconName } from '../ui/icon.tsx';

export type ShownState = keyof Catalogue['imports']['states'];

/** What a colleague wrote on an import that they threw away. */
export const cancelled = 'cancelled.import';

export function shownState({ state, error }: Pick<Import, 'state' | 'error'>): ShownState {
  return state === 'failed' && error?.code === cancelled ? 'cancelled' : state;
}

const looks: Record<ShownState, { tone: BadgeTone; icon: IconName }> = {
  preview: { tone: 'neutral', icon: 'search' },
  waiting: { tone: 'neutral', icon: 'clock' },
  running: { tone: 'water', icon: 'upload' },
  finished: { tone: 'water', icon: 'check' },
  failed: { tone: 'attention', icon: 'warning' },
  cancelled: { tone: 'neutral', icon: 'cross' },
};

export function StateBadge({ state }: { state: ShownState }) {
  const { states } = useWords().imports;
  return <Badge {...looks[state]}>{states[state]}</Badge>;
}
