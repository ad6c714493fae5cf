import type { ReactNode } from 'react';
import { FlashRegion } from './flash.tsx';
import { Rail } from './rail.tsx';
import { RulesWaiting } from './rules-waiting.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { SkipLink } from './skip-link.tsx';

/** A page inside the house: rail, notices, and what the page is about. */
export function House({ children }: { children: ReactNode }) {
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[6.5rem_minmax(0,1fr)]">
      <SkipLink />
      <Rail />
      <main
        id="content"
        tabIndex={-1}
        className="min-w-0 px-4 pt-5 pb-24 outline-none md:px-8 md:pt-7 md:pb-10"
      >
        <RulesWaiting />
        <FlashRegion />
        {children}
      </main>
      <ShortcutSheet />
    </div>
  );
}
