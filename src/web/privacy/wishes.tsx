import { useWords } from '../layout/frame.tsx';
import { Icon } from '../ui/icon.tsx';
import type { WishView } from './wishes-view.ts';

/** Above the composer: what the customer asked about their own data, and what Polder did with it already. */
export function Wishes({ wishes }: { wishes: readonly WishView[] }) {
  const words = useWords().wishes;
  if (wishes.length === 0) return null;
  return (
    <section
      aria-label={words.title}
      className="mb-3 rounded-md border border-edge bg-surface px-3 py-2 text-sm"
    >
      <ul className="space-y-1">
        {wishes.map(({ id, kind, sentence, outcome }) => (
          <li key={id} className="flex items-start gap-2">
            <Icon name={outcome === 'asked' ? 'warning' : 'lock'} className="mt-0.5 size-4" />
            <span>
              <span className="font-medium">{words.kinds[kind]}</span> <q className="text-soft">{sentence}</q>{' '}
              {words.outcomes[outcome]}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-soft">{words.prepared}</p>
    </section>
  );
}

/** What can be answered to it: stands in the field from the start, for a colleague to mend and send. */
export function useWishAnswer(wishes: readonly WishView[]): string | undefined {
  const { answers, thanks } = useWords().wishes;
  if (wishes.length === 0) return undefined;
  return [thanks, ...new Set(wishes.map(({ kind }) => answers[kind]))].join(' ');
}
