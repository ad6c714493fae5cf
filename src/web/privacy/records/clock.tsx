import { useWords } from '../../layout/frame.tsx';
import { Badge } from '../../ui/badge.tsx';
import type { IncidentView } from './incident-view.ts';

/** The clock of 72 hours: how much is left, or why it stands still. */
export function IncidentClock({ incident }: { incident: IncidentView }) {
  const words = useWords().privacy.incidents;
  const { left, ended, authorityToldAt } = incident;
  if (left === null) {
    const still = ended ? words.ended : authorityToldAt ? words.told : words.notNeeded;
    return <Badge icon="check">{still}</Badge>;
  }
  return (
    <Badge tone={left < 24 ? 'attention' : 'water'} icon="clock">
      {left < 0 ? words.late(-left) : words.left(left)}
    </Badge>
  );
}
