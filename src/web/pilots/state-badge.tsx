import type { State } from '../../pilots/living/life.ts';
import { useWords } from '../layout/frame.tsx';
import { Badge } from '../ui/badge.tsx';

export function PilotState({ state }: { state: State }) {
  const words = useWords().pilots.states;
  if (state === 'deciding')
    return (
      <Badge tone="attention" icon="bell">
        {words[state]}
      </Badge>
    );
  if (state === 'running' || state === 'kept')
    return (
      <Badge tone="water" icon="check">
        {words[state]}
      </Badge>
    );
  return <Badge>{words[state]}</Badge>;
}
