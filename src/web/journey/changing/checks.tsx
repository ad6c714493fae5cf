import { Link } from 'react-router';
import { urls } from '../../../urls.ts';
import type { FormAnswer } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { Act } from '../../privacy/act.tsx';
import { Card } from '../../ui/card.tsx';
import { Table } from '../../ui/table.tsx';
import { type NoteView, saidOf } from './note-view.ts';
import { Tick } from './tick.tsx';

interface ChecksProps {
  notes: readonly NoteView[];
  /** What is on, or was gone through: how many of each list are in order. */
  capabilities: readonly {
    key: string;
    name: string;
    lists: readonly { list: string; k: number; n: number }[];
  }[];
  steers: boolean;
  answer: FormAnswer | undefined;
}

const siteItems = ['forum', 'chat', 'form', 'comments', 'reviews'] as const;

/** Process, people and technology of each capability that is on, and what the own site offers. */
export function Checks({ notes, capabilities, steers, answer }: ChecksProps) {
  const catalogue = useWords();
  const words = catalogue.journeying.team;
  const { lists, of } = catalogue.pilots.capability;
  const site = saidOf(notes, 'site', 'site');
  return (
    <Card title={words.checks}>
      <p className="mb-3 max-w-prose text-soft">{words.checksLead}</p>
      <Table
        caption={words.capability}
        hideCaption
        wide
        rows={capabilities}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'name',
            label: words.capability,
            heading: true,
            cell: ({ key, name }) => (
              <Link to={urls.capability(key)} className="link">
                {name}
              </Link>
            ),
          },
          ...(['process', 'people', 'technology'] as const).map((key) => ({
            key,
            label: lists[key],
            cell: (row: (typeof capabilities)[number]) => {
              const own = row.lists.find(({ list }) => list === key);
              return own ? of(own.k, own.n) : '–';
            },
          })),
        ]}
      />
      <h3 className="mt-5 text-base">{words.site}</h3>
      <ul className="text-soft">
        {siteItems.map((item) => (
          <li key={item}>
            {words.siteItems[item]}: {site[item] === true ? words.has : words.hasNot}
          </li>
        ))}
      </ul>
      {steers && (
        <div className="mt-3 max-w-md print:hidden">
          <Act act="site" label={words.siteChange} send={words.save} answer={answer}>
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
