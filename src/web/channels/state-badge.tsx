import type { ConnectionState } from '../../listening/connecting/connection.ts';
import { useWords } from '../layout/frame.tsx';
import { Badge } from '../ui/badge.tsx';
import type { Ending } from './ending.ts';

interface StateBadgeProps {
  state: ConnectionState;
  isBroken: boolean;
  ends?: Ending;
}

/** How an account stands; what is on and does not work, or will not for long, says that instead. */
export function StateBadge({ state, isBroken, ends = null }: StateBadgeProps) {
  const { states, broken, health } = useWords().channels;
  const { soon } = useWords().channelExpiry;
  if (ends === 'over') return <Badge tone="attention">{health.expired}</Badge>;
  if (state === 'on' && isBroken) return <Badge tone="attention">{broken}</Badge>;
  if (ends === 'soon') return <Badge tone="attention">{soon}</Badge>;
  return <Badge tone={state === 'on' ? 'water' : 'neutral'}>{states[state]}</Badge>;
}
