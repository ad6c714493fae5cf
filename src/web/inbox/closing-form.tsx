import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { ActForm } from './act-form.tsx';
import { Failed } from './failed.tsx';
import type { Opened } from './opening.ts';
import { Popover } from './popover.tsx';
import type { Acting } from './use-acts.ts';

interface ClosingFormProps {
  opened: Opened;
  acting: Acting;
  /** The conversation to go on with. */
  next: string | null;
}

/** One click when nobody waits any more; otherwise the reason is asked, because it decides what counts as unanswered. */
export function ClosingForm({ opened, acting, next }: ClosingFormProps) {
  const { closing } = useWords().inbox;
  const hidden = { version: opened.version, seen: opened.seen, next };
  if (!opened.waiting || isAnswering(opened)) {
    return (
      <>
        <ActForm act="close" acting={acting} hidden={{ ...hidden, reason: 'answered' }} id="close-at-once">
          <Button size="small" icon="check" disabled={acting.busy}>
            {closing.close}
          </Button>
        </ActForm>
        <Failed answer={acting.answer} />
      </>
    );
  }
  return (
    <Popover id="closing" label={closing.close} open={Boolean(acting.answer?.refused)}>
      <Failed answer={acting.answer} />
      <ActForm act="close" acting={acting} hidden={hidden} className="space-y-2">
        <p className="mb-2 font-medium">{closing.question}</p>
        <Reason value="no_answer_needed" title={closing.no_answer_needed} why={closing.noAnswerWhy} />
        <Reason value="answered" title={closing.answered} why={closing.answeredWhy} />
      </ActForm>
    </Popover>
  );
}

/**
 * The reader's answer to all that the customer wrote is on its way: it leaves also when the conversation is closed. Who
 * takes it back opens the conversation again.
 */
function isAnswering({ composer, messages, isEarlierPage }: Opened): boolean {
  if (isEarlierPage) return false;
  const heard = messages.findLast(({ kind }) => kind === 'in');
  const pending = composer?.pending ?? [];
  return pending.some(
    ({ state, isMine, madeAt }) => state === 'held' && isMine && (!heard || heard.sentAt <= madeAt),
  );
}

/** One of the reasons, as the button that closes. */
export function Reason({ value, title, why }: { value: string; title: string; why: string }) {
  return (
    <button type="submit" name="reason" value={value} className="choice">
      <span className="block font-medium">{title}</span>
      <span className="block text-sm text-soft">{why}</span>
    </button>
  );
}
