import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { CountOf } from '../handling/count-of.tsx';
import { SavedViews } from '../handling/saved-views.tsx';
import { useWords } from '../layout/frame.tsx';
import { RulesWaiting } from '../layout/rules-waiting.tsx';
import { WorkBar } from '../routing/work-bar.tsx';
import type { ListData } from './listing.ts';
import { inboxViews, placed, viewPlace } from './place.ts';

/** The five views with what is in them. What is done is not counted: it only grows. */
export function Views({ list, current }: { list: ListData; current: boolean }) {
  const { inbox, columns } = useWords();
  const { views } = inbox;
  return (
    <nav aria-label={views.label} className="pane-views">
      <ul>
        {inboxViews.map((view) => (
          <li key={view}>
            <Link
              to={placed.inbox(viewPlace(view))}
              className="view-link"
              aria-current={
                !list.place.among && !list.place.saved && list.place.view === view
                  ? current
                    ? 'page'
                    : 'true'
                  : undefined
              }
            >
              {views[view]}
              {view !== 'done' && <CountOf {...list.counts[view]} />}
            </Link>
          </li>
        ))}
        {list.mayDismiss && <ForAnswering />}
        <li>
          <Link to={urls.inboxColumns()} className="view-link">
            {columns.title}
          </Link>
        </li>
      </ul>
      {list.mayDismiss && <WorkBar />}
      <SavedViews list={list} current={current} />
      <RulesWaiting below="views" />
    </nav>
  );
}

/** The pages beside the list that answering needs: what waits for a second person, and the ready-made texts. */
function ForAnswering() {
  const { nav } = useWords().answers;
  return (
    <>
      <li className="border-line min-[70rem]:mt-3 min-[70rem]:border-t min-[70rem]:pt-3">
        <Link to={urls.approvals()} className="view-link">
          {nav.approvals}
        </Link>
      </li>
      <li>
        <Link to={urls.macros()} className="view-link">
          {nav.macros}
        </Link>
      </li>
    </>
  );
}
