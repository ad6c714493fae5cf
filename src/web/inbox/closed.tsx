import { useFormats, useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { ActForm } from './act-form.tsx';
import { Failed } from './failed.tsx';
import type { Opened } from './opening.ts';
import type { Acting } from './use-acts.ts';
import { wordFor } from './word-for.ts';

interface ClosedProps {
  closure: NonNullable<Opened['closure']>;
  acting: Acting;
  mayReopen: boolean;
}

/** Who closed it, when and why, and the way back. */
export function Closed({ closure: { at, by, reason }, acting, mayReopen }: ClosedProps) {
  const { closed } = useWords().inbox;
  const { moment } = useFormats();
  return (
    <div className="rounded-lg border border-line bg-sunken px-4 py-3">
      <p className="font-medium">{by ? closed.by(by, moment(at)) : closed.quiet(moment(at))}</p>
      <p className="text-sm text-soft">
        {by && wordFor(closed.reason, reason)} {mayReopen && closed.next}
      </p>
      {mayReopen && (
        <div className="mt-3">
          <Failed answer={acting.answer} />
          <ActForm act="reopen" acting={acting}>
            <Button size="small" icon="reopen" disabled={acting.busy}>
              {closed.reopen}
            </Button>
          </ActForm>
        </div>
      )}
    </div>
  );
}
