import { Link } from 'react-router';
import { useWords } from '../layout/frame.tsx';
import { RulesWaiting } from '../layout/rules-waiting.tsx';
import type { ListData } from './listing.ts';
import { inboxViews, placed, viewPlace } from './place.ts';

/** The five views with what is in them. What is done is not counted: it only grows. */
export function Views({ list, current }: { list: ListData; current: boolean }) {
  const { views } = useWords().inbox;
  return (
    <nav aria-label={views.label} className="pane-views">
      <ul>
        {inboxViews.map((view) => (
          <li key={view}>
            <Link
              to={placed.inbox(viewPlace(view))}
              className="view-link"
              aria-current={
                !list.place.among && list.place.view === view ? (current ? 'page' : 'true') : undefined
              }
            >
              {views[view]}
              {view !== 'done' && <CountOf {...list.counts[view]} />}
            </Link>
          </li>
        ))}
      </ul>
      <RulesWaiting below="views" />
    </nav>
  );
}

function CountOf({ n, more }: { n: number; more: boolean }) {
  const { views } = useWords().inbox;
  return (
    <b>
      <span aria-hidden="true">{more ? `${n}+` : n}</span>
      <span className="sr-only">, {views.count(n, more)}</span>
    </b>
  );
}
