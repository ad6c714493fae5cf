import { redirect } from 'react-router';
import { z } from 'zod';
import { merge } from '../../customers/identifying/merging.ts';
import { isMergeReason } from '../../customers/identifying/reason.ts';
import { dismiss, listSuggestions } from '../../customers/identifying/suggestions.ts';
import { may, requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import type { Route } from './+types/doubles-page.ts';
import { ActForm } from './act-form.tsx';
import { plain } from './loading-customer.ts';
import { Pairs } from './pairs.tsx';

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
    <Pairs
      words={{ title: merging.page, lead: merging.lead, empty: merging.empty, emptyNext: merging.emptyNext }}
      aside={
        <LinkButton to={urls.customersApart()} tone="quiet" size="small">
          {merging.toApart}
        </LinkButton>
      }
      answer={actionData}
      rows={rows}
      next={next && urls.customerDoubles({ cursor: next })}
      first={further ? urls.customerDoubles() : null}
    >
      {(row) => mayMerge && <Choice row={row} />}
    </Pairs>
  );
}

function Choice({ row }: { row: Route.ComponentProps['loaderData']['rows'][number] }) {
  const { merging } = useWords().keeping;
  const about = {
    suggestion: row.publicId,
    one: row.one.publicId,
    other: row.other.publicId,
    reasons: row.reasons.join(),
  };
  return (
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
  );
}
