import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { moments } from '../../conversations/resting/snooze.ts';
import type { ListData } from '../inbox/listing.ts';
import { placed } from '../inbox/place.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Field, Select } from '../ui/field.tsx';
import { CsrfField } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import type { TogetherChoices } from './arranging-view.ts';

interface WithManyProps {
  list: ListData;
  choices: TogetherChoices;
}

/** What can be done with what is ticked in the list; one form, and the button says which. Works without script. */
export function WithMany({ list, choices }: WithManyProps) {
  const { handling, inbox } = useWords();
  const words = handling.together;
  const { place, asOf, arranging, counts } = list;
  const filters = arranging.filters;
  if (!filters) return null;
  const counted = arranging.isFiltering || place.view === 'done' ? null : counts[place.view];
  const n = Math.min(counted?.n ?? choices.most, choices.most);
  return (
    <Form
      key={arranging.done === 'none' ? 'none' : arranging.done?.publicId}
      id="together"
      method="post"
      action={placed.together(place)}
      className="mt-2 space-y-1 text-sm"
    >
      <CsrfField />
      <input type="hidden" name="asOf" value={asOf} />
      <label className="flex min-h-6 items-center gap-2">
        <input type="checkbox" name="all" value="1" className="size-4 accent-water" />
        {words.all(n, counted === null || counted.more)}
      </label>
      <p className="font-medium">{words.act}</p>
      <Part act="assign" title={words.assign}>
        <Select
          name="to"
          label={words.to}
          options={[
            { value: 'me', label: words.me },
            { value: '', label: words.nobody },
            ...filters.colleagues.map(({ publicId, name }) => ({ value: publicId, label: name })),
          ]}
        />
      </Part>
      <Part act="close" title={words.close}>
        <Select
          name="reason"
          label={words.why}
          options={[
            { value: 'no_answer_needed', label: inbox.closing.no_answer_needed },
            { value: 'answered', label: inbox.closing.answered },
          ]}
        />
      </Part>
      <Part act="snooze" title={words.snooze}>
        <Select
          name="moment"
          label={words.until}
          options={[
            ...moments.map((value) => ({ value, label: handling.snooze.moments[value] })),
            { value: 'reply', label: handling.snooze.reply },
          ]}
        />
      </Part>
      {filters.labels.length > 0 && (
        <Part act="label" title={words.label}>
          <Select
            name="label"
            label={words.which}
            options={filters.labels.map(({ publicId, path }) => ({ value: publicId, label: path }))}
          />
        </Part>
      )}
      <Prioritising />
      {filters.queues.length > 1 && (
        <Part act="queue" title={words.queue}>
          <Select
            name="queue"
            label={words.where}
            options={filters.queues.map(({ key, name }) => ({ value: key, label: name }))}
          />
          <Field name="why" label={words.reason} maxLength={500} />
        </Part>
      )}
    </Form>
  );
}

function Prioritising() {
  const { priority, together } = useWords().handling;
  return (
    <Part act="priority" title={together.priority}>
      <Select
        name="priority"
        label={together.priority}
        options={[
          { value: '1', label: priority.raise },
          { value: '0', label: priority.lower },
        ]}
      />
    </Part>
  );
}

/** One act behind its name, with what it needs to know. */
function Part({ act, title, children }: { act: string; title: string; children: ReactNode }) {
  return (
    <details name="together" className="rounded-md border border-line px-3 py-1">
      <summary className="flex min-h-6 items-center justify-between">
        {title}
        <Icon name="down" className="size-3.5" />
      </summary>
      <div className="mt-2">
        {children}
        <Button size="small" tone="primary" name="act" value={act}>
          {title}
        </Button>
      </div>
    </details>
  );
}
