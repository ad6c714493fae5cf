import { Link, useFetcher } from 'react-router';
import { urls } from '../../urls.ts';
import { amongPlace, placed } from '../inbox/place.ts';
import { useWords } from '../layout/frame.tsx';
import { CsrfField } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import type { SignalView } from './signal-view.ts';
import { useTopicName } from './topic-name.ts';

interface RisingProps {
  signals: readonly SignalView[];
  mayDismiss: boolean;
}

/** Above the inbox, quietly: what many people suddenly write about, until somebody has seen it. */
export function Rising({ signals, mayDismiss }: RisingProps) {
  const { rising } = useWords().signals;
  if (signals.length === 0) return null;
  return (
    <section aria-label={rising.label} className="border-b border-line bg-water-wash px-4 py-2 text-sm">
      <h2 className="flex items-center justify-between gap-2 font-medium">
        <span className="flex items-center gap-1.5">
          <Icon name="rising" className="size-4 text-water" />
          {rising.title}
        </span>
        <Link to={urls.signals()} className="link text-xs font-normal">
          {rising.all}
        </Link>
      </h2>
      <ul>
        {signals.map((signal) => (
          <One key={signal.id} signal={signal} mayDismiss={mayDismiss} />
        ))}
      </ul>
    </section>
  );
}

function One({ signal, mayDismiss }: { signal: SignalView; mayDismiss: boolean }) {
  const { rising } = useWords().signals;
  const nameOf = useTopicName();
  const name = nameOf(signal.terms);
  return (
    <li className="mt-1 flex items-start justify-between gap-2">
      <p className="min-w-0">
        <Link
          to={placed.inbox(amongPlace({ kind: 'signal', id: signal.id }))}
          className="link font-medium break-words"
          title={rising.messages}
        >
          {name}
        </Link>{' '}
        <span className="text-soft">{rising.size(signal.messages, signal.persons, signal.hours)}</span>
      </p>
      {mayDismiss && <Dismiss id={signal.id} name={name} />}
    </li>
  );
}

export function Dismiss({ id, name }: { id: string; name: string }) {
  const { rising } = useWords().signals;
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post" action={urls.signalDismissal(id)}>
      <CsrfField />
      <button
        type="submit"
        aria-label={rising.dismissLabel(name)}
        disabled={fetcher.state !== 'idle'}
        className="inline-flex h-7 items-center gap-1 rounded-md border border-edge bg-surface px-2 text-xs font-medium whitespace-nowrap hover:bg-sunken disabled:opacity-60"
      >
        <Icon name="check" className="size-3.5" />
        {rising.dismiss}
      </button>
    </fetcher.Form>
  );
}
