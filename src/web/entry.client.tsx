import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import type { Catalogue, Locale } from '../platform/words.ts';
import { FrameProvider } from './layout/frame.tsx';
import { fallbackTimeZone } from './layout/time-zone.ts';

/** Only the language of the page is fetched; the other one is a chunk that stays on the server. */
async function wordsOf(locale: Locale): Promise<Catalogue> {
  if (locale === 'en') return (await import('../../locales/en/catalogue.ts')).en;
  return (await import('../../locales/nl/catalogue.ts')).nl;
}

const page = document.documentElement;
const locale: Locale = page.lang === 'en' ? 'en' : 'nl';
const words = await wordsOf(locale);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <FrameProvider words={words} locale={locale} timeZone={page.dataset.timeZone ?? fallbackTimeZone}>
        <HydratedRouter />
      </FrameProvider>
    </StrictMode>,
  );
});
