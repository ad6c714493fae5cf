import { useFormats, useWords } from '../layout/frame.tsx';
import type { Job } from './import-page.tsx';

const shown = ['read', 'stored', 'duplicates', 'rejected', 'conversations', 'persons'] as const;

/** The figures of an import: complete counts, so without interval. */
export function Counts({ job }: { job: Job }) {
  const { result } = useWords().imports;
  const { number } = useFormats();
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 md:grid-cols-3">
      {shown.map((count) => (
        <div key={count} className="border-t border-line pt-2">
          <dt className="text-sm text-soft">{result[count]}</dt>
          <dd className="figures text-xl font-semibold">{number(job[count])}</dd>
        </div>
      ))}
    </dl>
  );
}
