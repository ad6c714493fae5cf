import type { BackofficeState } from '../../customers/syncing/backoffice.ts';
import { useWords } from '../layout/frame.tsx';
import { Badge } from '../ui/badge.tsx';

export function StateBadge({ state }: { state: BackofficeState }) {
  return <Badge tone={state === 'on' ? 'water' : 'neutral'}>{useWords().backoffice.states[state]}</Badge>;
}
