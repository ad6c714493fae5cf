import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import type { ShownHead } from './shown-head.ts';
import { useScripted } from './use-acts.ts';

const asked = 'judge';

/** Which message and head is being corrected, by the address: so it works without script, and no page holds them all. */
export function useJudged(messageId: string): { head: string | null; addressFor: (head: string) => string } {
  const [search] = useSearchParams();
  const scripted = useScripted();
  const [message, head = ''] = (search.get(asked) ?? '').split('.');
  return {
    head: message === messageId ? head : null,
    addressFor: (head) => {
      const next = new URLSearchParams(search);
      next.set(asked, `${messageId}.${head}`);
      // With script the choice opens where the link was; without, the page must be told where to go.
      return scripted ? `?${next}` : `?${next}#${asked}`;
    },
  };
}

interface TickingProps {
  messageId: string;
  head: ShownHead;
  children: ReactNode;
}

/** A link that asks for the choice of one head; there it stands, once it was asked for. */
export function Ticking({ messageId, head, children }: TickingProps) {
  const { judging: words } = useWords().understanding;
  const judged = useJudged(messageId);
  const isOpen = judged.head === head.key;
  const wasOpen = useRef(false);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // Whoever works by keyboard goes on from here when the choice was kept.
    if (!isOpen && wasOpen.current) link.current?.focus({ preventScroll: true });
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (isOpen) return <div className="judging-open">{children}</div>;
  return (
    <Link
      ref={link}
      to={judged.addressFor(head.key)}
      preventScrollReset
      className="link text-xs"
      aria-label={words.correctOf(head.name)}
    >
      {words.correct}
    </Link>
  );
}

interface TicksProps {
  head: ShownHead;
  current: readonly string[];
  busy: boolean;
}

/** None, one or more: every class can be ticked, and what is ticked is all that holds. */
export function Ticks({ head, current, busy }: TicksProps) {
  const { judging: words } = useWords().understanding;
  const field = useRef<HTMLFieldSetElement>(null);
  useEffect(() => field.current?.querySelector('input')?.focus({ preventScroll: true }), []);
  return (
    <fieldset ref={field} id={asked} className="judging-ticks">
      <legend className="sr-only">{words.choose(head.name)}</legend>
      <input type="hidden" name="several" value="1" />
      {head.classes.map(({ key, name, leads }) => (
        <label key={key} data-leads={leads ? '' : undefined}>
          <input type="checkbox" name={`label.${key}`} value="1" defaultChecked={current.includes(key)} />
          {name}
        </label>
      ))}
      <Button size="small" disabled={busy}>
        {words.save}
      </Button>
    </fieldset>
  );
}
