import { useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Form } from '../../ui/form.tsx';
import { Tick } from './tick.tsx';

interface ChanceView {
  key: string;
  kind: 'obstacle' | 'opportunity';
  phase: number;
  applies: boolean;
}

/** What stands in the way and what one could do, per phase of the roadmap. */
export function Chances({ chances, steers }: { chances: readonly ChanceView[]; steers: boolean }) {
  const words = useWords().journeying.team;
  const kinds = [
    ['obstacle', words.obstacles],
    ['opportunity', words.opportunities],
  ] as const;
  const lists = kinds.map(([kind, title]) => (
    <section key={kind}>
      <h3 className="text-base">{title}</h3>
      {[1, 2, 3, 4].map((phase) => (
        <fieldset key={phase} className="mt-2">
          <legend className="text-sm text-soft">{words.phase(phase)}</legend>
          {chances
            .filter((one) => one.kind === kind && one.phase === phase)
            .map(({ key, applies }) => (
              <Tick key={key} name={key} label={words.chance[key] ?? key} ticked={applies} />
            ))}
        </fieldset>
      ))}
    </section>
  ));
  if (!steers) {
    const ticked = chances.filter(({ applies }) => applies);
    if (ticked.length === 0) return null;
    return (
      <Card title={words.chances}>
        <ul className="list-disc pl-5">
          {ticked.map(({ key }) => (
            <li key={key}>{words.chance[key]}</li>
          ))}
        </ul>
      </Card>
    );
  }
  return (
    <Card title={words.chances}>
      <p className="mb-3 max-w-prose text-soft">{words.chancesLead}</p>
      <Form>
        <input type="hidden" name="act" value="chances" />
        <div className="grid gap-6 sm:grid-cols-2">{lists}</div>
        <div className="mt-4">
          <Button>{words.save}</Button>
        </div>
      </Form>
    </Card>
  );
}
