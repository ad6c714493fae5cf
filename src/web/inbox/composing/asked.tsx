import { type CheckKey, isCheckKey } from '../../../conversations/composing/check.ts';
import type { FormAnswer } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { Icon } from '../../ui/icon.tsx';

/** The house rules that an answer does not agree with, and the question whether it goes all the same. */
export function Asked({ answer }: { answer: FormAnswer | undefined }) {
  const { rules } = useWords().composing;
  if (answer?.refused !== 'conflict.house-rule') return null;
  const stops = keysIn(answer.given?.stops);
  const asks = keysIn(answer.given?.asks);
  const found = placesIn(answer.given?.found);
  return (
    <section
      role="alert"
      aria-label={rules.title}
      className="mb-2 rounded-md border-l-4 border-clay bg-clay-wash px-4 py-3"
    >
      <p className="font-medium">{rules.title}</p>
      {stops.length > 0 && <Rules lead={rules.stops} keys={stops} found={found} />}
      {asks.length > 0 && <Rules lead={rules.asks} keys={asks} found={found} />}
      {stops.length === 0 && (
        <div className="mt-2 space-y-2">
          <label className="block text-sm">
            <span className="font-medium">{rules.why}</span>{' '}
            <span className="text-soft">{rules.whyHint}</span>
            <input
              name="why"
              maxLength={1000}
              defaultValue={answer.given?.why}
              className="mt-1 block h-row w-full rounded-md border border-edge bg-surface px-3 text-ink"
            />
          </label>
          <label className="flex min-h-row items-center gap-2 text-sm">
            <input type="checkbox" name="accepted" value={asks.join(',')} className="size-5 accent-water" />
            {rules.accept}
          </label>
        </div>
      )}
    </section>
  );
}

function Rules({
  lead,
  keys,
  found,
}: {
  lead: string;
  keys: readonly CheckKey[];
  found: ReadonlyMap<string, string>;
}) {
  const { rules } = useWords().composing;
  return (
    <>
      <p className="mt-1 text-sm text-soft">{lead}</p>
      <ul className="mt-1 space-y-1 text-sm">
        {keys.map((key) => (
          <li key={key} className="flex items-start gap-1.5">
            <Icon name="warning" className="mt-0.5 size-4 shrink-0 text-clay" />
            <span>
              {rules.keys[key]} <q className="text-soft">{found.get(key)}</q>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function keysIn(given: string | undefined): CheckKey[] {
  return (given ?? '').split(',').filter(isCheckKey);
}

function placesIn(given: string | undefined): Map<string, string> {
  return new Map(
    (given ?? '').split('\n').flatMap((line) => {
      const at = line.indexOf(': ');
      return at > 0 ? [[line.slice(0, at), line.slice(at + 2)] as const] : [];
    }),
  );
}
