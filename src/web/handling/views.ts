import { redirect } from 'react-router';
import { z } from 'zod';
import { isFilterable } from '../../conversations/listing/filter.ts';
import { endView, saveView } from '../../conversations/viewing/saved-view.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { readForm } from '../forms.ts';
import { placed, placeOf, viewPlace } from '../inbox/place.ts';
import type { Route } from './+types/views.ts';

const schema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('save'), name: z.string().max(200), audience: z.enum(['own', 'team', 'all']) }),
  z.object({ act: z.literal('end'), id: z.string().max(60) }),
]);

/** Keeps the list as it is narrowed under a name, or takes such a view away. */
export async function action({ context, request, url }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  const place = placeOf(url.searchParams);
  const form = await readForm(request, schema);
  if (!form.ok) throw new Refusal('invalid');
  const given = form.value;
  if (given.act === 'end') {
    await endView(ctx, given.id);
    return redirect(placed.inbox(viewPlace('open')), 303);
  }
  const { view, filter } = place;
  if (!isFilterable(view)) throw new Refusal('invalid');
  const saved = await saveView(ctx, { name: given.name, audience: given.audience, view, filter });
  return redirect(placed.inbox({ ...viewPlace(view), filter, saved }), 303);
}

export const loader = ({ url }: Route.LoaderArgs) => redirect(placed.inbox(placeOf(url.searchParams)));
