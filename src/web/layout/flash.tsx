import { useState } from 'react';
import { useLocation } from 'react-router';
import type { Catalogue } from '../../platform/words.ts';
import { Icon } from '../ui/icon.tsx';
import { useShell, useWords } from './frame.tsx';

/** Always in the page, so that a notice that arrives later is read aloud. */
export function FlashRegion() {
  const { flash } = useWords().shell;
  const key = useKept(useShell()?.flash ?? null);
  const text = key && isFlashKey(flash, key) ? flash[key] : null;
  return (
    <div role="status" aria-label={flash.region} aria-live="polite" className="empty:hidden">
      {text && (
        <p className="mb-4 flex items-center gap-2 rounded-md border-l-4 border-water bg-water-wash px-4 py-2.5">
          <Icon name="check" className="size-5 text-water" />
          {text}
        </p>
      )}
    </div>
  );
}

/** The server gives a notice once; what is read again on the same page, because something changed, does not take it away. */
function useKept(given: string | null): string | null {
  const { key } = useLocation();
  const [kept, keep] = useState({ key, given });
  const now = given === null && kept.key === key ? kept.given : given;
  if (kept.key !== key || kept.given !== now) keep({ key, given: now });
  return now;
}

function isFlashKey(
  flash: Catalogue['shell']['flash'],
  key: string,
): key is keyof Catalogue['shell']['flash'] {
  return key !== 'region' && Object.hasOwn(flash, key);
}
