import { useFormats, useWords } from '../../layout/frame.tsx';
import { Card } from '../../ui/card.tsx';

interface PulseProps {
  pulse: { approval: number | null; hands: number | null; says: number | null; content: number | null };
}

/** Whether people lose faith or the process outweighs the matter: approvals and hands, and what colleagues say. */
export function Pulse({ pulse: { approval, hands, says, content } }: PulseProps) {
  const words = useWords().journeying.team;
  const { percent } = useFormats();
  const heavy = (approval ?? 0) > 0.2 || (hands ?? 0) > 1 || (says !== null && says < 0.6);
  const unhappy = content !== null && content < 0.7;
  const known = approval !== null || hands !== null || says !== null || content !== null;
  return (
    <Card title={words.pulse}>
      <p className="mb-2 max-w-prose text-soft">{words.pulseLead}</p>
      {approval !== null && <p>{words.pulseApproval(percent(approval))}</p>}
      {hands !== null && <p>{words.pulseHands(hands)}</p>}
      {says !== null && <p>{words.pulseSays(percent(says))}</p>}
      {content !== null && <p>{words.pulseContent(percent(content))}</p>}
      <p className={`mt-1 font-medium ${heavy || unhappy ? 'text-clay' : ''}`}>
        {!known
          ? words.pulseNothing
          : heavy
            ? words.pulseHeavy
            : unhappy
              ? words.pulseUnhappy
              : words.pulseFine}
      </p>
    </Card>
  );
}
