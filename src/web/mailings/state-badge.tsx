import type { MailingState } from '../../customers/sending/mailing.ts';
import { useWords } from '../layout/frame.tsx';
import { Badge } from '../ui/badge.tsx';

export function StateBadge({ state }: { state: MailingState }) {
  const { states } = useWords().mailings;
  const tone = state === 'sending' ? 'water' : state === 'paused' ? 'attention' : 'neutral';
  return (
    <Badge tone={tone} {...(state === 'done' && { icon: 'check' as const })}>
      {states[state]}
    </Badge>
  );
}
