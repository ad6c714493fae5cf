import type { FormAnswer } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { Act } from '../../privacy/act.tsx';
import { Card } from '../../ui/card.tsx';
import { Select } from '../../ui/field.tsx';
import { Table } from '../../ui/table.tsx';
import { type NoteView, saidOf } from './note-view.ts';
import { Tick } from './tick.tsx';

interface ChecksProps {
  notes: readonly NoteView[];
  capabilities: readonly { key: string; name: string }[];
  steers: boolean;
  answer: FormAnswer | undefined;
}

const siteItems = ['forum', 'chat', 'form', 'comments', 'reviews'] as const;

/** Process, people and technology of each capability that was checked, and what the own site offers. */
export function Checks({ notes, capabilities, steers, answer }: ChecksProps) {
  const words = useWords().journeying.team;
  const checked = notes.filter(({ kind }) => kind === 'checklist');
  const nameOf = (key: string) => capabilities.find((one) => one.key === key)?.name ?? key;
  const site = saidOf(notes, 'site', 'site');
  const so = (value: unknown) => (value === true ? words.in_order : words.not_yet);
  return (
    <Card title={words.checks}>
      <p className="mb-3 max-w-prose text-soft">{words.checksLead}</p>
      {checked.length > 0 && (
        <Table
          caption={words.checks}
          hideCaption
          wide
          rows={checked}
          rowKey={({ about }) => about}
          columns={[
            { key: 'name', label: words.capability, heading: true, cell: ({ about }) => nameOf(about) },
            ...(['process', 'people', 'technology'] as const).map((key) => ({
              key,
              label: words[key].split(':')[0] ?? key,
              cell: ({ said }: NoteView) => so(said[key]),
            })),
          ]}
        />
      )}
      <h3 className="mt-4 text-base">{words.site}</h3>
      <ul className="text-soft">
        {siteItems.map((item) => (
          <li key={item}>
            {words.siteItems[item]}: {site[item] === true ? words.has : words.hasNot}
          </li>
        ))}
      </ul>
      {steers && (
        <div className="mt-4 grid grid-cols-[minmax(0,1fr)] items-start gap-3 print:hidden sm:grid-cols-2">
          <Act act="check" label={words.checks} answer={answer}>
            <Select
              name="capability"
              label={words.capability}
              options={capabilities.map(({ key, name }) => ({ value: key, label: name }))}
            />
            <div className="mb-4">
              <Tick name="process" label={words.process} ticked={false} />
              <Tick name="people" label={words.people} ticked={false} />
              <Tick name="technology" label={words.technology} ticked={false} />
            </div>
          </Act>
          <Act act="site" label={words.site} answer={answer}>
            <div className="mb-4">
              {siteItems.map((item) => (
                <Tick key={item} name={item} label={words.siteItems[item]} ticked={site[item] === true} />
              ))}
            </div>
          </Act>
        </div>
      )}
    </Card>
  );
}
