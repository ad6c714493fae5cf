import { useWords } from '../layout/frame.tsx';
import { Icon } from '../ui/icon.tsx';
import { wordFor } from './word-for.ts';

/** What became of an answer, plainly: never pretended, never silent. */
export function Delivery({ state, reason }: { state: string; reason: string | null }) {
  const { delivery } = useWords().inbox;
  const went = state === 'sent' || state === 'queued';
  const known = reason !== null && Object.hasOwn(delivery, reason);
  return (
    <p className="mt-1.5 flex items-center gap-1.5 text-xs text-soft">
      <Icon name={went ? 'send' : 'warning'} className="size-3.5" />
      {wordFor(delivery, known ? reason : state)}
    </p>
  );
}
