import { Form, Link } from 'react-router';
import type { ListData } from '../inbox/listing.ts';
import { placed, viewPlace } from '../inbox/place.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Field, Select } from '../ui/field.tsx';
import { CsrfField } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import type { ArrangingView, FilterChoices } from './arranging-view.ts';
import { WithMany } from './with-many.tsx';

/** Above the list: narrowing it, keeping that under a name, and doing something with many. */
export function Arranging({ list }: { list: ListData }) {
  const { filter, together } = useWords().handling;
  const { place, arranging } = list;
  if (!arranging.canFilter) return null;
  return (
    <div className="border-b border-line px-4 py-1.5">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <Link
          to={placed.inbox({ ...place, narrow: !place.narrow, done: undefined })}
          className="link inline-flex min-h-6 items-center gap-1 text-sm"
        >
          {arranging.isFiltering ? filter.on : filter.open}
          <Icon name="down" className="size-3.5" />
        </Link>
        {arranging.isFiltering && (
          <Link
            to={placed.inbox(viewPlace(place.view))}
            className="link inline-flex min-h-6 items-center text-sm"
          >
            {filter.clear}
          </Link>
        )}
        {arranging.maySelect && list.rows.length > 0 && (
          <Link
            to={placed.inbox({ ...place, select: !place.select, done: undefined })}
            className="link inline-flex min-h-6 items-center text-sm"
          >
            {place.select ? together.stop : together.select}
          </Link>
        )}
      </div>
      {place.narrow && arranging.filters && (
        <div className="pb-2 text-sm">
          <Filtering list={list} filters={arranging.filters} />
          {arranging.isFiltering && <Saving list={list} />}
        </div>
      )}
      {arranging.together && <WithMany list={list} choices={arranging.together} />}
      <Done list={list} done={arranging.done} />
      <Ending list={list} />
    </div>
  );
}

function Filtering({ list: { place }, filters }: { list: ListData; filters: FilterChoices }) {
  const { handling, inbox } = useWords();
  const words = handling.filter;
  const any = { value: '', label: words.any };
  const { filter } = place;
  return (
    <Form method="get" action="/inbox" className="mt-2 grid gap-x-3 sm:grid-cols-2">
      <input type="hidden" name="view" value={place.view} />
      <input type="hidden" name="narrow" value="1" />
      {place.select && <input type="hidden" name="select" value="1" />}
      <Select
        name="label"
        label={words.label}
        defaultValue={filter.label ?? ''}
        options={[any, ...filters.labels.map(({ publicId, path }) => ({ value: publicId, label: path }))]}
      />
      <Select
        name="queue"
        label={words.queue}
        defaultValue={filter.queue ?? ''}
        options={[any, ...filters.queues.map(({ key, name }) => ({ value: key, label: name }))]}
      />
      <Select
        name="assignee"
        label={words.assignee}
        defaultValue={filter.assignee ?? ''}
        options={[
          any,
          { value: 'me', label: words.me },
          { value: 'nobody', label: words.nobody },
          ...filters.colleagues.map(({ publicId, name }) => ({ value: publicId, label: name })),
        ]}
      />
      <Select
        name="channel"
        label={words.channel}
        defaultValue={filter.channel ?? ''}
        options={[any, ...filters.channels.map((channel) => ({ value: channel, label: channel }))]}
      />
      <Select
        name="sentiment"
        label={words.sentiment}
        defaultValue={filter.sentiment ?? ''}
        options={[any, ...Object.entries(inbox.sentiments).map(([value, label]) => ({ value, label }))]}
      />
      <label className="flex min-h-row items-center gap-2 self-end pb-4">
        <input
          type="checkbox"
          name="unread"
          value="1"
          defaultChecked={filter.unread}
          className="size-4 accent-water"
        />
        {words.unread}
      </label>
      <Button size="small" tone="primary">
        {words.submit}
      </Button>
    </Form>
  );
}

function Saving({ list: { place, arranging } }: { list: ListData }) {
  const words = useWords().handling.filter;
  const audiences = arranging.maySaveForAll ? (['own', 'team', 'all'] as const) : (['own', 'team'] as const);
  return (
    <Form
      method="post"
      action={placed.views(place)}
      className="mt-4 grid gap-x-3 border-t border-line pt-3 sm:grid-cols-2"
    >
      <CsrfField />
      <input type="hidden" name="act" value="save" />
      <Field name="name" label={words.name} maxLength={60} />
      <Select
        name="audience"
        label={words.audience}
        options={audiences.map((value) => ({ value, label: words.audiences[value] }))}
      />
      <Button size="small">{words.saveSubmit}</Button>
    </Form>
  );
}

function Done({ list: { place }, done }: { list: ListData; done: ArrangingView['done'] }) {
  const { together } = useWords().handling;
  if (!done) return null;
  if (done === 'none') {
    return (
      <p role="status" className="py-1 text-sm">
        {together.none}
      </p>
    );
  }
  return (
    <Form
      method="post"
      action={placed.together(place)}
      className="flex flex-wrap items-center justify-between gap-2 py-1"
    >
      <CsrfField />
      <input type="hidden" name="act" value="undo" />
      <input type="hidden" name="done" value={done.publicId} />
      <span role="status" className="inline-flex items-center gap-1.5 text-sm font-medium">
        <Icon name="check" className="size-4 text-water" />
        {done.undone ? together.undone : together.done(done.conversations)}
      </span>
      {!done.undone && (
        <Button size="small" icon="reopen">
          {together.undo}
        </Button>
      )}
    </Form>
  );
}

/** The saved view that is open can be taken away by who made it. */
function Ending({ list: { place, arranging } }: { list: ListData }) {
  const words = useWords().handling.saved;
  const open = arranging.saved.find(({ publicId }) => publicId === place.saved);
  if (!open || !(open.mine || arranging.maySaveForAll)) return null;
  return (
    <Form method="post" action={placed.views(place)}>
      <CsrfField />
      <input type="hidden" name="act" value="end" />
      <input type="hidden" name="id" value={open.publicId} />
      <Button size="small" tone="quiet" icon="cross" aria-label={words.end(open.name)}>
        {words.endShort}
      </Button>
    </Form>
  );
}
