import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

export default function InboxPage() {
  const { inbox } = useWords();
  return (
    <>
      <PageHeader title={inbox.title} />
      <EmptyState title={inbox.empty.title}>{inbox.empty.next}</EmptyState>
    </>
  );
}
