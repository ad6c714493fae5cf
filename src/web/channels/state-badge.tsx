import type { ConnectionState } from '../../listening/connecting/connection.ts';
import { useWords } from '../layout/frame.tsx';
import { Badge } from '../ui/badge.tsx';

/** How an account stands; what is on and does not work says that instead. */
export function StateBadge({ state, isBroken }: { state: ConnectionState; isBroken: boolean }) {
  const { states, broken } = useWords().channels;
  if (state === 'on' && isBroken) return <Badge tone="attention">{broken}</Badge>;
  return <Badge tone={state === 'on' ? 'water' : 'neutral'}>{states[state]}</Badge>;
}
