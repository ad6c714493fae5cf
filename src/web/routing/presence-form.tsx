import { type Presence, presences } from '../../organisation/queueing/presences.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Form } from '../ui/form.tsx';

/** Whether a colleague is here: only who is gets work dealt out. */
export function PresenceForm({ presence }: { presence: Presence }) {
  const words = useWords().work.presence;
  return (
    <Card title={words.now[presence]}>
      <p className="mb-3 text-soft">{words.hint}</p>
      <Form action={urls.presence()}>
        <fieldset className="mb-2">
          <legend className="sr-only">{words.label}</legend>
          <div className="flex flex-wrap gap-x-5">
            {presences.map((state) => (
              <label key={state} className="flex min-h-8 items-center gap-2">
                <input
                  type="radio"
                  name="state"
                  value={state}
                  defaultChecked={state === presence}
                  className="size-4"
                />
                {words.states[state]}
              </label>
            ))}
          </div>
        </fieldset>
        <label className="mb-3 flex min-h-8 items-start gap-2">
          <input type="checkbox" name="giveBack" defaultChecked className="mt-1 size-4 shrink-0" />
          {words.giveBack}
        </label>
        <Button size="small">{words.change}</Button>
      </Form>
    </Card>
  );
}
