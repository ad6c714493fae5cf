import { rights } from '../../../organisation/mandates/mandate.ts';
import { urls } from '../../../urls.ts';
import { useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';

interface FilterProps {
  filter: { department: string; channel: string; right: string; on: string };
  departments: readonly { key: string; name: string }[];
  channels: readonly string[];
}

export function Filter({ filter, departments, channels }: FilterProps) {
  const words = useWords().mandates;
  const any = (label: string) => ({ value: '', label });
  return (
    <search>
      <form action={urls.mandates()} className="grid items-end gap-x-3 sm:grid-cols-3 lg:grid-cols-5">
        <Select
          name="department"
          label={words.department}
          defaultValue={filter.department}
          options={[any(words.all), ...departments.map((one) => ({ value: one.key, label: one.name }))]}
        />
        <Select
          name="channel"
          label={words.channel}
          defaultValue={filter.channel}
          options={[any(words.all), ...channels.map((value) => ({ value, label: value }))]}
        />
        <Select
          name="right"
          label={words.atLeast}
          defaultValue={filter.right}
          options={[any(words.anyRight), ...rights.map((value) => ({ value, label: words.rights[value] }))]}
        />
        <Field name="on" type="date" label={words.on} defaultValue={filter.on} />
        <div className="mb-5">
          <Button icon="search">{words.show}</Button>
        </div>
      </form>
    </search>
  );
}
