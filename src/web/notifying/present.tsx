import type { Present } from '../../conversations/following/looking.ts';
import { useWords } from '../layout/frame.tsx';
import { Icon } from '../ui/icon.tsx';

const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name;

function usePresence() {
  const { present } = useWords().notifying;
  return ({ name, writing }: Present) => (writing ? present.writes : present.looks)(name);
}

/** On a row: the first of those who look or write; all in the title. */
export function PresentMark({ present }: { present: readonly Present[] }) {
  const said = usePresence();
  const [first] = present;
  if (!first) return null;
  const all = present.map(said).join(', ');
  return (
    <span className="row-who flex items-center gap-1 text-water-strong" title={all}>
      <Icon name={first.writing ? 'note' : 'person'} className="size-3.5" />
      <span aria-hidden="true">{firstName(first.name)}</span>
      <span className="sr-only">, {all}</span>
    </span>
  );
}

/** In the conversation: everybody who is there. Says it aloud when that changes. */
export function PresentLine({ present }: { present: readonly Present[] }) {
  const said = usePresence();
  return (
    <p role="status" className="mt-1 flex flex-wrap gap-x-3 text-sm text-water-strong empty:hidden">
      {present.map((one) => (
        <span key={one.name} className="flex items-center gap-1.5">
          <Icon name={one.writing ? 'note' : 'person'} className="size-4" />
          {said(one)}
        </span>
      ))}
    </p>
  );
}
