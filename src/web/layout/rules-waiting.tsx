import { Link, useMatches } from 'react-router';
import { urls } from '../../urls.ts';
import { Icon } from '../ui/icon.tsx';
import { useShell, useWords } from './frame.tsx';

/**
 * A quiet bar while there are house rules to read: it stops nobody. The inbox fills the window, so there it stands
 * below the views.
 */
export function RulesWaiting({ below = 'page' }: { below?: 'page' | 'views' }) {
  const { waiting } = useWords().houseRules;
  const count = useShell()?.colleague?.rulesWaiting ?? 0;
  const path = useMatches().at(-1)?.pathname ?? '';
  const fillsWindow = path === urls.inbox() || path.startsWith('/conversations/');
  if (count === 0 || path.startsWith(urls.houseRules()) || fillsWindow !== (below === 'views')) return null;
  return (
    <p
      className={`flex gap-2 rounded-md border border-line bg-surface px-3 py-1.5 text-sm text-soft ${below === 'views' ? 'mx-2 mb-2 xl:mx-0 xl:mt-5' : 'mb-4'}`}
    >
      <Icon name="note" className="mt-0.5 size-4" />
      <span>
        {waiting.title(count)}{' '}
        <Link to={urls.houseRules()} className="link">
          {waiting.read}
        </Link>
      </span>
    </p>
  );
}
