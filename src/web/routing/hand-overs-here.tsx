import type { Opened } from '../inbox/opening.ts';
import type { Place } from '../inbox/place.ts';
import { useFormats, useNow, useWords } from '../layout/frame.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Select, Textarea } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { Lines } from './lines.tsx';
import { WorkForm } from './work-form.tsx';
import type { WorkView } from './work-view.ts';

interface HandOversProps {
  opened: Opened;
  work: WorkView;
  place: Place;
}

/** Questions to other departments about this conversation, with their answers, and the way to ask one. */
export function HandOvers({ opened, work, place }: HandOversProps) {
  const words = useWords().work.handOvers;
  return (
    <>
      {work.handOvers.length > 0 && (
        <ul className="mt-2 max-h-64 space-y-2 overflow-y-auto">
          {work.handOvers.map((one) => (
            <li key={one.id} className="rounded-md border border-line bg-surface px-3 py-2 text-sm">
              <One one={one} opened={opened} place={place} />
            </li>
          ))}
        </ul>
      )}
      {work.departments.length > 0 && (
        <details id="hand-over" className="mt-1.5 text-sm">
          <summary className="inline-flex min-h-6 cursor-pointer items-center gap-1 text-soft">
            {words.ask}
            <Icon name="down" className="size-3.5" />
          </summary>
          <div className="mt-1 rounded-md border border-line p-3">
            <WorkForm act="hand-over" id={opened.id} place={place}>
              <p className="mb-3 text-soft">{words.askHint}</p>
              <Select name="department" label={words.department} options={work.departments} />
              <Textarea name="question" label={words.askWhat} rows={3} maxLength={4000} />
              <Button size="small" tone="primary">
                {words.askSubmit}
              </Button>
            </WorkForm>
          </div>
        </details>
      )}
    </>
  );
}

interface OneProps {
  one: WorkView['handOvers'][number];
  opened: Opened;
  place: Place;
}

function One({ one, opened, place }: OneProps) {
  const words = useWords().work.handOvers;
  const { moment } = useFormats();
  const now = useNow();
  const isOpen = one.endedAt === null;
  const isLate = isOpen && one.dueAt !== null && one.dueAt < now;
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{words.asked(one.department)}</span>
        <Badge tone={isLate ? 'attention' : one.outcome === 'answered' ? 'water' : 'neutral'}>
          {one.outcome ? words.outcomes[one.outcome] : isLate ? words.late : words.running}
        </Badge>
        {isOpen && one.dueAt && <span className="text-soft">{words.dueAt(moment(one.dueAt))}</span>}
        {isOpen && one.takenBy && <span className="text-soft">{words.takenBy(one.takenBy)}</span>}
      </p>
      <Lines lines={one.lines} />
      {isOpen && opened.mayAnswer && (
        <div className="mt-2 flex flex-wrap items-start gap-2">
          <details>
            <summary className="link cursor-pointer py-1">{words.askOn}</summary>
            <WorkForm act="ask-on" id={opened.id} place={place} hidden={{ handOver: one.id }}>
              <Textarea name="question" label={words.askWhat} rows={2} maxLength={4000} />
              <Button size="small">{words.askSubmit}</Button>
            </WorkForm>
          </details>
          <WorkForm act="withdraw" id={opened.id} place={place} hidden={{ handOver: one.id }}>
            <Button size="small" tone="quiet">
              {words.withdraw}
            </Button>
          </WorkForm>
        </div>
      )}
    </>
  );
}
