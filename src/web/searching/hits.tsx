import { Fragment } from 'react';
import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { AudienceMark, NetworkMark, RowDrawings } from '../inbox/marks.tsx';
import { useWords } from '../layout/frame.tsx';
import { Moment } from '../ui/age.tsx';
import { Badge } from '../ui/badge.tsx';
import type { HitView } from './search-page.tsx';
import { useHitKeys } from './use-hit-keys.ts';

/** What was found, newest first; j and k walk through it. */
export function Hits({ hits }: { hits: readonly HitView[] }) {
  const list = useHitKeys();
  return (
    <>
      <RowDrawings />
      <ol ref={list} className="divide-y divide-line border-y border-line">
        {hits.map((hit) => (
          <li key={hit.message}>
            <Found hit={hit} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Found({ hit }: { hit: HitView }) {
  const { inbox, searching, signals } = useWords();
  return (
    <Link
      to={urls.conversationMessage(hit.publicId, { message: hit.message, before: hit.before })}
      data-row={hit.publicId}
      className="grid gap-y-1 rounded-sm px-2 py-3 hover:bg-sunken"
    >
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <NetworkMark channel={hit.channel} />
        <span className="font-semibold break-words">{hit.personName ?? inbox.list.unknown}</span>
        <AudienceMark audience={hit.audience} />
        {hit.kind !== 'in' && <Badge tone="neutral">{searching.kinds[hit.kind]}</Badge>}
        {hit.byName && <Badge tone="water">{searching.byName}</Badge>}
        <span className="ml-auto text-sm text-soft">
          <Moment at={hit.at} />
        </span>
      </span>
      <Excerpt pieces={hit.excerpt} />
      <span className="text-sm text-soft">
        {[hit.queue, signals.alike.states[hit.state], hit.assigneeName].filter(Boolean).join(' · ')}
      </span>
    </Link>
  );
}

function Excerpt({ pieces }: { pieces: HitView['excerpt'] }) {
  const all = pieces.map((piece, place) => ({ ...piece, place }));
  return (
    <span className="break-words">
      {all.map(({ text, marked, place }) =>
        marked ? (
          <mark key={place} className="rounded-xs bg-water-wash px-0.5 font-semibold text-water-strong">
            {text}
          </mark>
        ) : (
          <Fragment key={place}>{text}</Fragment>
        ),
      )}
    </span>
  );
}
