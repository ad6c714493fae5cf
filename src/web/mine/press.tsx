import type { OwnAct } from '../../customers/mine/deciding.ts';
import type { State } from '../../privacy/permission.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { CsrfField } from '../ui/form.tsx';

interface PressProps {
  purpose: string;
  act: OwnAct;
  /** For whoever hears the page: for what. */
  of: string;
  /** What stands there now. */
  from?: State;
  action?: string;
  returnTo?: string;
}

/** One press that decides: giving and taking back look alike and cost the same. */
export function Press({ purpose, act, of, from, action, returnTo }: PressProps) {
  const { acts } = useWords().mine;
  return (
    <form method="post" action={action}>
      <CsrfField />
      <input type="hidden" name="purpose" value={purpose} />
      {from && <input type="hidden" name="from" value={from} />}
      {returnTo && <input type="hidden" name="returnTo" value={returnTo} />}
      <Button name="act" value={act} size="small" aria-label={`${acts[act]}: ${of}`}>
        {acts[act]}
      </Button>
    </form>
  );
}
