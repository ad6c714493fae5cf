import { type ReactNode, useId } from 'react';
import { useWords } from '../layout/frame.tsx';
import { IconButton } from './button.tsx';

interface DialogProps {
  /** `openDialog(id)` opens it. The browser keeps focus inside, closes on Escape and gives focus back. */
  id: string;
  title: string;
  children: ReactNode;
}

/** Does nothing when the dialog is not on the page. Call it from an event, never while rendering. */
export function openDialog(id: string): void {
  const dialog = document.getElementById(id);
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

/** The browser's own dialog. Only for what is extra: without script it never opens, so nothing may depend on it. */
export function Dialog({ id, title, children }: DialogProps) {
  const { shell } = useWords();
  const heading = useId();
  return (
    <dialog
      id={id}
      aria-labelledby={heading}
      closedby="any"
      className="m-auto w-[min(40rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface p-0 text-ink shadow-xl"
    >
      <div className="flex items-center justify-between border-b border-line py-2 pr-2 pl-5">
        <h2 id={heading} className="text-lg">
          {title}
        </h2>
        <form method="dialog">
          <IconButton type="submit" icon="cross" label={shell.shortcuts.close} />
        </form>
      </div>
      <div className="px-5 py-4">{children}</div>
    </dialog>
  );
}
