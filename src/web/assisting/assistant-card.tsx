import { useFormats, useWords } from '../layout/frame.tsx';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { Table } from '../ui/table.tsx';
import type { AssistantView } from './assistant-view.ts';

/** Whether software beyond Polder's own reads messages, where their text then goes, and how it went. */
export function AssistantCard({ assistant }: { assistant: AssistantView }) {
  const { settings } = useWords().assisting;
  const { languageModel, transformer, lately } = assistant;
  const some = languageModel !== null || transformer !== null;
  return (
    <Card title={settings.title}>
      <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
        <Part title={settings.languageModel} name={languageModel?.name ?? null}>
          {languageModel ? <LanguageModel model={languageModel} /> : <p>{settings.offWhy}</p>}
        </Part>
        <Part title={settings.transformer} name={transformer?.name ?? null}>
          <Transformer transformer={transformer} />
        </Part>
      </div>
      {some && <p className="mt-3 max-w-prose">{settings.never}</p>}
      {some && <Lately lately={lately} />}
    </Card>
  );
}

function Part({ title, name, children }: { title: string; name: string | null; children: React.ReactNode }) {
  const { settings } = useWords().assisting;
  return (
    <div>
      <h3 className="mb-1 flex flex-wrap items-center gap-2 text-base">
        {title}
        <Badge tone={name === null ? 'neutral' : 'water'}>{name === null ? settings.off : settings.on}</Badge>
        {name !== null && <span className="min-w-0 text-sm font-normal break-all text-soft">{name}</span>}
      </h3>
      <div className="max-w-prose space-y-1.5 text-sm text-soft">{children}</div>
    </div>
  );
}

function LanguageModel({ model }: { model: NonNullable<AssistantView['languageModel']> }) {
  const { settings } = useWords().assisting;
  const { number, time } = useFormats();
  const { host, place, perDay, restsUntil } = model;
  return (
    <>
      <p className="text-ink">{place === 'outside' ? settings.outside(host) : settings.local(host)}</p>
      {place === 'local' && <p>{settings.localWhy}</p>}
      <p>{settings.leaves}</p>
      <p>{settings.stays}</p>
      <p>{settings.perDay(number(perDay))}</p>
      {restsUntil && <p className="font-medium text-clay">{settings.resting(time(restsUntil))}</p>}
    </>
  );
}

function Transformer({ transformer }: Pick<AssistantView, 'transformer'>) {
  const { settings } = useWords().assisting;
  const { list } = useFormats();
  if (!transformer) return <p>{settings.transformerOff}</p>;
  const { heads } = transformer;
  return <p>{heads.length > 0 ? settings.answersHeads(list(heads)) : settings.answersNothing}</p>;
}

function Lately({ lately }: Pick<AssistantView, 'lately'>) {
  const { settings, outcomes } = useWords().assisting;
  const { number } = useFormats();
  if (lately.length === 0) return <p className="mt-3 text-sm text-soft">{settings.nothingAsked}</p>;
  return (
    <div className="mt-4 max-w-prose">
      <Table
        caption={settings.caption}
        columns={[
          {
            key: 'outcome',
            label: settings.outcome,
            heading: true,
            cell: ({ source, outcome }) =>
              `${source === 'assistant' ? settings.languageModel : settings.transformer}: ${outcomes[outcome]}`,
          },
          { key: 'n', label: settings.count, figures: true, cell: ({ n }) => number(n) },
        ]}
        rows={lately}
        rowKey={({ source, outcome }) => `${source} ${outcome}`}
      />
    </div>
  );
}
