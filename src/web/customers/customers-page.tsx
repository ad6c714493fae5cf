import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

export default function CustomersPage() {
  const { customers } = useWords();
  return (
    <>
      <PageHeader title={customers.title} />
      <EmptyState title={customers.empty.title}>{customers.empty.next}</EmptyState>
    </>
  );
}
