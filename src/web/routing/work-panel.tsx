import type { Opened } from '../inbox/opening.ts';
import type { Place } from '../inbox/place.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { RatedHere } from '../rules/rated-here.tsx';
import { RuledHere } from '../rules/ruled-here.tsx';
import { Button } from '../ui/button.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { ReasonsSaid } from './conditions-said.tsx';
import { HandOvers } from './hand-overs-here.tsx';
import { WorkForm } from './work-form.tsx';
import type { WorkView } from './work-view.ts';

interface WorkPanelProps {
  opened: Opened;
  work: WorkView;
  place: Place;
}

/** What other departments were asked, and behind a fold why the conversation is here and how it goes elsewhere. */
export function WorkPanel({ opened, work, place }: WorkPanelProps) {
  const words = useWords().routing.why;
  return (
    <>
      <HandOvers opened={opened} work={work} place={place} />
      <details id="why-here" className="mt-1.5 text-sm">
        <summary className="inline-flex min-h-6 cursor-pointer items-center gap-1 text-soft">
          {words.title}
          <Icon name="down" className="size-3.5" />
        </summary>
        <div className="mt-1 grid gap-4 rounded-md border border-line p-3 lg:grid-cols-2">
          <div>
            <Whys work={work} />
            <Assignments work={work} />
            <RuledHere ruled={work.ruled} />
            <RatedHere ratings={work.ratings} />
          </div>
          {work.queues.length > 0 && (
            <WorkForm act="move" id={opened.id} place={place}>
              <Select name="queue" label={words.move} options={work.queues} />
              <Field name="reason" label={words.moveReason} maxLength={500} />
              <Button size="small">{words.moveSubmit}</Button>
            </WorkForm>
          )}
        </div>
      </details>
    </>
  );
}

function Whys({ work: { why, choices } }: { work: WorkView }) {
  const words = useWords().routing.why;
  const { moment } = useFormats();
  if (why.length === 0) return <p className="text-soft">{words.unruled}</p>;
  return (
    <ul className="space-y-2">
      {why.map((one) => (
        <li key={one.at + one.queue}>
          <p>
            {one.rule
              ? words.byRule(one.rule, one.queue)
              : one.reason
                ? words.byPerson(one.movedBy ?? words.system, one.queue)
                : words.noRule(one.queue)}
          </p>
          {one.because.length > 0 && (
            <p className="text-soft">
              <ReasonsSaid because={one.because} choices={choices} />
            </p>
          )}
          {one.passed.map(({ rule, why }) => (
            <p key={rule + why} className="text-soft">
              {words.passed[why](rule)}
            </p>
          ))}
          {one.reason && <p>{words.reason(one.reason)}</p>}
          <p className="text-xs text-faint">{moment(one.at)}</p>
        </li>
      ))}
    </ul>
  );
}

function Assignments({ work: { assignments } }: { work: WorkView }) {
  const words = useWords().work.assigned;
  const { moment } = useFormats();
  if (assignments.length === 0) return null;
  const saidWhy = (reason: string) =>
    reason === 'went-home' || reason === 'left' ? words[reason] : words.reason(reason);
  return (
    <>
      <h3 className="mt-3 mb-1 font-medium">{words.title(assignments.length)}</h3>
      <ul className="space-y-1">
        {assignments.map(({ to, at, by, reason, endedAt, endReason }) => (
          <li key={at + to}>
            {words.to(to, moment(at))}
            {by && by !== to && <span className="text-soft">, {words.by(by)}</span>}
            {reason && <span className="block text-soft">{saidWhy(reason)}</span>}
            {endedAt && <span className="block text-xs text-faint">{words.ended(moment(endedAt))}</span>}
            {endReason && endReason !== reason && (
              <span className="block text-soft">{saidWhy(endReason)}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
