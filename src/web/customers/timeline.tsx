import { Form as GetForm, Link } from 'react-router';
import { timelineKinds } from '../../customers/timeline.ts';
import type { Catalogue } from '../../platform/words.ts';
import { urls } from '../../urls.ts';
import { useFormats, useNow, useWords } from '../layout/frame.tsx';
import { noon } from '../layout/noon.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Select } from '../ui/field.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { amount } from './amount.ts';
import type { CustomerView } from './loading-customer.ts';

type Entry = CustomerView['timeline'][number];

/** Everything between a person and us, newest first, a page at a time; or one kind of it. */
export function Timeline({ view }: { view: CustomerView }) {
  const { timeline: words } = useWords().keeping;
  const { person, timeline, kind, older, further } = view;
  return (
    <Card title={words.title}>
      <Filter view={view} />
      {timeline.length === 0 && <p className="text-soft">{words.none}</p>}
      <ol className="relative ml-1.5 border-l-2 border-line">
        {timeline.map((entry) => (
          <Entry key={`${entry.kind} ${entry.key}`} entry={entry} />
        ))}
      </ol>
      <Pagination
        next={older && urls.customer(person.publicId, { kind: kind ?? undefined, before: older })}
        first={further ? urls.customer(person.publicId, { kind: kind ?? undefined }) : null}
      />
    </Card>
  );
}

function Filter({ view: { kind } }: { view: CustomerView }) {
  const { timeline } = useWords().keeping;
  return (
    <GetForm method="get" className="mb-2 flex flex-wrap items-end gap-3">
      <Select
        key={kind ?? ''}
        name="kind"
        label={timeline.filter}
        defaultValue={kind ?? ''}
        options={[
          { value: '', label: timeline.all },
          ...timelineKinds.map((value) => ({ value, label: timeline.kinds[value] })),
        ]}
      />
      <div className="mb-5">
        <Button>{timeline.apply}</Button>
      </div>
    </GetForm>
  );
}

function Entry({ entry }: { entry: Entry }) {
  const { timeline } = useWords().keeping;
  const { shortDay } = useFormats();
  const now = useNow();
  const { kind, at, key, facts } = entry;
  return (
    <li className="relative pb-4 pl-5 last:pb-1">
      <span
        aria-hidden="true"
        className={`absolute top-1.5 -left-[7px] size-3 rounded-full border-2 border-surface ${kind === 'conversation' ? 'bg-water' : 'bg-edge'}`}
      />
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
        <span className="figures">{shortDay(at, now)}</span>
        <span>{timeline.kinds[kind]}</span>
        {facts.channel && <span>{facts.channel}</span>}
        <State facts={facts} />
      </p>
      <p className="mt-0.5 break-words">
        {kind === 'conversation' ? (
          <Link to={urls.conversation(key)} className="link">
            {entry.text}
          </Link>
        ) : (
          <What entry={entry} />
        )}
      </p>
      <Small facts={facts} />
    </li>
  );
}

function What({ entry: { kind, text, facts } }: { entry: Entry }) {
  const { keeping, customers } = useWords();
  if (kind === 'merge') return keeping.timeline.merged(text ?? keeping.merging.unnamed);
  if (kind === 'relation')
    return customers.relations[String(facts.relation) as keyof Catalogue['customers']['relations']] ?? null;
  return text;
}

function State({ facts }: { facts: Entry['facts'] }) {
  const { states } = useWords().keeping.timeline;
  const state = String(facts.state ?? '');
  if (!Object.hasOwn(states, state)) return null;
  const waits = state === 'new' || state === 'open' || state === 'broken' || state === 'failed';
  return <Badge tone={waits ? 'attention' : 'neutral'}>{states[state as keyof typeof states]}</Badge>;
}

function Small({ facts }: { facts: Entry['facts'] }) {
  const { customers } = useWords();
  const { locale, day } = useFormats();
  const parts = [
    typeof facts.minor === 'number' && amount(facts.minor, String(facts.currency), locale),
    typeof facts.day === 'string' && day(noon(facts.day)),
    facts.by,
    typeof facts.messages === 'number' && customers.timeline.messages(facts.messages),
    typeof facts.replies === 'number' &&
      (facts.replies > 0 ? customers.timeline.replies(facts.replies) : customers.timeline.noReply),
  ].filter(Boolean);
  return parts.length > 0 ? <p className="mt-0.5 text-sm text-faint">{parts.join(' · ')}</p> : null;
}
