import { useFormats, useWords } from '../layout/frame.tsx';

interface VersionsProps {
  title: string;
  rows: readonly { id: string; count: string; madeAt: string; madeBy: string | null }[];
}

/** Who changed it when. */
export function Versions({ title, rows }: VersionsProps) {
  const { rules: words } = useWords().routing;
  const { system } = useWords().organisation;
  const { moment } = useFormats();
  if (rows.length === 0) return null;
  return (
    <details className="mt-6">
      <summary className="link cursor-pointer py-1">{title}</summary>
      <ul className="mt-2 space-y-1 text-sm text-soft">
        {rows.map(({ id, count, madeAt, madeBy }) => (
          <li key={id}>
            {count}: {words.by(moment(madeAt), madeBy ?? system)}
          </li>
        ))}
      </ul>
    </details>
  );
}
