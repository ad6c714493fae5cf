import type { TargetGroup } from '../../insights/target-group.ts';
import { useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import { Figure } from '../ui/figure.tsx';
import { Notice } from '../ui/notice.tsx';

interface GroupProps {
  group: TargetGroup | { withheld: 'small' | 'alike' | 'broken' };
  asOf: string;
}

/** How many they are and how they feel; or why that is not shown. */
export function Group({ group, asOf }: GroupProps) {
  const words = useWords().segments;
  const values: Readonly<Record<string, string>> = words.values;
  if ('withheld' in group) return <Notice tone="info" title={words.group[group.withheld]} />;
  const { size, heard } = group;
  return (
    <Card title={words.group.title}>
      <p className="figures text-3xl font-semibold tracking-tight">{words.group.size(size)}</p>
      <h3 className="mt-5 mb-1 font-medium">{words.group.mood}</h3>
      {heard === null ? (
        <p className="text-soft">{words.group.quiet}</p>
      ) : (
        <>
          <p className="mb-3 text-soft">{words.group.heard(heard.n, heard.messages)}</p>
          <div className="grid gap-3 sm:grid-cols-3">
            {Object.entries(heard.moods).map(([mood, { share, low, high }]) => (
              <Figure
                key={mood}
                label={values[mood] ?? mood}
                value={share}
                n={heard.n}
                low={low}
                high={high}
                asOf={asOf}
              />
            ))}
          </div>
        </>
      )}
    </Card>
  );
}
