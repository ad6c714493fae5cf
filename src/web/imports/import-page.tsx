import { rm } from 'node:fs/promises';
import { redirect } from 'react-router';
import { sniff } from '../../channels/file/sniffing.ts';
import {
  forgetRejections,
  getImport,
  type Import,
  listRejections,
  moveImport,
} from '../../listening/imports.ts';
import { requires } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { sendJob } from '../../platform/jobs.ts';
import { urls } from '../../urls.ts';
import { again, readForm } from '../forms.ts';
import { PageHeader } from '../layout/page-header.tsx';
import type { Route } from './+types/import-page.ts';
import { type Choice, choiceSchema, columnsOf } from './choosing.ts';
import { Cancelled, Failure } from './failure.tsx';
import { Preview } from './preview.tsx';
import { findPreview } from './previewing.ts';
import { Progress } from './progress.tsx';
import { Result } from './result.tsx';
import { cancelled, StateBadge, shownState } from './state-badge.tsx';

/** So many rejected rows stand on the page; all of them are in the download. */
const shownRejections = 10;

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'import.run');
  const job = await getImport(ctx, params.id);
  const rejections = await listRejections(ctx, job.id, { after: 0, limit: shownRejections });
  const preview = job.state === 'preview' && job.path ? await findPreview(job.path, job.columns) : null;
  return { job: shownJob(job), preview, rejections };
}

/** Without the path: where files lie is nobody's business outside the server. */
function shownJob(job: Import) {
  const { id: _, path, createdAt, finishedAt, ...shown } = job;
  return { ...shown, shown: shownState(job), hasFile: path !== null };
}

export type Job = ReturnType<typeof shownJob>;

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'import.run');
  const form = await readForm(request, choiceSchema);
  if (!form.ok) return again(form.answer);
  const job = await getImport(ctx, params.id);
  if (form.value.act === 'cancel') return cancel(ctx, job);
  if (form.value.act === 'again') {
    await takeBack(ctx, job);
  } else if (job.path && job.state === 'preview') {
    const problem = await choose(ctx, job, form.value);
    if (problem) return again({ refused: problem, given: form.given });
  }
  return redirect(urls.import(job.publicId), 303);
}

/** Keeps what was chosen, and starts when that was asked. Gives the code of what keeps it from starting. */
async function choose(ctx: Context, job: Import, choice: Choice): Promise<string | undefined> {
  const { headings } = await sniff(job.path ?? '');
  const columns = columnsOf(choice, headings);
  const { problem } = await sniff(job.path ?? '', columns ?? undefined);
  if (problem && choice.act === 'start') return problem.code;
  const change = { columns, channel: choice.channel || null, account: choice.account || null };
  const state = choice.act === 'start' ? 'waiting' : 'preview';
  await transact(ctx, null, async (ctx) => {
    const moved = await moveImport(ctx, job.id, { from: ['preview'], change: { ...change, state } });
    if (moved && state === 'waiting') await sendJob(ctx, 'import', { importId: job.publicId });
  });
  return undefined;
}

async function takeBack(ctx: Context, job: Import): Promise<void> {
  if (job.path === null) return;
  await transact(ctx, null, async (ctx) => {
    const change = { state: 'preview', error: null, rejected: 0 } as const;
    const moved = await moveImport(ctx, job.id, { from: ['failed'], change });
    if (moved) await forgetRejections(ctx, job.id);
  });
}

async function cancel(ctx: Context, job: Import) {
  const error = { code: cancelled, details: {} };
  const finishedAt = asDate(ctx.clock.now());
  const change = { state: 'failed', error, path: null, finishedAt } as const;
  const moved = await moveImport(ctx, job.id, { from: ['preview', 'failed'], change });
  if (moved && job.path) await rm(job.path, { force: true });
  return redirect(urls.imports(), 303);
}

export default function ImportPage({ loaderData, actionData }: Route.ComponentProps) {
  const { job } = loaderData;
  return (
    <div className="max-w-4xl">
      <PageHeader title={job.fileName} aside={<StateBadge state={job.shown} />} />
      <Body {...loaderData} answer={actionData} />
    </div>
  );
}

type BodyProps = Route.ComponentProps['loaderData'] & { answer: Route.ComponentProps['actionData'] };

function Body({ job, preview, rejections, answer }: BodyProps) {
  if (job.shown === 'cancelled') return <Cancelled />;
  if (job.shown === 'failed') return <Failure job={job} rejections={rejections} />;
  if (job.shown === 'finished') return <Result job={job} rejections={rejections} />;
  if (job.shown === 'preview') return <Preview job={job} preview={preview} answer={answer} />;
  return <Progress job={job} />;
}
