import { Link } from 'react-router';
import { z } from 'zod';
import { looksIn, lookWeeks, reviewLooks, weekOf } from '../../../customers/looking/reviewing.ts';
import { requires } from '../../../organisation/authority.ts';
import { mayShowColleagues } from '../../../organisation/works-council.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { urls } from '../../../urls.ts';
import { plain } from '../../customers/loading-customer.ts';
import type { FormAnswer } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { doForm } from '../../organisation/managing.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Textarea } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import type { Route } from './+types/looks-page.ts';
import { LookRows } from './look-rows.tsx';

const schema = z.object({ week: z.iso.date(), remark: z.string().trim().min(3).max(2000) });

export async function loader({ context, url }: Route.LoaderArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'privacy.manage');
  const weeks = await lookWeeks(ctx);
  const asked = z.iso.date().safeParse(url.searchParams.get('week'));
  const week = asked.success ? weekOf(Temporal.PlainDate.from(asked.data)) : (weeks[0]?.week ?? null);
  if (week === null) return { weeks, shown: null };
  const byColleague = await mayShowColleagues(ctx);
  return { weeks, shown: plain(await looksIn(ctx, week, { byColleague })) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'privacy.manage');
  return doForm(request, schema, async ({ week, remark }) => {
    const monday = weekOf(Temporal.PlainDate.from(week));
    await reviewLooks(ctx, { week: monday, remark });
    return urls.looks({ week: monday });
  });
}

export default function LooksPage({ loaderData: { weeks, shown }, actionData }: Route.ComponentProps) {
  const words = useWords().looking.review;
  return (
    <div className="max-w-5xl">
      <PageHeader title={words.title} lead={words.lead} />
      {weeks.length === 0 || !shown ? (
        <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 md:grid-cols-[minmax(0,1fr)_16rem]">
          <div className="min-w-0 space-y-5">
            <Review shown={shown} answer={actionData} />
            <LookRows shown={shown} />
          </div>
          <Weeks weeks={weeks} current={shown.week} />
        </div>
      )}
    </div>
  );
}

type Shown = NonNullable<Route.ComponentProps['loaderData']['shown']>;
export type ShownWeek = Shown;
export type ShownRow = Shown['rows'][number];

function Review({ shown, answer }: { shown: Shown; answer: FormAnswer | undefined }) {
  const words = useWords().looking.review;
  const { organisation } = useWords();
  const { day, moment } = useFormats();
  const { week, review, looks } = shown;
  const sunday = Temporal.PlainDate.from(week).add({ days: 6 }).toString();
  return (
    <Card title={words.week(day(week), day(sunday))}>
      {review && (
        <>
          <p>{words.done(review.by ?? organisation.system, moment(review.at))}</p>
          <p className="mb-3 break-words whitespace-pre-line">{review.remark}</p>
          {looks > review.looks && <p className="mb-3 font-medium">{words.later(looks - review.looks)}</p>}
        </>
      )}
      {(!review || looks > review.looks) && (
        <Form answer={answer}>
          <input type="hidden" name="week" value={week} />
          <Textarea
            name="remark"
            rows={3}
            label={words.remark}
            hint={words.remarkHint}
            maxLength={2000}
            answer={answer}
          />
          <Button tone="primary">{words.submit}</Button>
        </Form>
      )}
    </Card>
  );
}

function Weeks({ weeks, current }: Pick<Route.ComponentProps['loaderData'], 'weeks'> & { current: string }) {
  const words = useWords().looking.review;
  const { day } = useFormats();
  return (
    <Card title={words.weeks}>
      <ul className="space-y-2">
        {weeks.map(({ week, looks, reviewed }) => (
          <li key={week}>
            <Link
              to={urls.looks({ week })}
              aria-current={week === current ? 'page' : undefined}
              className={week === current ? 'font-medium' : 'link'}
            >
              {words.weekOf(day(week))}
            </Link>
            <p className="flex flex-wrap items-center gap-2 text-sm text-soft">
              {words.looks(looks)}
              <Badge tone={reviewed ? 'water' : 'attention'}>{reviewed ? words.reviewed : words.open}</Badge>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
