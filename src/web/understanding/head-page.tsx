import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { headOverview } from '../../listening/learning/judging.ts';
import { retrain, rollBack } from '../../listening/learning/learning.ts';
import { may, requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { flashCookie } from '../preferences/flash.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Route } from './+types/head-page.ts';
import { Calibration } from './calibration.tsx';
import { headWord } from './class-words.ts';
import { Classes } from './classes.tsx';
import { Confusion } from './confusion.tsx';
import { Drifting } from './drifting.tsx';
import { HeadFigures } from './head-figures.tsx';
import { headView } from './head-view.ts';
import { LearningCurve } from './learning-curve.tsx';
import { Versions } from './versions.tsx';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'inbox.read');
  const overview = await headOverview(ctx, params.head);
  const view = headView(overview, locale, ctx.clock.now().toString());
  return {
    view,
    mayManage: may(ctx.actor, 'model.manage'),
    mayLabel: may(ctx.actor, 'conversation.answer') && overview.head.classes.length > 1,
  };
}

const schema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('learn') }),
  z.object({ act: z.literal('return'), version: z.coerce.number().int().positive() }),
]);

export async function action({ context, params, request }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'model.manage');
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  try {
    const flash =
      form.value.act === 'return'
        ? await rollBack(ctx, params.head, form.value.version).then(() => 'version-back' as const)
        : learned[(await retrain(ctx, params.head)).outcome];
    return redirect(urls.understandingHead(params.head), {
      status: 303,
      headers: { 'Set-Cookie': flashCookie(flash) },
    });
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

/** What to say about each outcome of learning. */
const learned = {
  swapped: 'learned-better',
  refused: 'learned-not-better',
  withdrawn: 'learned-withdrawn',
  nothing: 'learned-nothing',
  overtaken: 'learned-overtaken',
} as const;

export default function HeadPage({ loaderData, actionData }: Route.ComponentProps) {
  const { view, mayManage, mayLabel } = loaderData;
  const catalogue = useWords();
  const { understanding: words } = catalogue;
  const meaning: Readonly<Record<string, string>> = words.meaning;
  return (
    <div className="max-w-5xl">
      <Link to={urls.understanding()} className="link inline-flex items-center gap-1 text-sm">
        <Icon name="previous" className="size-4" />
        {words.back}
      </Link>
      <div className="mt-2">
        <PageHeader
          title={headWord(catalogue, view.head)}
          lead={meaning[view.head] ?? ''}
          aside={
            mayLabel && (
              <LinkButton to={urls.labelling(view.head)} tone="primary" icon="check">
                {words.list.label}
              </LinkButton>
            )
          }
        />
      </div>
      <div className="space-y-5">
        <HeadFigures view={view} />
        <Confusion confusion={view.confusion} />
        <div className="grid gap-5 lg:grid-cols-2 empty:hidden">
          <Calibration bins={view.calibration} />
          <LearningCurve curve={view.curve} />
        </div>
        <Versions versions={view.versions} mayManage={mayManage} />
        {mayManage && <Learning answer={actionData} waiting={view.waiting} />}
        <Classes classes={view.classes} />
        <Drifting drift={view.drift} />
      </div>
    </div>
  );
}

interface LearningProps {
  answer: Route.ComponentProps['actionData'];
  /** Labels since the newest version. */
  waiting: number;
}

function Learning({ answer, waiting }: LearningProps) {
  const { learn } = useWords().understanding;
  return (
    <Form answer={answer}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button name="act" value="learn" icon="reopen">
          {learn.submit}
        </Button>
        <p className="max-w-prose text-sm text-soft">
          {learn.waiting(waiting)} {learn.why}
        </p>
      </div>
    </Form>
  );
}
