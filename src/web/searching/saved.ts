import { redirect } from 'react-router';
import { z } from 'zod';
import { endSearch, saveSearch } from '../../conversations/searching/saved-search.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { readForm } from '../forms.ts';
import type { Route } from './+types/saved.ts';
import { placeOfQuestion, questionOf } from './search-place.ts';

const schema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('save'), name: z.string().max(200), audience: z.enum(['own', 'team', 'all']) }),
  z.object({ act: z.literal('end'), id: z.string().max(60) }),
]);

/** Keeps the search of the address under a name, or takes such a search away. */
export async function action({ context, request, url }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  const form = await readForm(request, schema);
  if (!form.ok) throw new Refusal('invalid');
  const given = form.value;
  if (given.act === 'end') {
    await endSearch(ctx, given.id);
    return redirect(urls.search(), 303);
  }
  const question = questionOf(url.searchParams);
  await saveSearch(ctx, { name: given.name, audience: given.audience, question });
  return redirect(placeOfQuestion(question), 303);
}

export const loader = ({ url }: Route.LoaderArgs) => redirect(placeOfQuestion(questionOf(url.searchParams)));
