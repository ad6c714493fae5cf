import type { ReactNode } from 'react';
import { PageTitle } from './page-title.tsx';

interface PageHeaderProps {
  /** The h1, and the name in the tab. */
  title: string;
  lead?: string;
  /** Right of the title: buttons, or the date of what is shown. */
  aside?: ReactNode;
}

export function PageHeader({ title, lead, aside }: PageHeaderProps) {
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <PageTitle>{title}</PageTitle>
      <div>
        <h1 className="text-2xl wrap-anywhere">{title}</h1>
        {lead && <p className="mt-1 text-soft">{lead}</p>}
      </div>
      {aside}
    </div>
  );
}
