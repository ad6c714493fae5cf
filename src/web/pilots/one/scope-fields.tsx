import { useFormats, useWords } from '../../layout/frame.tsx';
import { Field, type Option, Select } from '../../ui/field.tsx';
import type { Written } from './plan-view.ts';

export interface ScopeChoices {
  readonly channels: readonly string[];
  readonly departments: readonly Option[];
  readonly people: readonly Option[];
  /** `calendar:KEY:VERSION` of calendars that exist. */
  readonly calendars: readonly Option[];
}

interface ScopeFieldsProps {
  at: number;
  written: Written;
  choices: ScopeChoices;
}

/** The bounds of one phase. What is left empty restricts nothing. */
export function ScopeFields({ at, written, choices }: ScopeFieldsProps) {
  const { plan: words } = useWords().piloting;
  const { list } = useFormats();
  const name = (field: string) => `p${at}.${field}`;
  const of = (field: string) => written[name(field)] ?? '';
  const options = <Key extends string>(said: Readonly<Record<Key, string>>) =>
    (Object.keys(said) as Key[]).map((value) => ({ value, label: said[value] }));
  const hours = [
    ...options(words.opennesses),
    ...choices.calendars.map(({ value, label }) => ({ value, label: words.calendar(label) })),
  ];
  return (
    <>
      <Field
        name={name('channels')}
        label={words.channels}
        hint={choices.channels.length > 0 ? words.channelsHint(list(choices.channels)) : ''}
        defaultValue={of('channels')}
        optional
      />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Select
          name={name('hours')}
          label={words.openness}
          options={hours}
          defaultValue={of('hours') || 'none'}
        />
        <Select
          name={name('approval')}
          label={words.approval}
          options={options(words.approvals)}
          defaultValue={of('approval') || 'any'}
        />
      </div>
      <details className="mb-5">
        <summary className="link inline-flex py-1">{words.more}</summary>
        <div className="mt-3 grid gap-x-4 sm:grid-cols-2">
          <Select
            name={name('department')}
            label={words.scopeDepartment}
            options={[{ value: '', label: words.everyDepartment }, ...choices.departments]}
            defaultValue={of('department')}
          />
          <Select
            name={name('visibility')}
            label={words.visibility}
            options={options(words.visibilities)}
            defaultValue={of('visibility') || 'any'}
          />
          <Field
            name={name('people')}
            label={words.scopePeople}
            hint={words.scopePeopleHint}
            defaultValue={of('people')}
            optional
          />
          <Field name={name('topics')} label={words.topics} defaultValue={of('topics')} optional />
          <Field name={name('products')} label={words.products} defaultValue={of('products')} optional />
          <Field name={name('languages')} label={words.languages} defaultValue={of('languages')} optional />
          <Amounts at={at} written={written} />
        </div>
      </details>
    </>
  );
}

/** How often, and for how much. */
function Amounts({ at, written }: Pick<ScopeFieldsProps, 'at' | 'written'>) {
  const { plan: words } = useWords().piloting;
  const name = (field: string) => `p${at}.${field}`;
  const of = (field: string) => written[name(field)] ?? '';
  const periods = (['day', 'week', 'month'] as const).map((value) => ({ value, label: words.caps[value] }));
  return (
    <>
      <Field name={name('cap')} label={words.cap} inputMode="numeric" defaultValue={of('cap')} optional />
      <Select
        name={name('capPer')}
        label={words.capPer}
        options={periods}
        defaultValue={of('capPer') || 'day'}
      />
      <Field
        name={name('eur')}
        label={words.budgetEuros}
        inputMode="decimal"
        defaultValue={of('eur')}
        optional
      />
      <Field
        name={name('work')}
        label={words.budgetHours}
        inputMode="decimal"
        defaultValue={of('work')}
        optional
      />
    </>
  );
}
