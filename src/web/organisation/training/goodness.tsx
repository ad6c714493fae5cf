import { useFormats, useNow, useWords } from '../../layout/frame.tsx';
import { Badge } from '../../ui/badge.tsx';

const soon = 30 * 86_400_000;

/** Whether a certificate is good, will run out soon, or ran out; null: there is none. */
export function Goodness({ until }: { until: string | null }) {
  const words = useWords().training;
  const { day } = useFormats();
  const now = new Date(useNow()).getTime();
  if (until === null) return <span className="text-soft">{words.noCertificate}</span>;
  const left = new Date(until).getTime() - now;
  if (left <= 0) return <Badge tone="attention">{words.ranOut(day(until))}</Badge>;
  return (
    <Badge tone={left < soon ? 'attention' : 'water'} icon={left < soon ? 'clock' : 'check'}>
      {words.goodUntil(day(until))}
    </Badge>
  );
}
