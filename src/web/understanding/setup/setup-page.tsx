import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { addClass } from '../../../listening/heads/changing.ts';
import { configureHead } from '../../../listening/heads/configuring.ts';
import { getHead } from '../../../listening/heads/head.ts';
import { requires } from '../../../organisation/authority.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { urls } from '../../../urls.ts';
import { again, readForm, refusedForm } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { flashCookie } from '../../preferences/flash.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Route } from './+types/setup-page.ts';
import { AddingClass } from './adding-class.tsx';
import { classFields, classWordsOf, promised } from './class-form.ts';
import { ClassTree } from './class-tree.tsx';
import { Settings } from './settings.tsx';
import { setupView } from './setup-view.ts';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'model.manage');
  return setupView(await getHead(ctx, params.head), locale);
}

const schema = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('configure'),
    promised,
    enabled: z.string().optional(),
    nl: z.string().trim().min(1).max(60).optional(),
    en: z.string().trim().min(1).max(60).optional(),
  }),
  z.object({ act: z.literal('add'), ...classFields }),
]);

export async function action({ context, params: { head }, request }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'model.manage');
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  const { value } = form;
  try {
    if (value.act === 'add') await addClass(ctx, head, classWordsOf(value));
    else {
      const { nl, en } = value;
      const names = nl && en ? { names: { nl, en } } : {};
      await configureHead(ctx, head, {
        promised: value.promised,
        enabled: value.enabled !== undefined,
        ...names,
      });
    }
  } catch (error) {
    return refusedForm(error, form.given);
  }
  const flash = value.act === 'add' ? 'class-kept' : 'head-kept';
  return redirect(urls.headSetup(head), { status: 303, headers: { 'Set-Cookie': flashCookie(flash) } });
}

export default function SetupPage({ loaderData: view, actionData }: Route.ComponentProps) {
  const { heads: words } = useWords();
  const answerTo = (act: string) => (actionData?.given?.act === act ? actionData : undefined);
  return (
    <div className="max-w-3xl">
      <Link to={urls.understandingHead(view.head)} className="link inline-flex items-center gap-1 text-sm">
        <Icon name="previous" className="size-4" />
        {view.name}
      </Link>
      <div className="mt-2">
        <PageHeader title={`${words.set}: ${view.name}`} />
      </div>
      <div className="space-y-5">
        <ClassTree view={view} />
        {view.shape === 'open' && <AddingClass view={view} answer={answerTo('add')} />}
        <Settings view={view} answer={answerTo('configure')} />
      </div>
    </div>
  );
}
