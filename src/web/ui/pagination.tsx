import { useWords } from '../layout/frame.tsx';
import { LinkButton } from './button.tsx';

interface PaginationProps {
  /** Addresses of the neighbours; null when there is none. Pages have no numbers: lists move while you read. */
  next: string | null;
  previous?: string | null;
  /** Back to the newest; shown when there is no `previous` to give but this is not the first page. */
  first?: string | null;
}

export function Pagination({ next, previous = null, first = null }: PaginationProps) {
  const { pages } = useWords().kit;
  if (!next && !previous && !first) return null;
  return (
    <nav aria-label={pages.label} className="flex items-center gap-3 py-3">
      {first && <LinkButton to={first}>{pages.first}</LinkButton>}
      {previous && (
        <LinkButton to={previous} icon="previous">
          {pages.previous}
        </LinkButton>
      )}
      {next && (
        <LinkButton to={next} iconAfter="next">
          {pages.next}
        </LinkButton>
      )}
    </nav>
  );
}
