import { useWords } from '../layout/frame.tsx';

/** How many conversations stand in a view; `more` when it stands for that many or more. */
export function CountOf({ n, more }: { n: number; more: boolean }) {
  const { views } = useWords().inbox;
  return (
    <b>
      <span aria-hidden="true">{more ? `${n}+` : n}</span>
      <span className="sr-only">, {views.count(n, more)}</span>
    </b>
  );
}
