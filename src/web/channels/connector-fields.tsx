import type { ConnectorField } from '../../channels/connector.ts';
import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Field, Select } from '../ui/field.tsx';
import { useKindWords } from './kind-words.ts';

interface ConnectorFieldsProps {
  kind: string;
  fields: readonly ConnectorField[];
  answer: FormAnswer | undefined;
  /** What is kept; left out for a new one. */
  kept?: Readonly<Record<string, string>>;
}

/** The fields by which an account of this kind is connected; what belongs together stands together. */
export function ConnectorFields({ fields, ...rest }: ConnectorFieldsProps) {
  const { groups = {} } = useKindWords(rest.kind);
  return chunksOf(fields).map(([first, ...more]) => {
    if (!first) return null;
    const shown = [first, ...more].map((field) => <OneField key={field.name} field={field} {...rest} />);
    if (first.group === undefined) return shown;
    return (
      <fieldset key={first.group} className="mb-4">
        <legend className="mb-2 font-medium">{groups[first.group]}</legend>
        <div className="grid gap-x-4 sm:grid-cols-2">{shown}</div>
      </fieldset>
    );
  });
}

/** Neighbours of one group together, every other field by itself. */
function chunksOf(fields: readonly ConnectorField[]): ConnectorField[][] {
  const chunks: ConnectorField[][] = [];
  for (const field of fields) {
    const last = chunks.at(-1);
    if (last && field.group !== undefined && last[0]?.group === field.group) last.push(field);
    else chunks.push([field]);
  }
  return chunks;
}

const types = { text: 'text', email: 'email', url: 'url', number: 'text', secret: 'password' } as const;

function OneField({
  field,
  kind,
  answer,
  kept,
}: Omit<ConnectorFieldsProps, 'fields'> & { field: ConnectorField }) {
  const { form } = useWords().channels;
  const said = useKindWords(kind).fields[field.name];
  if (!said) throw new Error(`no words for the field ${field.name} of ${kind}`);
  const value = kept?.[field.name] ?? field.initial;
  const around = { name: field.name, label: said.label, answer, defaultValue: value };
  if (field.kind === 'choice') {
    const options = (field.choices ?? []).map((value) => ({ value, label: said.choices?.[value] ?? value }));
    const hint = said.hint === undefined ? {} : { hint: said.hint };
    return <Select {...around} {...hint} options={options} defaultValue={value ?? options[0]?.value} />;
  }
  const keeps = field.kind === 'secret' && kept !== undefined;
  const hint = keeps ? form.kept : said.hint;
  return (
    <Field
      {...around}
      {...(hint === undefined ? {} : { hint })}
      optional={keeps || field.optional === true}
      type={types[field.kind]}
      {...(field.kind === 'number' && { inputMode: 'numeric' })}
      autoComplete={field.kind === 'secret' ? 'new-password' : 'off'}
      readOnly={kept !== undefined && field.fixed === true}
    />
  );
}
