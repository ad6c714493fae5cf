import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

export default function JourneyPage() {
  const { journey, shell } = useWords();
  return (
    <>
      <PageHeader title={journey.title} lead={journey.lead} />
      <EmptyState
        title={journey.empty.title}
        action={
          <LinkButton to={urls.imports()} tone="primary" icon="upload">
            {shell.nav.imports}
          </LinkButton>
        }
      >
        {journey.empty.next}
      </EmptyState>
    </>
  );
}
