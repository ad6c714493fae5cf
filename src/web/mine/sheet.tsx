import type { ReactNode } from 'react';
import { Mark } from '../layout/brand.tsx';
import { FlashRegion } from '../layout/flash.tsx';
import { useWords } from '../layout/frame.tsx';
import { SkipLink } from '../layout/skip-link.tsx';
import { Preferences } from '../preferences/preferences.tsx';

interface SheetProps {
  /** Under the heading: where one can go. */
  nav?: ReactNode;
  /** Right of the heading. */
  aside?: ReactNode;
  /** What stands at the top; one's own data when absent. */
  brand?: string;
  children: ReactNode;
}

/** The pages for customers: one calm column, no rail, no script. */
export function Sheet({ nav, aside, brand, children }: SheetProps) {
  const { mine } = useWords();
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex max-w-3xl items-center justify-between gap-4 px-4 py-4 md:px-6">
          <p className="inline-flex items-center gap-2.5 text-lg font-semibold tracking-tight">
            <Mark />
            {brand ?? mine.brand}
          </p>
          {aside}
        </div>
        {nav}
      </header>
      <main id="content" className="mx-auto w-full max-w-3xl grow px-4 py-8 md:px-6 md:py-10">
        <FlashRegion />
        {children}
      </main>
      <footer className="border-t border-line">
        <div className="mx-auto max-w-3xl px-4 py-5 md:px-6">
          <Preferences />
        </div>
      </footer>
    </div>
  );
}
