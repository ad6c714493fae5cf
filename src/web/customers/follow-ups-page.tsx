import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { listFollowUps, settleFollowUp } from '../../customers/keeping/following-up.ts';
import { may, requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useFormats, useNow, useWords } from '../layout/frame.tsx';
import { noon } from '../layout/noon.ts';
import { PageHeader } from '../layout/page-header.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/follow-ups-page.ts';
import { ActForm } from './act-form.tsx';
import { DueBadge } from './follow-ups.tsx';
import { plain, todayIn } from './loading-customer.ts';
import { CustomerTabs } from './tabs.tsx';

const settled = z.object({ act: z.literal('follow-up-done'), followUp: z.string().max(80) });

export async function loader({ context, url }: Route.LoaderArgs) {
  const { context: ctx, timeZone } = pageContext(context);
  requires(ctx.actor, 'customer.read');
  const whose = url.searchParams.get('whose') === 'all' ? 'all' : 'mine';
  return {
    whose,
    today: todayIn(ctx, timeZone),
    rows: plain(await listFollowUps(ctx, { whose })),
    mayChange: may(ctx.actor, 'customer.change'),
  } as const;
}

export async function action({ request, context, url }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'customer.change');
  const form = await readForm(request, settled);
  if (!form.ok) return again(form.answer);
  try {
    await settleFollowUp(ctx, form.value.followUp, true);
    return redirect(urls.customerFollowUps({ whose: url.searchParams.get('whose') ?? undefined }), 303);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function FollowUpsPage({ loaderData }: Route.ComponentProps) {
  const { followUps } = useWords().keeping;
  const { rows, today, whose } = loaderData;
  const late = rows.filter(({ dueOn }) => dueOn < today).length;
  const other = whose === 'mine' ? 'all' : 'mine';
  return (
    <div className="max-w-5xl">
      <PageHeader
        title={followUps.page}
        lead={followUps.lead}
        aside={
          <LinkButton
            to={urls.customerFollowUps({ whose: other === 'all' ? 'all' : undefined })}
            size="small"
          >
            {followUps[other]}
          </LinkButton>
        }
      />
      <CustomerTabs current="followUps" />
      {rows.length === 0 ? (
        <EmptyState title={followUps.empty}>{followUps.emptyNext}</EmptyState>
      ) : (
        <Rows {...loaderData} caption={`${followUps.count(rows.length)}, ${followUps.late(late)}`} />
      )}
    </div>
  );
}

type RowsProps = Route.ComponentProps['loaderData'] & { caption: string };

function Rows({ rows, today, mayChange, caption }: RowsProps) {
  const { followUps, merging } = useWords().keeping;
  const { shortDay } = useFormats();
  const now = useNow();
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(row) => row.publicId}
      columns={[
        {
          key: 'when',
          label: followUps.when,
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-x-2 py-1.5">
              <span className="figures whitespace-nowrap">{shortDay(noon(row.dueOn), now)}</span>
              <DueBadge dueOn={row.dueOn} today={today} />
            </span>
          ),
        },
        {
          key: 'what',
          label: followUps.what,
          heading: true,
          cell: (row) => (
            <div className="py-1.5">
              <p className="break-words">{row.text}</p>
              <Link to={urls.customer(row.person.publicId)} className="link text-sm break-words">
                {row.person.name ?? merging.unnamed}
              </Link>
            </div>
          ),
        },
        {
          key: 'assigned',
          label: followUps.assigned,
          wideOnly: true,
          cell: (row) => row.assignee ?? row.department ?? followUps.nobody,
        },
        {
          key: 'done',
          label: followUps.done,
          cell: (row) =>
            mayChange && (
              <ActForm act="follow-up-done" about={{ followUp: row.publicId }}>
                <Button size="small" icon="check">
                  {followUps.done}
                </Button>
              </ActForm>
            ),
        },
      ]}
    />
  );
}
