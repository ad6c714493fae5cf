import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { Halves, Handled, LabelLine } from '../handling/handled.tsx';
import { HandlingForm } from '../handling/handling-form.tsx';
import type { HandlingView } from '../handling/handling-view.ts';
import { More } from '../handling/more.tsx';
import { Asleep, SnoozingForm } from '../handling/snoozing-form.tsx';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Followers } from '../notifying/followers.tsx';
import { PresentLine } from '../notifying/present.tsx';
import { useLooking } from '../notifying/use-looking.ts';
import { WorkPanel } from '../routing/work-panel.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { AssigningForm } from './assigning-form.tsx';
import { ClosingForm } from './closing-form.tsx';
import { FirstMark, NetworkMark } from './marks.tsx';
import { NamedPieces } from './named-pieces.tsx';
import type { Opened } from './opening.ts';
import { type Place, placed } from './place.ts';
import type { Acts } from './use-acts.ts';

interface ConversationHeadProps {
  opened: Opened;
  name: string;
  acts: Acts;
  place: Place;
  next: string | null;
}

/** Who, where, how it stands, who has it, and the two decisions: whose it is and whether it is done. */
export function ConversationHead({ opened, name, acts, place, next }: ConversationHeadProps) {
  const { list } = useWords().inbox;
  const present = useLooking(opened.id, opened.present);
  return (
    <header className="talk-head">
      <p className="mb-2 md:hidden">
        <Link to={placed.inbox(place)} className="link inline-flex min-h-row items-center gap-1 text-sm">
          <Icon name="previous" className="size-4" />
          {list.backToList}
        </Link>
      </p>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h1 className="text-xl">
          <PersonName opened={opened} name={name} />
        </h1>
        {opened.mayAnswer && opened.state !== 'done' && (
          <div className="flex flex-wrap items-center gap-2">
            <AssigningForm opened={opened} acting={acts.assign} />
            <First opened={opened} place={place} />
            {opened.handling && <SnoozingForm opened={opened} handling={opened.handling} place={place} />}
            {opened.handling && <More opened={opened} handling={opened.handling} place={place} />}
            <ClosingForm opened={opened} acting={acts.close} next={next} />
          </div>
        )}
      </div>
      <Where opened={opened} />
      <PresentLine present={present} />
      <Followers id={opened.id} followers={opened.followers} place={place} />
      <Waiting opened={opened} />
      {opened.handling && <Handling opened={opened} handling={opened.handling} place={place} />}
      {opened.work && <WorkPanel opened={opened} work={opened.work} place={place} />}
      <NamedPieces opened={opened} />
    </header>
  );
}

function Handling(props: { opened: Opened; handling: HandlingView; place: Place }) {
  return (
    <>
      <Asleep {...props} />
      <Halves {...props} />
      <LabelLine {...props} />
      <Handled {...props} />
    </>
  );
}

/** Before all others, until it is done: a press puts it there, another takes it back. */
function First({ opened: { id, first }, place }: Pick<ConversationHeadProps, 'opened' | 'place'>) {
  const { priority } = useWords().handling;
  return (
    <HandlingForm act="priority" id={id} place={place} hidden={{ priority: first ? '0' : '1' }}>
      <Button id="first" size="small" icon="rising" title={first ? priority.lowerWhy : priority.raiseWhy}>
        {first ? priority.lower : priority.raise}
      </Button>
    </HandlingForm>
  );
}

function PersonName({ opened, name }: { opened: Opened; name: string }) {
  const { conversation } = useWords().inbox;
  if (!opened.person) return name;
  return (
    <Link
      to={urls.customer(opened.person.publicId)}
      title={conversation.toCustomer}
      className="underline decoration-line decoration-2 underline-offset-4 hover:decoration-water"
    >
      {name}
    </Link>
  );
}

function Where({ opened }: { opened: Opened }) {
  const { inbox } = useWords();
  const { channel, account, audience, queue, substate } = opened;
  const state = opened.handling?.snoozed ? 'snoozed' : opened.state;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
      <span className="flex items-center gap-1.5">
        <NetworkMark channel={channel} />
        {account}
      </span>
      <span className="flex items-center gap-1" title={inbox.audienceWhy[audience]}>
        <Icon name={audience === 'public' ? 'globe' : 'lock'} className="size-4" />
        {inbox.audience[audience]}
      </span>
      <span>{inbox.conversation.queue(queue)}</span>
      {opened.first && <FirstMark />}
      <Badge tone={state === 'done' || state === 'waiting' ? 'neutral' : 'water'}>
        {inbox.states[state]}
        {substate && `: ${substate.name}`}
      </Badge>
    </div>
  );
}

function Waiting({ opened: { waiting, state } }: { opened: Opened }) {
  const { conversation } = useWords().inbox;
  const { duration, moment } = useFormats();
  if (state === 'done') return null;
  if (!waiting) return <p className="mt-1 text-sm text-faint">{conversation.nobodyWaits}</p>;
  const inHours = waiting.hoursSeconds >= 60;
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-sm">
      <Icon name="clock" className="size-4 text-soft" />
      <span title={conversation.since(moment(waiting.since))}>
        {inHours
          ? conversation.waitsHours(duration(waiting.hoursSeconds))
          : conversation.waits(duration(waiting.clockSeconds))}
      </span>
    </p>
  );
}
