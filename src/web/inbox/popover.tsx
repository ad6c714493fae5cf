import { type ReactNode, useEffect, useRef } from 'react';
import { useDismissing } from '../layout/use-closing.ts';
import { Icon } from '../ui/icon.tsx';

interface PopoverProps {
  id: string;
  label: string;
  /** Opened by the server: to show what was wrong. */
  open?: boolean;
  /** When this changes, what was asked is done and it closes. */
  doneBy?: unknown;
  children: ReactNode;
}

/** Opens without script; script adds closing by Escape, by a click elsewhere, and when it is done. */
export function Popover({ id, label, open = false, doneBy, children }: PopoverProps) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const details = box.current;
    if (!doneBy || !details?.open) return;
    details.open = false;
    details.querySelector('summary')?.focus();
  }, [doneBy]);
  useDismissing(box);
  return (
    <details ref={box} id={id} className="popover" open={open}>
      <summary>
        {label}
        <Icon name="down" className="size-4" />
      </summary>
      <div>{children}</div>
    </details>
  );
}
