import type { AroundChange } from '../../../insights/reporting/around-change.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Card } from '../../ui/card.tsx';

interface PulseProps {
  pulse: { approval: number | null; hands: number | null; says: number | null; content: number | null };
  around: AroundChange | null;
}

/** So much lower is a change and no chance: points of share, and of a mark of two. */
const [lessContent, lessHuman] = [0.1, 0.3];

/**
 * Whether people lose faith or the process outweighs the matter: approvals and hands, what colleagues say, and whether
 * customers notice since the rules last changed.
 */
export function Pulse({ pulse: { approval, hands, says, content }, around }: PulseProps) {
  const words = useWords().journeying.team;
  const { percent, number, day } = useFormats();
  const heavy = (approval ?? 0) > 0.2 || (hands ?? 0) > 1 || (says !== null && says < 0.6);
  const fell = (before: number | null, after: number | null, much: number) =>
    before !== null && after !== null && before - after > much;
  const sank =
    around !== null &&
    (fell(around.before.content, around.after.content, lessContent) ||
      fell(around.before.voice.value, around.after.voice.value, lessHuman));
  const unhappy = sank || (content !== null && content < 0.7);
  const known = approval !== null || hands !== null || says !== null || content !== null;
  const either = (value: number | null, write: (value: number) => string) =>
    value === null ? words.pulseUnknown : write(value);
  const twice = (
    [before, after]: readonly [number | null | undefined, number | null | undefined],
    { write, say }: { write: (value: number) => string; say: (before: string, after: string) => string },
  ) =>
    before == null && after == null ? [] : [say(either(before ?? null, write), either(after ?? null, write))];
  const noticed = [
    ...twice([around?.before.content, around?.after.content], {
      write: percent,
      say: words.pulseContentAround,
    }),
    ...twice([around?.before.voice.value, around?.after.voice.value], {
      write: (value) => number(value, 1),
      say: words.pulseVoiceAround,
    }),
  ];
  return (
    <Card title={words.pulse}>
      <p className="mb-2 max-w-prose text-soft">{words.pulseLead}</p>
      {approval !== null && <p>{words.pulseApproval(percent(approval))}</p>}
      {hands !== null && <p>{words.pulseHands(hands)}</p>}
      {says !== null && <p>{words.pulseSays(percent(says))}</p>}
      {content !== null && <p>{words.pulseContent(percent(content))}</p>}
      {around && noticed.length > 0 && (
        <p>
          {words.pulseAround(day(`${around.day}T12:00:00Z`))} {noticed.join(', ')}.
        </p>
      )}
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
