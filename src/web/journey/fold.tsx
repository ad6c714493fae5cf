import type { ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';

interface FoldProps {
  title: string;
  /** What it comes down to, for who does not open it. */
  gist: string;
  children: ReactNode;
}

/** Evidence behind an answer: closed until somebody wants to see it, without script. */
export function Fold({ title, gist, children }: FoldProps) {
  return (
    <details className="group rounded-lg border border-line bg-surface">
      <summary className="flex items-center gap-4 rounded-lg px-4 py-3.5 hover:bg-sunken md:px-5">
        <span className="flex flex-1 flex-wrap items-baseline justify-between gap-x-4">
          <h2 className="text-lg">{title}</h2>
          <span className="text-sm text-soft">{gist}</span>
        </span>
        <Icon name="down" className="size-5 text-soft group-open:rotate-180" />
      </summary>
      <div className="border-t border-line p-4 md:p-5">{children}</div>
    </details>
  );
}
