import { useRef } from 'react';
import { Form } from 'react-router';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSearchKey } from './use-hit-keys.ts';

/** Above the list of the inbox. A question: its answer has an address of its own. */
export function SearchBox() {
  const { searching } = useWords();
  const box = useRef<HTMLInputElement>(null);
  useSearchKey(box);
  return (
    <Form method="get" action={urls.search()} role="search" className="px-4 py-2">
      <label className="relative block">
        <span className="sr-only">{searching.label}</span>
        <Icon
          name="search"
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-faint"
        />
        <input
          ref={box}
          type="search"
          name="q"
          autoComplete="off"
          enterKeyHint="search"
          placeholder={searching.placeholder}
          aria-keyshortcuts="/"
          className="block h-9 w-full rounded-md border border-edge bg-surface pr-3 pl-8 text-sm text-ink placeholder:text-faint"
        />
      </label>
    </Form>
  );
}
