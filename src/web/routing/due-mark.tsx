import type { DueKind } from '../../conversations/norms/norm.ts';
import { shortAge } from '../inbox/short-age.tsx';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Icon } from '../ui/icon.tsx';

const hour = 3_600_000;

interface DueMarkProps {
  due: { at: string; kind: DueKind; norm: string };
  /** Milliseconds. */
  now: number;
  /** Also when it is not soon. */
  always: boolean;
}

/** By when something must be done: only when it is late or soon, because a mark on every row marks nothing. */
export function DueMark({ due: { at, kind, norm }, now, always }: DueMarkProps) {
  const { inbox, routing } = useWords();
  const { moment } = useFormats();
  const left = Date.parse(at) - now;
  if (left >= hour && !always) return null;
  const age = shortAge(inbox.age, Math.abs(left));
  const words = routing.due;
  return (
    <span
      className="row-due"
      data-late={left < 0 || undefined}
      title={words.explain(words.kinds[kind], moment(at), norm)}
    >
      <Icon name="clock" className="size-3" />
      {left < 0 ? words.overdue(age) : words.left(age)}
    </span>
  );
}
