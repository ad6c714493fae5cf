import { listCriteria } from '../../customers/segments/members.ts';
import { getSegment } from '../../customers/segments/segment.ts';
import { targetGroup } from '../../insights/target-group.ts';
import { may, requires } from '../../organisation/authority.ts';
import { type Context, transact } from '../../platform/context.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import type { Route } from './+types/segment-page.ts';
import { actOnSegment } from './acting.ts';
import { criteriaView } from './draft.ts';
import { Group } from './group.tsx';
import { AllSegments, SegmentForm } from './segment-form.tsx';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'customer.read');
  return transact(ctx, 'measure', async (ctx) => {
    const segment = await getSegment(ctx, params.id);
    const { name, purpose, rule } = segment;
    return {
      draft: { name, purpose, rule },
      criteria: criteriaView(await listCriteria(ctx), locale),
      group: await groupOf(ctx, segment),
      asOf: ctx.clock.now().toString(),
      mayManage: may(ctx.actor, 'segment.manage'),
    };
  });
}

/** One that asks about what is gone can still be opened, to be mended. */
async function groupOf(ctx: Context, segment: Parameters<typeof targetGroup>[1]) {
  try {
    return await targetGroup(ctx, segment);
  } catch (error) {
    if (isRefusal(error) && error.code === 'conflict.segment-broken') return { withheld: 'broken' as const };
    throw error;
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'segment.manage');
  return actOnSegment(ctx, request, params.id);
}

export default function SegmentPage({ loaderData, actionData }: Route.ComponentProps) {
  const { draft, criteria, group, asOf, mayManage } = loaderData;
  const purposes: Readonly<Record<string, string>> = useWords().segments.purposes;
  return (
    <div className="max-w-3xl">
      <AllSegments />
      <PageHeader title={draft.name} lead={purposes[draft.purpose] ?? draft.purpose} />
      <Group group={group} asOf={asOf} />
      {mayManage && (
        <div className="mt-8">
          <SegmentForm criteria={criteria} draft={actionData?.draft ?? draft} answer={actionData} />
        </div>
      )}
    </div>
  );
}
