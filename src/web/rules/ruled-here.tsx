import type { Ruled } from '../../conversations/ruling/runs.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Outcomes } from './runs-view.tsx';

export type ShownRuled = Omit<Ruled, 'at'> & { at: string };

/** Which rules did something in a conversation, and why. */
export function RuledHere({ ruled }: { ruled: readonly ShownRuled[] }) {
  const { here, conditions } = useWords().ruling;
  const { moment } = useFormats();
  if (ruled.length === 0) return null;
  return (
    <section className="mt-3">
      <h3 className="font-medium">{here.title}</h3>
      <ul className="mt-1 space-y-2">
        {ruled.map(({ id, rule, version, acts, held, because, at }) => (
          <li key={id}>
            <p>{here.because(rule ?? here.unnamed, version)}</p>
            <p>
              <Outcomes run={{ acts, held }} />
            </p>
            {because.length > 0 && (
              <p className="text-soft">
                {because
                  .map(({ field, not, found }) =>
                    (not ? conditions.saidNot : conditions.said)(conditions.fields[field], found),
                  )
                  .join(' · ')}
              </p>
            )}
            <p className="text-xs text-faint">{moment(at)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
