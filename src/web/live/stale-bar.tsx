import { useFormats, useWords } from '../layout/frame.tsx';
import { Icon } from '../ui/icon.tsx';

/** Says that what is shown may be old, and since when. Always in the page, so that it is read aloud when it comes. */
export function StaleBar({ since }: { since: number | null }) {
  const { live } = useWords().inbox;
  const { time } = useFormats();
  return (
    <div
      role="status"
      className="fixed inset-x-4 bottom-20 z-40 w-fit empty:hidden md:right-auto md:bottom-6 md:left-32"
    >
      {since !== null && (
        <p className="flex items-center gap-3 rounded-md border border-clay bg-clay-wash px-4 py-2 text-sm font-medium shadow-xl">
          <Icon name="warning" className="size-5 text-clay" />
          {live.stale(time(new Date(since)))}
          <button type="button" className="link" onClick={() => window.location.reload()}>
            {live.reload}
          </button>
        </p>
      )}
    </div>
  );
}
