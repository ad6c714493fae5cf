import { useFormats, useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import type { costsOf } from './costs.ts';

type Costs = NonNullable<Awaited<ReturnType<typeof costsOf>>>;

/** What an account costs where calls are counted: what is used, of how much, and what each of them costs. */
export function CostsCard({ unit, per, spent, most, acts }: Costs) {
  const { channelCosts: words } = useWords();
  const { number } = useFormats();
  const names: Readonly<Record<string, string>> = words.acts;
  const dearest = Math.max(...acts.map(({ cost }) => cost));
  const shown = (amount: number) =>
    unit === 'millidollars' ? `$ ${number(amount / 1000, 3)}` : words.units(number(amount));
  return (
    <Card title={words.title}>
      {most - spent < dearest && <Notice tone="attention" title={words.usedUp} />}
      <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
        <div className="flex justify-between gap-4 border-b border-line py-1">
          <dt>{per === 'day' ? words.perDay : words.perMonth}</dt>
          <dd>{words.of(shown(spent), shown(most))}</dd>
        </div>
      </dl>
      <h3 className="mt-4 mb-1 font-medium">{words.prices}</h3>
      <dl className="grid gap-x-8 sm:grid-cols-2">
        {acts.map(({ act, cost }) => (
          <div key={act} className="flex justify-between gap-4 border-b border-line py-1">
            <dt>{names[act] ?? act}</dt>
            <dd>{shown(cost)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
