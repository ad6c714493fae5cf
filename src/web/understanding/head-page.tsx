import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { headOverview } from '../../listening/learning/judging.ts';
import { rollBack } from '../../listening/learning/learning.ts';
import { findTraining, orderTraining } from '../../listening/learning/trainings.ts';
import { may, requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { flashCookie } from '../preferences/flash.ts';
import { LinkButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Route } from './+types/head-page.ts';
import { Calibration } from './calibration.tsx';
import { Classes } from './classes.tsx';
import { Confusion } from './confusion.tsx';
import { Drifting } from './drifting.tsx';
import { HeadFigures } from './head-figures.tsx';
import { headView, trainingView } from './head-view.ts';
import { Learning } from './learning.tsx';
import { LearningCurve } from './learning-curve.tsx';
import { Versions } from './versions.tsx';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'inbox.read');
  const overview = await headOverview(ctx, params.head);
  const view = headView(overview, locale, ctx.clock.now().toString());
  const mayManage = may(ctx.actor, 'model.manage');
  return {
    view,
    training: mayManage ? trainingView(await findTraining(ctx, params.head)) : null,
    mayManage,
    mayLabel: may(ctx.actor, 'conversation.answer') && view.answers,
  };
}

const schema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('learn') }),
  z.object({ act: z.literal('return'), version: z.coerce.number().int().nonnegative() }),
]);

export async function action({ context, params, request }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'model.manage');
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  const here = urls.understandingHead(params.head);
  try {
    if (form.value.act === 'learn') {
      await orderTraining(ctx, params.head);
      return redirect(`${here}#learning`, 303);
    }
    await rollBack(ctx, params.head, form.value.version);
    return redirect(here, { status: 303, headers: { 'Set-Cookie': flashCookie('version-back') } });
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function HeadPage({ loaderData, actionData }: Route.ComponentProps) {
  const { view, training, mayManage, mayLabel } = loaderData;
  const { understanding: words, heads } = useWords();
  return (
    <div className="max-w-5xl">
      <Link to={urls.understanding()} className="link inline-flex items-center gap-1 text-sm">
        <Icon name="previous" className="size-4" />
        {words.back}
      </Link>
      <div className="mt-2">
        <PageHeader
          title={view.name}
          lead={view.meaning}
          aside={
            <span className="flex flex-wrap gap-2">
              {mayManage && <LinkButton to={urls.headSetup(view.head)}>{heads.set}</LinkButton>}
              {mayLabel && (
                <LinkButton to={urls.labelling(view.head)} tone="primary" icon="check">
                  {words.list.label}
                </LinkButton>
              )}
            </span>
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
        <Versions versions={view.versions} mayManage={mayManage} hasRules={view.hasRules} />
        {mayManage && <Learning answer={actionData} waiting={view.waiting} training={training} />}
        {view.classes.length > 0 && <Classes classes={view.classes} />}
        <Drifting drift={view.drift} />
      </div>
    </div>
  );
}
