import type { ReactNode } from 'react';
import { Preferences } from '../preferences/preferences.tsx';
import { Brand } from './brand.tsx';
import { FlashRegion } from './flash.tsx';
import { useWords } from './frame.tsx';
import { Horizon } from './horizon.tsx';
import { SkipLink } from './skip-link.tsx';

/** A page outside the house: sign-in, setup, trouble. One column of work beside the view over the land. */
export function OpenPage({ children }: { children: ReactNode }) {
  const { shell } = useWords();
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr] md:grid-cols-[minmax(26rem,34rem)_1fr] md:grid-rows-1">
      <SkipLink />
      <div className="relative h-36 md:order-2 md:h-auto">
        <Horizon className="absolute inset-0 size-full" />
      </div>
      <div className="flex flex-col bg-surface px-5 py-6 md:px-12 md:py-10">
        <header className="flex items-center justify-between gap-4">
          <Brand />
          <p className="text-sm text-faint max-md:hidden">{shell.tagline}</p>
        </header>
        <main id="content" className="my-auto py-8 md:py-12">
          <FlashRegion />
          {children}
        </main>
        <footer>
          <Preferences />
        </footer>
      </div>
    </div>
  );
}
