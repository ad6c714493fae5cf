import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { deleteClass, mergeClass, renameClass } from '../../../listening/heads/changing.ts';
import { getHead } from '../../../listening/heads/head.ts';
import { getClass } from '../../../listening/heads/reshaping.ts';
import { requires } from '../../../organisation/authority.ts';
import type { Context } from '../../../platform/context.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { urls } from '../../../urls.ts';
import { again, readForm, refusedForm } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { flashCookie } from '../../preferences/flash.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Form } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Route } from './+types/class-page.ts';
import { ClassFields } from './adding-class.tsx';
import { classFields, classWordsOf } from './class-form.ts';
import { classView } from './class-view.ts';
import { Leaving } from './leaving.tsx';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'model.manage');
  const head = await getHead(ctx, params.head);
  return classView(head, getClass(head, params.class), locale);
}

const schema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('rename'), ...classFields }),
  z.object({ act: z.literal('merge'), into: z.string().min(1).max(60) }),
  z.object({ act: z.literal('delete') }),
]);

const flashes = { rename: 'class-kept', merge: 'class-merged', delete: 'class-deleted' } as const;

export async function action({ context, params, request }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'model.manage');
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  try {
    await change(ctx, { head: params.head, key: params.class }, form.value);
  } catch (error) {
    return refusedForm(error, form.given);
  }
  return redirect(urls.headSetup(params.head), {
    status: 303,
    headers: { 'Set-Cookie': flashCookie(flashes[form.value.act]) },
  });
}

function change(
  ctx: Context,
  { head, key }: { head: string; key: string },
  given: z.infer<typeof schema>,
): Promise<void> {
  if (given.act === 'rename') return renameClass(ctx, head, { key, said: classWordsOf(given) });
  if (given.act === 'merge') return mergeClass(ctx, head, { key, into: given.into });
  return deleteClass(ctx, head, key);
}

export default function ClassPage({ loaderData: view, actionData }: Route.ComponentProps) {
  const { changing: words } = useWords().heads;
  const answerTo = (act: string) => (actionData?.given?.act === act ? actionData : undefined);
  return (
    <div className="max-w-3xl">
      <Link to={urls.headSetup(view.head)} className="link inline-flex items-center gap-1 text-sm">
        <Icon name="previous" className="size-4" />
        {words.back}
      </Link>
      <div className="mt-2">
        <PageHeader title={words.title(view.name)} />
      </div>
      <div className="space-y-5">
        <Card title={words.rename}>
          <p className="mb-4 max-w-prose text-soft">{words.renameWhy}</p>
          <Form answer={answerTo('rename')}>
            <ClassFields view={view} answer={answerTo('rename')} given={view.given} />
            <Button tone="primary" name="act" value="rename">
              {words.save}
            </Button>
          </Form>
        </Card>
        <Leaving view={view} answerTo={answerTo} />
      </div>
    </div>
  );
}
