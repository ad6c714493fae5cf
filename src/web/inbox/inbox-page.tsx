import { useOutletContext } from 'react-router';
import { useWords } from '../layout/frame.tsx';
import { PageTitle } from '../layout/page-title.tsx';
import type { BesideList } from './inbox-frame.tsx';

/** The inbox before a conversation is chosen. On a narrow screen only the list is shown. */
export default function InboxPage() {
  const { inbox, signals } = useWords();
  const { list } = useOutletContext<BesideList>();
  return (
    <>
      <PageTitle>{`${list.among ? signals.alike.title : inbox.views[list.place.view]} · ${inbox.title}`}</PageTitle>
      {list.rows.length > 0 && (
        <div className="grid h-full place-content-center gap-2 px-8 text-center">
          <p className="text-xl font-semibold">{inbox.choose.title}</p>
          <p className="text-soft">{inbox.choose.next}</p>
          <p className="needs-script text-sm text-faint">{inbox.choose.keys}</p>
        </div>
      )}
    </>
  );
}
