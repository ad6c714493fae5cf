import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { merge } from '../../customers/identifying/merging.ts';
import { isMergeReason } from '../../customers/identifying/reason.ts';
import { dismiss, listSuggestions } from '../../customers/identifying/suggestions.ts';
import { may, requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Form } from '../ui/form.tsx';
import { Pagination } from '../ui/pagination.tsx';
import type { Route } from './+types/doubles-page.ts';
import { ActForm } from './act-form.tsx';
import { plain } from './loading-customer.ts';
import { Reasons, Strength } from './merging.tsx';
import { CustomerTabs } from './tabs.tsx';

const choice = z.object({
  act: z.enum(['merge', 'dismiss']),
  suggestion: z.string().max(80),
  one: z.string().max(80),
  other: z.string().max(80),
  reasons: z.string().max(300),
});

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'customer.read');
  const after = url.searchParams.get('cursor') ?? undefined;
  const page = await listSuggestions(ctx, after ? { after } : {});
  return {
    rows: plain(page.rows),
    next: page.next ?? null,
    further: Boolean(after),
    mayMerge: may(ctx.actor, 'customer.merge'),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'customer.merge');
  const form = await readForm(request, choice);
  if (!form.ok) return again(form.answer);
  const { act, suggestion, one, other, reasons } = form.value;
  try {
    if (act === 'dismiss') await dismiss(ctx, suggestion);
    else await merge(ctx, { id: one, otherId: other, reasons: reasons.split(',').filter(isMergeReason) });
    return redirect(urls.customerDoubles(), 303);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function DoublesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { merging } = useWords().keeping;
  const { rows, next, further, mayMerge } = loaderData;
  return (
    <div className="max-w-5xl">
      <PageHeader title={merging.page} lead={merging.lead} />
      <CustomerTabs current="doubles" />
      {actionData && <Form answer={actionData}>{null}</Form>}
      {rows.length === 0 ? (
        <EmptyState title={merging.empty}>{merging.emptyNext}</EmptyState>
      ) : (
        <ul className="space-y-4">
          {rows.map((row) => (
            <Pair key={row.publicId} row={row} mayMerge={mayMerge} />
          ))}
        </ul>
      )}
      <Pagination
        next={next && urls.customerDoubles({ cursor: next })}
        first={further ? urls.customerDoubles() : null}
      />
    </div>
  );
}

type Row = Route.ComponentProps['loaderData']['rows'][number];

function Pair({ row, mayMerge }: { row: Row; mayMerge: boolean }) {
  const { merging } = useWords().keeping;
  const about = {
    suggestion: row.publicId,
    one: row.one.publicId,
    other: row.other.publicId,
    reasons: row.reasons.join(),
  };
  return (
    <li className="rounded-lg border border-line bg-surface p-4">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <Reasons reasons={row.reasons} />
        <Strength score={row.score} />
      </div>
      <div className="grid gap-4 md:grid-cols-2">
        <Candidate one={row.one} />
        <Candidate one={row.other} />
      </div>
      {mayMerge && (
        <div className="mt-3 flex flex-wrap gap-2">
          <ActForm act="merge" about={about}>
            <Button size="small">{merging.merge}</Button>
          </ActForm>
          <ActForm act="dismiss" about={about}>
            <Button size="small" tone="quiet">
              {merging.dismiss}
            </Button>
          </ActForm>
        </div>
      )}
    </li>
  );
}

function Candidate({ one }: { one: Row['one'] }) {
  const { customers, keeping } = useWords();
  const { day } = useFormats();
  return (
    <div className="min-w-0 border-l-2 border-line pl-3">
      <Link to={urls.customer(one.publicId)} className="link font-medium break-words">
        {one.name ?? keeping.merging.unnamed}
      </Link>
      <p className="text-sm break-words text-soft">
        {[...one.networks, one.town].filter(Boolean).join(', ')}
      </p>
      {one.handles.length > 0 && <p className="text-sm break-words text-soft">{one.handles.join(', ')}</p>}
      <p className="text-sm text-faint">{customers.since(day(one.since))}</p>
    </div>
  );
}
