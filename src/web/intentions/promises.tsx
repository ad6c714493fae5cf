import type { Promised } from '../../pilots/promises.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';

const days = [1, 2, 3, 4, 5, 6, 7] as const;

/** When we answer, by what is on now: it grows with the pilot that grows. */
export function Promises({ promises }: { promises: readonly Promised[] }) {
  const { promise: words } = useWords().pilots;
  const { list } = useFormats();
  return (
    <Card title={words.title}>
      {promises.length === 0 && <p className="text-soft">{words.none}</p>}
      {promises.map(({ channels, week }) => (
        <div key={JSON.stringify([channels, week])} className="mb-3 last:mb-0">
          {week === null ? (
            <p>{words.always}</p>
          ) : (
            <>
              <p>{words.hours(channels ? list(channels) : words.everywhere)}</p>
              <dl className="mt-2 grid grid-cols-[8rem_minmax(0,1fr)] gap-x-4">
                {days.map((day) => (
                  <div key={day} className="contents">
                    <dt className="text-soft">{words.days[day]}</dt>
                    <dd className="figures">{week[day] || words.closed}</dd>
                  </div>
                ))}
              </dl>
            </>
          )}
        </div>
      ))}
    </Card>
  );
}
