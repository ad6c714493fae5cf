import { rm } from 'node:fs/promises';
import { redirect } from 'react-router';
import { sniffHeadings } from '../../channels/file/sniffing.ts';
import { type Columns, guessKind } from '../../customers/exchanging/columns.ts';
import { exchangeRows, getExchange, moveExchange } from '../../customers/exchanging/exchange.ts';
import { exchangeKinds } from '../../customers/exchanging/kind.ts';
import { requires } from '../../organisation/authority.ts';
import { type Context, transact } from '../../platform/context.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { sendJob } from '../../platform/jobs.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { plain } from '../customers/loading-customer.ts';
import { CustomerTabs } from '../customers/tabs.tsx';
import { again, readForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Badge } from '../ui/badge.tsx';
import type { Route } from './+types/file-page.ts';
import { Choosing } from './choosing-columns.tsx';
import { choiceSchema, chosenColumns, columnsFor } from './columns-chosen.ts';
import { Outcome } from './outcome.tsx';

const shown = 25;

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'customer.exchange');
  const { path, id, ...file } = await getExchange(ctx, params.id);
  const rejected = await exchangeRows(ctx, id, { rejected: true, limit: shown });
  const rows = file.state === 'checked' ? await exchangeRows(ctx, id, { rejected: false, limit: shown }) : [];
  const choosing = file.state === 'chosen' || file.state === 'failed';
  const asked = exchangeKinds.find((kind) => kind === url.searchParams.get('kind'));
  return {
    file: plain(file),
    hasFile: path !== null,
    rejected,
    rows,
    choice: choosing && path ? await choiceOf(path, asked ?? file.kind) : null,
  };
}

/** What the file's headings are, and what they would be; the code of a refusal when it cannot be read. */
async function choiceOf(path: string, kind: (typeof exchangeKinds)[number] | null) {
  try {
    const headings = await sniffHeadings(path);
    const chosen = kind ?? guessKind(headings);
    return {
      headings: headings.filter(Boolean),
      kind: chosen,
      columns: columnsFor(chosen, headings),
      refused: null,
    };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { headings: [], kind: 'customers' as const, columns: {} as Columns, refused: error.code };
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'customer.exchange');
  const form = await readForm(request, choiceSchema);
  if (!form.ok) return again(form.answer);
  const { act, kind, source } = form.value;
  const here = urls.customerFile(params.id);
  if (act === 'look') return redirect(`${here}?kind=${kind ?? ''}`, 303);
  if (act === 'cancel') return cancel(ctx, params.id);
  if (act === 'change') await moveExchange(ctx, params.id, { from: ['checked'], to: 'chosen' });
  if (act === 'start') await begin(ctx, params.id, { from: ['checked'], to: 'waiting' });
  if (act === 'try' && kind) {
    const change = { kind, source: source || 'file', columns: chosenColumns(kind, form.value) };
    await begin(ctx, params.id, { from: ['chosen', 'failed'], to: 'checking', change });
  }
  return redirect(here, 303);
}

async function begin(ctx: Context, id: string, move: Parameters<typeof moveExchange>[2]): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    if (await moveExchange(ctx, id, move)) await sendJob(ctx, 'exchange', { exchangeId: id });
  });
}

async function cancel(ctx: Context, id: string) {
  const { path } = await getExchange(ctx, id);
  const moved = await moveExchange(ctx, id, { from: ['chosen', 'checked', 'failed'], to: 'cancelled' });
  if (moved && path) await rm(path, { force: true });
  return redirect(urls.customerFiles(), 303);
}

export default function FilePage({ loaderData, actionData }: Route.ComponentProps) {
  const { states } = useWords().exchanging;
  const { file, choice } = loaderData;
  const failed = file.state === 'failed';
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={file.fileName}
        aside={<Badge tone={failed ? 'attention' : 'neutral'}>{states[file.state]}</Badge>}
      />
      <CustomerTabs current="exchange" />
      {choice ? (
        <Choosing file={file} choice={choice} answer={actionData ?? failure(file)} />
      ) : (
        <Outcome {...loaderData} />
      )}
    </div>
  );
}

function failure(file: Route.ComponentProps['loaderData']['file']) {
  return file.error ? { refused: file.error.code } : undefined;
}

export type FileView = Route.ComponentProps['loaderData'];
