import { useFormats, useWords } from '../layout/frame.tsx';
import { Icon } from '../ui/icon.tsx';
import type { ShownJourney } from './journey-page.tsx';

const parts = ['coverage', 'certainty', 'freshness'] as const;

/** The three parts of the confidence, and where its classes begin. */
export function Confidence({ confidence }: { confidence: ShownJourney['confidence'] }) {
  const { confidence: words } = useWords().journey;
  const { percent } = useFormats();
  return (
    <details className="mt-3">
      <summary className="link inline-flex items-center gap-1.5 py-1 text-sm">
        <Icon name="down" className="size-4" />
        {words.title}
      </summary>
      <dl className="mt-3 grid gap-x-8 gap-y-4 md:grid-cols-3">
        {parts.map((part) => (
          <div key={part} className="border-t border-line pt-2">
            <dt className="text-sm text-soft">{words[part]}</dt>
            <dd>
              <span className="figures text-xl font-semibold">{percent(confidence[part])}</span>{' '}
              <span className="text-sm text-soft">{words[`${part}Why`]}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 max-w-prose text-sm text-faint">{words.classes}</p>
    </details>
  );
}
