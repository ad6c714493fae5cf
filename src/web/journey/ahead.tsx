import { useFormats, useWords } from '../layout/frame.tsx';
import { Notice } from '../ui/notice.tsx';
import type { ShownJourney } from './journey-page.tsx';

/** All steps are necessary: what is met too early is named together with the ground that is missing under it. */
export function Ahead({ ahead }: { ahead: ShownJourney['ahead'] }) {
  const words = useWords().journey.ahead;
  const { list } = useFormats();
  if (ahead.length === 0) return null;
  return (
    <Notice tone="info" title={words.title}>
      <ul className="mt-1 space-y-1">
        {ahead.map(({ stage, name, missing }) => {
          const named = missing.slice(0, 2).map((one) => `“${one}”`);
          const rest = missing.length - named.length;
          return (
            <li key={name} className="max-w-prose">
              {words.sentence(stage, name, list(rest > 0 ? [...named, words.andMore(rest)] : named))}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
