import { redirect } from 'react-router';
import { z } from 'zod';
import { closeTogether, reopenTogether } from '../../conversations/closing-together.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { readForm } from '../forms.ts';
import { amongPlace, placed } from '../inbox/place.ts';
import type { Route } from './+types/group-closing.ts';

const moment = z.iso.datetime().transform((text) => Temporal.Instant.from(text));
const schema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('close'), reason: z.enum(['answered', 'no_answer_needed']), asOf: moment }),
  z.object({ act: z.literal('reopen'), at: z.iso.datetime({ precision: 3 }) }),
]);

/** Closes all that say nearly the same, or opens them again. Back to the group, where what was closed is told. */
export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  const form = await readForm(request, schema);
  if (!form.ok) throw new Refusal('invalid');
  const given = form.value;
  const closed = given.act === 'close' ? (await closeTogether(ctx, id, given)).at : undefined;
  if (given.act === 'reopen') await reopenTogether(ctx, id, given.at);
  return redirect(placed.inbox(amongPlace({ kind: 'alike', id }, closed)), 303);
}

export function loader() {
  return redirect(urls.inbox());
}
