import { type Target, targets } from '../../channels/file/headings.ts';
import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { fieldOf } from './column-field.ts';
import type { Job } from './import-page.tsx';
import type { PreviewTable } from './previewing.ts';

/** What decides most about the figures stands first; the rest is folded away. */
const main: readonly Target[] = ['text', 'author', 'at', 'inbound', 'replyTo', 'id'];
const rest: readonly Target[] = targets.filter((target) => !main.includes(target));

interface MappingFieldsProps {
  table: PreviewTable;
  answer: FormAnswer | undefined;
}

/** A list of headings for every meaning. Optional in HTML, all of them: a file need not have them. */
export function MappingFields({ table, answer }: MappingFieldsProps) {
  const { mapping } = useWords().imports;
  const chosen = rest.filter((target) => table.mapping[target] !== undefined).length;
  return (
    <fieldset className="mb-2">
      <legend className="mb-1 text-lg font-semibold">{mapping.title}</legend>
      <p className="mb-4 text-soft">{mapping.why}</p>
      <div className="grid gap-x-6 md:grid-cols-2">
        {main.map((target) => (
          <ColumnSelect key={target} target={target} table={table} answer={answer} />
        ))}
      </div>
      <details className="mb-5">
        <summary className="link inline-flex items-center gap-1.5 py-1">
          <Icon name="down" className="size-4" />
          {mapping.more} ({mapping.moreCount(chosen)})
        </summary>
        <div className="mt-3 grid gap-x-6 md:grid-cols-2">
          {rest.map((target) => (
            <ColumnSelect key={target} target={target} table={table} answer={answer} />
          ))}
        </div>
      </details>
    </fieldset>
  );
}

function ColumnSelect({ target, table, answer }: MappingFieldsProps & { target: Target }) {
  const { targets: names, mapping, without } = useWords().imports;
  const chosen = table.mapping[target] ?? '';
  const headings = [...new Set(table.headings)].filter((heading) => heading !== '');
  const missing = chosen === '' && target in without ? without[target as keyof typeof without] : undefined;
  return (
    <Select
      // Chosen anew after each look at the file.
      key={chosen}
      name={fieldOf(target)}
      label={names[target]}
      {...(missing && { hint: missing })}
      optional={target !== 'text'}
      answer={answer}
      defaultValue={chosen}
      options={[
        { value: '', label: mapping.leaveOut },
        ...headings.map((heading) => ({ value: heading, label: heading })),
      ]}
    />
  );
}

export function PlaceFields({ job, answer }: { job: Job; answer: FormAnswer | undefined }) {
  const { place } = useWords().imports;
  return (
    <div className="grid gap-x-6 md:grid-cols-2">
      <Field
        name="channel"
        label={place.channel}
        hint={place.channelHint}
        optional
        autoComplete="off"
        defaultValue={job.channel ?? ''}
        answer={answer}
      />
      <Field
        name="account"
        label={place.account}
        hint={place.accountHint}
        optional
        autoComplete="off"
        defaultValue={job.account ?? ''}
        answer={answer}
      />
    </div>
  );
}
