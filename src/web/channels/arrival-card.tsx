import { Link } from 'react-router';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Arrival } from './arrival.ts';

/** What must be put where, so that others can hand us messages. */
export function ArrivalCard({ arrival }: { arrival: Arrival }) {
  return arrival.kind === 'site' ? <OnSite arrival={arrival} /> : <HandedIn arrival={arrival} />;
}

function OnSite({ arrival: { snippet, page, trial } }: { arrival: Extract<Arrival, { kind: 'site' }> }) {
  const { site: words } = useWords().arriving;
  return (
    <Card title={words.title}>
      <p className="mb-3 max-w-prose text-soft">{words.lead}</p>
      <Copied text={snippet} label={words.snippet} />
      <p className="mt-4 mb-1">
        {words.form}{' '}
        <a href={page} className="link break-all">
          {page}
        </a>
      </p>
      <p>
        <a href={trial} target="_blank" rel="noreferrer" className="link">
          {words.trial}
        </a>
      </p>
    </Card>
  );
}

function HandedIn({ arrival }: { arrival: Extract<Arrival, { kind: 'pushed' }> }) {
  const { pushed: words } = useWords().arriving;
  const { moment } = useFormats();
  const { address, forged, sample } = arrival;
  return (
    <Card title={words.title}>
      <p className="mb-3 max-w-prose text-soft">{words.lead}</p>
      <Copied text={address} label={words.title} />
      {sample && (
        <p className="mt-4">
          <Link to={sample} className="link">
            {words.sample}
          </Link>
        </p>
      )}
      {forged.lastAt && (
        <div className="mt-4">
          <Notice tone="info" title={words.forged(forged.count)}>
            {words.forgedWhy(moment(forged.lastAt))}
          </Notice>
        </div>
      )}
    </Card>
  );
}

/** To be taken over as it stands; reached with the keyboard, since it may scroll. */
function Copied({ text, label }: { text: string; label: string }) {
  return (
    <textarea
      readOnly
      aria-label={label}
      rows={text.split('\n').length + 1}
      value={text}
      className="block w-full resize-none rounded-md border border-line bg-sunken p-3 font-mono text-sm break-all"
    />
  );
}
