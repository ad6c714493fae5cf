import { listCriteria } from '../../customers/segments/members.ts';
import { requires } from '../../organisation/authority.ts';
import { transact } from '../../platform/context.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import type { Route } from './+types/new-segment-page.ts';
import { actOnSegment } from './acting.ts';
import { criteriaView, type Draft } from './draft.ts';
import { AllSegments, SegmentForm } from './segment-form.tsx';

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'segment.manage');
  const criteria = await transact(ctx, 'service', listCriteria);
  return { criteria: criteriaView(criteria, locale) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'segment.manage');
  return actOnSegment(ctx, request, null);
}

const empty: Draft = { name: '', purpose: 'offers', rule: { match: 'all', conditions: [] } };

export default function NewSegmentPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().segments;
  return (
    <div className="max-w-3xl">
      <AllSegments />
      <PageHeader title={words.form.newTitle} lead={words.lead} />
      <SegmentForm
        criteria={loaderData.criteria}
        draft={actionData?.draft ?? empty}
        answer={actionData}
        isNew
      />
    </div>
  );
}
