import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

export default function ImportsPage() {
  const { imports } = useWords();
  return (
    <>
      <PageHeader title={imports.title} />
      <EmptyState title={imports.empty.title}>{imports.empty.next}</EmptyState>
    </>
  );
}
