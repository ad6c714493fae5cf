import { useLocation, useParams } from 'react-router';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { CsrfField } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import { wordFor } from './word-for.ts';

interface DeliveryProps {
  message: string;
  state: string;
  reason: string | null;
  /** A person has to decide, and this reader may. */
  asks: boolean;
}

/** What became of an answer, plainly: never pretended, never silent. */
export function Delivery({ message, state, reason, asks }: DeliveryProps) {
  const { delivery } = useWords().inbox;
  const went = state === 'sent' || state === 'queued' || state === 'calling';
  const known = reason !== null && state !== 'sent' && Object.hasOwn(delivery, reason);
  return (
    <>
      <p className="mt-1.5 flex items-center gap-1.5 text-xs text-soft">
        <Icon name={went ? 'send' : 'warning'} className="size-3.5" />
        {wordFor(delivery, known ? reason : state)}
      </p>
      {asks && <Decide message={message} unknown={state === 'unknown'} />}
    </>
  );
}

/** Nobody knows, or it failed: a colleague says what is to happen. */
function Decide({ message, unknown }: { message: string; unknown: boolean }) {
  const { decide } = useWords().channels;
  const { id = '' } = useParams();
  const { search } = useLocation();
  const ways = unknown ? (['sent', 'again', 'dropped'] as const) : (['again', 'dropped'] as const);
  return (
    <form method="post" action={`${urls.conversationDelivery(id)}${search}`} className="mt-2 text-sm">
      <CsrfField />
      <input type="hidden" name="message" value={message} />
      <p className="mb-2 text-clay">{unknown ? decide.unknown : decide.failed}</p>
      <div className="flex flex-wrap gap-2">
        {ways.map((what) => (
          <Button
            key={what}
            size="small"
            name="what"
            value={what}
            tone={what === 'dropped' ? 'quiet' : 'secondary'}
          >
            {decide[what]}
          </Button>
        ))}
      </div>
    </form>
  );
}
