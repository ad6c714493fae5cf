import { useId } from 'react';
import { useWords } from '../layout/frame.tsx';
import { useTimes } from './use-times.ts';
import type { ShownContrast } from './words-view.ts';

interface ContrastPictureProps {
  more: readonly ShownContrast[];
  fewer: readonly ShownContrast[];
}

/** A bar ends here: what is said a hundred times as often and what is said a thousand times look alike. */
const mostTimes = 64;

/** Two columns of bars, by how many times as often a term is said. The figures stand beside them, and in the table. */
export function ContrastPicture({ more, fewer }: ContrastPictureProps) {
  const { words } = useWords().signals;
  const id = useId();
  return (
    <figure aria-labelledby={id} className="grid gap-x-8 gap-y-5 md:grid-cols-2">
      <figcaption id={id} className="sr-only">
        {words.picture}
      </figcaption>
      <Bars title={words.more} terms={more} tone="a" />
      <Bars title={words.fewer} terms={fewer} tone="b" />
    </figure>
  );
}

function Bars({ title, terms, tone }: { title: string; terms: readonly ShownContrast[]; tone: 'a' | 'b' }) {
  const { words } = useWords().signals;
  const timesOf = useTimes();
  return (
    <div>
      <h3 className="mb-2 font-medium">{title}</h3>
      {terms.length === 0 && <p className="text-sm text-soft">{words.nothing}</p>}
      <ol className="space-y-1.5">
        {terms.map((term) => (
          <li key={term.term} className="text-sm">
            <span className="flex justify-between gap-3">
              <span className="min-w-0 break-words">{term.term}</span>
              <span className="whitespace-nowrap text-soft">{timesOf(term)}</span>
            </span>
            <svg
              viewBox="0 0 100 4"
              preserveAspectRatio="none"
              className="block h-1.5 w-full"
              aria-hidden="true"
            >
              <rect width="100" height="4" rx="1" className="fill-sunken" />
              <rect
                width={lengthOf(term.times)}
                height="4"
                className={tone === 'a' ? 'fill-water' : 'fill-clay'}
              />
            </svg>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Every doubling is as long as the one before. */
function lengthOf(times: number): number {
  return Math.max(2, (100 * Math.log2(Math.min(mostTimes, Math.max(1, times)))) / Math.log2(mostTimes));
}
