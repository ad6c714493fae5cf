import { createContext, type ReactNode, use, useMemo } from 'react';
import { useRouteLoaderData } from 'react-router';
import { type Formats, formatsFor } from '../../platform/format.ts';
import type { Catalogue, Locale } from '../../platform/words.ts';
import type { loader as rootLoader } from '../root.tsx';

interface Frame {
  words: Catalogue;
  formats: Formats;
}

const FrameContext = createContext<Frame | null>(null);

interface FrameProviderProps {
  words: Catalogue;
  locale: Locale;
  timeZone: string;
  children: ReactNode;
}

/** Put around the router by both entries, so that words are there before the first route renders. */
export function FrameProvider({ words, locale, timeZone, children }: FrameProviderProps) {
  const frame = useMemo(
    () => ({ words, formats: formatsFor(words.kit, locale, timeZone) }),
    [words, locale, timeZone],
  );
  return <FrameContext value={frame}>{children}</FrameContext>;
}

function useFrame(): Frame {
  const frame = use(FrameContext);
  if (!frame) throw new Error('no FrameProvider above this component');
  return frame;
}

/** All words in the language of this page: `useWords().inbox.title`. */
export function useWords(): Catalogue {
  return useFrame().words;
}

/** Numbers, dates and ages in the language and time zone of this page. */
export function useFormats(): Formats {
  return useFrame().formats;
}

/** What the root loader gave; undefined on an error page whose root loader failed. */
export function useShell() {
  return useRouteLoaderData<typeof rootLoader>('root');
}

/** The server's time when this page was made (ISO). Ages are counted from it, so both sides render the same. */
export function useNow(): string {
  return useShell()?.now ?? new Date().toISOString();
}
