import { z } from 'zod';
import { readWebhook } from '../../channels/webhook/reading.ts';
import { webhookSettings } from '../../channels/webhook/settings.ts';
import { getConnection } from '../../listening/connecting/connection.ts';
import { requires } from '../../organisation/authority.ts';
import type { Context } from '../../platform/context.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { again, readForm } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Textarea } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/sample-page.ts';

async function getPaths(ctx: Context, id: string) {
  requires(ctx.actor, 'channel.manage');
  const { connector, name, settings } = await getConnection(ctx, id);
  if (connector !== 'webhook') throw new Refusal('not-found.channel-connection', { id });
  return { name, paths: webhookSettings.parse(settings) };
}

export async function loader({ context, params }: Route.LoaderArgs) {
  const { name } = await getPaths(pageContext(context).context, params.id);
  return { id: params.id, name };
}

const schema = z.object({ sample: z.string().min(1).max(500_000) });
const shown = 20;

export async function action({ context, params, request }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  const { paths } = await getPaths(ctx, params.id);
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  const { given } = form;
  try {
    const body = Buffer.from(form.value.sample);
    const happened = readWebhook(paths, { body, at: ctx.clock.now().toString(), key: 'w:webhook-id' });
    const rows = happened.slice(0, shown).flatMap((one) => (one.kind === 'said' ? [one.heard] : []));
    return { given, read: rows.map(({ attachments, ...heard }) => heard), wrong: null };
  } catch (error) {
    return { given, read: [], wrong: wrongIn(error) };
  }
}

function wrongIn(error: unknown): 'no-json' | 'no-words' | 'too-many-items' {
  if (!(error instanceof TypeError)) return 'no-json';
  return error.message === 'too-many-items' ? 'too-many-items' : 'no-words';
}

/** What Polder would read in an example, by the paths of this account; nothing of it is kept. */
export default function SamplePage({ loaderData: { id, name }, actionData }: Route.ComponentProps) {
  const { sample: words } = useWords().arriving;
  const outcome = actionData && 'read' in actionData ? actionData : undefined;
  return (
    <div className="max-w-5xl">
      <PageHeader title={words.title} lead={words.lead(name)} />
      <Form answer={outcome ? undefined : (actionData as Exclude<typeof actionData, typeof outcome>)}>
        <Textarea
          name="sample"
          label={words.sample}
          rows={10}
          spellCheck={false}
          defaultValue={outcome?.given.sample ?? ''}
        />
        <div className="flex flex-wrap gap-3">
          <Button tone="primary">{words.look}</Button>
          <LinkButton to={urls.channel(id)}>{words.back}</LinkButton>
        </div>
      </Form>
      {outcome?.wrong && (
        <div className="mt-6">
          <Notice tone="attention" title={words.wrong[outcome.wrong]}>
            {words.wrongNext}
          </Notice>
        </div>
      )}
      {outcome && outcome.read.length > 0 && <Read rows={outcome.read} />}
    </div>
  );
}

interface ReadRow {
  externalId: string;
  text: string;
  author: string | null;
  authorName?: string;
  sentAt: string | null;
  thread: string | null;
}

function Read({ rows }: { rows: readonly ReadRow[] }) {
  const { sample: words } = useWords().arriving;
  const { moment } = useFormats();
  return (
    <div className="mt-6">
      <Table
        caption={words.read(rows.length)}
        rows={rows}
        rowKey={(row) => row.externalId}
        columns={[
          { key: 'text', label: words.columns.text, heading: true, cell: (row) => <bdi>{row.text}</bdi> },
          {
            key: 'author',
            label: words.columns.author,
            cell: (row) => <bdi>{row.authorName ?? row.author ?? words.nobody}</bdi>,
          },
          {
            key: 'time',
            label: words.columns.time,
            wideOnly: true,
            cell: (row) => (row.sentAt ? moment(row.sentAt) : words.nobody),
          },
          {
            key: 'id',
            label: words.columns.id,
            wideOnly: true,
            cell: (row) => <span className="break-all">{row.externalId}</span>,
          },
          {
            key: 'thread',
            label: words.columns.thread,
            wideOnly: true,
            cell: (row) => row.thread ?? words.nobody,
          },
        ]}
      />
    </div>
  );
}
