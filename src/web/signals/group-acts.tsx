import { Form } from 'react-router';
import type { Together } from '../../conversations/closing-together.ts';
import { urls } from '../../urls.ts';
import { Reason } from '../inbox/closing-form.tsx';
import { Popover } from '../inbox/popover.tsx';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { CsrfField } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';

interface GroupActsProps {
  /** Public id of the group. */
  id: string;
  together: Together;
  /** When the list was read: what came in later nobody has seen. */
  asOf: string;
}

/** What can be done with all that say nearly the same: close them, and take that back. */
export function GroupActs({ id, together: { closable, closed, most }, asOf }: GroupActsProps) {
  const { alike } = useWords().signals;
  const { closing } = useWords().inbox;
  const n = Math.min(closable, most);
  return (
    <>
      {closable > 0 && (
        <Popover id="closing-together" label={alike.together.close(n, closable > most)} doneBy={closed?.at}>
          <Form method="post" action={urls.alikeClosing(id)} className="space-y-2">
            <CsrfField />
            <input type="hidden" name="act" value="close" />
            <input type="hidden" name="asOf" value={asOf} />
            <p className="font-medium">{alike.together.question(n)}</p>
            <p className="text-sm text-soft">{alike.together.which}</p>
            <Reason value="no_answer_needed" title={closing.no_answer_needed} why={closing.noAnswerWhy} />
            <Reason value="answered" title={closing.answered} why={closing.answeredWhy} />
          </Form>
        </Popover>
      )}
      {closed && (
        <Form
          method="post"
          action={urls.alikeClosing(id)}
          className="flex w-full flex-wrap items-center justify-between gap-2"
        >
          <CsrfField />
          <input type="hidden" name="act" value="reopen" />
          <input type="hidden" name="at" value={closed.at} />
          <span role="status" className="inline-flex items-center gap-1.5 text-sm font-medium">
            <Icon name="check" className="size-4 text-water" />
            {alike.together.closed(closed.n)}
          </span>
          <Button size="small" icon="reopen">
            {alike.together.undo}
          </Button>
        </Form>
      )}
    </>
  );
}
