import { useFormats, useWords } from '../../layout/frame.tsx';
import { Badge } from '../../ui/badge.tsx';
import type { Standing } from './calendar-view.ts';

/** `Nu open`, or closed and when it opens. */
export function OpenNow({ standing: { open, opens } }: { standing: Standing }) {
  const words = useWords().openingHours;
  const { day, time } = useFormats();
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Badge tone={open ? 'water' : 'neutral'} icon={open ? 'check' : 'clock'}>
        {open ? words.openNow : words.closedNow}
      </Badge>
      {!open && (
        <span className="text-soft">{opens ? words.opens(day(opens), time(opens)) : words.neverOpens}</span>
      )}
    </span>
  );
}
