import type { Opened } from '../inbox/opening.ts';
import type { Place } from '../inbox/place.ts';
import { Popover } from '../inbox/popover.tsx';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Select, Textarea } from '../ui/field.tsx';
import { HandlingForm } from './handling-form.tsx';
import type { HandlingView } from './handling-view.ts';

interface MoreProps {
  opened: Opened;
  handling: HandlingView;
  place: Place;
}

/** What is done now and then: a label, an own name, merging, splitting. Each shows only where there is something to do. */
export function More(props: MoreProps) {
  const { handling } = useWords();
  return (
    <Popover id="handling" label={handling.more} doneBy={props.handling.acts[0]?.publicId}>
      <div className="[&>*+*]:mt-4 [&>*+*]:border-t [&>*+*]:border-line [&>*+*]:pt-4">
        <AddLabel {...props} />
        <Naming {...props} />
        <GoingPrivate {...props} />
        <Merging {...props} />
        <Splitting {...props} />
        <Unread {...props} />
      </div>
    </Popover>
  );
}

function AddLabel({ opened, handling: { allLabels, labels }, place }: MoreProps) {
  const words = useWords().handling.labels;
  const free = allLabels.filter((one) => !labels.some(({ publicId }) => publicId === one.publicId));
  if (allLabels.length === 0) return <p className="text-sm text-soft">{words.none}</p>;
  if (free.length === 0) return null;
  return (
    <HandlingForm act="label" id={opened.id} place={place}>
      <Select
        name="label"
        label={words.add}
        options={free.map(({ publicId, path }) => ({ value: publicId, label: path }))}
      />
      <Button size="small">{words.submit}</Button>
    </HandlingForm>
  );
}

function Naming({ opened, handling: { substates, substate }, place }: MoreProps) {
  const words = useWords().handling.substate;
  if (substates.length === 0) return null;
  return (
    <HandlingForm act="substate" id={opened.id} place={place}>
      <Select
        key={substate?.publicId ?? ''}
        name="substate"
        label={words.title}
        defaultValue={substate?.publicId ?? ''}
        options={[
          { value: '', label: words.none },
          ...substates.map(({ publicId, name }) => ({ value: publicId, label: name })),
        ]}
      />
      <Button size="small">{words.submit}</Button>
    </HandlingForm>
  );
}

function GoingPrivate({ opened, handling: { halves }, place }: MoreProps) {
  const words = useWords().handling.private;
  if (opened.audience !== 'public' || halves.onward || !opened.mayAnswer || opened.state === 'done')
    return null;
  return (
    <HandlingForm act="private" id={opened.id} place={place} hidden={{ version: String(opened.version) }}>
      <Textarea name="text" label={words.title} hint={words.hint} defaultValue={words.proposal} rows={3} />
      <Button size="small" icon="lock">
        {words.submit}
      </Button>
    </HandlingForm>
  );
}

function Merging({ opened, handling: { mergeable }, place }: MoreProps) {
  const words = useWords().handling.merge;
  const { moment } = useFormats();
  if (mergeable.length === 0) return null;
  return (
    <HandlingForm act="merge" id={opened.id} place={place}>
      <Select
        name="into"
        label={words.into}
        hint={words.hint}
        options={mergeable.map(({ publicId, preview, lastMessageAt }) => ({
          value: publicId,
          label: words.option(preview, moment(lastMessageAt)),
        }))}
      />
      <Button size="small">{words.submit}</Button>
    </HandlingForm>
  );
}

function Unread({ opened, place }: MoreProps) {
  return (
    <HandlingForm act="unread" id={opened.id} place={place}>
      <Button size="small">{useWords().handling.unread}</Button>
    </HandlingForm>
  );
}

function Splitting({ opened, place }: MoreProps) {
  const words = useWords().handling.split;
  const said = opened.messages.filter(({ kind }) => kind !== 'note');
  if (said.length < 2 || opened.state === 'done') return null;
  return (
    <HandlingForm act="split" id={opened.id} place={place}>
      <fieldset>
        <legend className="font-medium">{words.choose}</legend>
        <p className="mb-2 text-sm text-soft">{words.hint}</p>
        <ul className="mb-3 max-h-48 space-y-1 overflow-y-auto">
          {opened.messages.map(({ publicId, text, author }) => (
            <li key={publicId}>
              <label className="flex min-h-6 items-start gap-2 text-sm">
                <input
                  type="checkbox"
                  name={`message.${publicId}`}
                  value="1"
                  className="mt-1 size-4 shrink-0 accent-water"
                />
                <span className="line-clamp-2 break-words">{author ? `${author}: ${text}` : text}</span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <Button size="small">{words.submit}</Button>
    </HandlingForm>
  );
}
