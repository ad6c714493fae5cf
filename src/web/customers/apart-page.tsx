import { redirect } from 'react-router';
import { z } from 'zod';
import { reconsider } from '../../customers/identifying/reconsidering.ts';
import { listDismissed } from '../../customers/identifying/suggestions.ts';
import { may, requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import type { Route } from './+types/apart-page.ts';
import { ActForm } from './act-form.tsx';
import { plain } from './loading-customer.ts';
import { Pairs } from './pairs.tsx';

const choice = z.object({ act: z.literal('reconsider'), suggestion: z.string().max(80) });

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'customer.read');
  const after = url.searchParams.get('cursor') ?? undefined;
  const page = await listDismissed(ctx, after ? { after } : {});
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
  try {
    await reconsider(ctx, form.value.suggestion);
    return redirect(urls.customersApart(), 303);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

/** Of whom a colleague said that they are two; anybody who may merge can take that back. */
export default function ApartPage({ loaderData, actionData }: Route.ComponentProps) {
  const { merging } = useWords().keeping;
  const { rows, next, further, mayMerge } = loaderData;
  return (
    <Pairs
      words={{
        title: merging.apart,
        lead: merging.apartLead,
        empty: merging.apartEmpty,
        emptyNext: merging.apartEmptyNext,
      }}
      aside={
        <LinkButton to={urls.customerDoubles()} tone="quiet" size="small" icon="previous">
          {merging.page}
        </LinkButton>
      }
      answer={actionData}
      rows={rows}
      next={next && urls.customersApart({ cursor: next })}
      first={further ? urls.customersApart() : null}
    >
      {(row) => <Said row={row} mayMerge={mayMerge} />}
    </Pairs>
  );
}

type Row = Route.ComponentProps['loaderData']['rows'][number];

function Said({ row, mayMerge }: { row: Row; mayMerge: boolean }) {
  const { merging, polder } = useWords().keeping;
  const { day } = useFormats();
  return (
    <div className="mt-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p className="text-sm text-soft">
        {row.dismissedAt && merging.saidApart(row.dismissedBy ?? polder, day(row.dismissedAt))}
      </p>
      {mayMerge && (
        <ActForm act="reconsider" about={{ suggestion: row.publicId }}>
          <Button size="small">{merging.reconsider}</Button>
        </ActForm>
      )}
    </div>
  );
}
