import { redirect } from 'react-router';
import { z } from 'zod';
import { decideAnswer } from '../../conversations/delivering/deciding.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { placed, placeOf } from '../inbox/place.ts';
import type { Route } from './+types/delivery.ts';

const schema = z.object({ message: z.string().max(60), what: z.enum(['sent', 'again', 'dropped']) });

/** A colleague decides about an answer that nobody knows of, or that failed. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  const { message, what } = form.value;
  try {
    await decideAnswer(ctx, { conversation: params.id, message }, what);
  } catch (error) {
    return refusedForm(error, form.given);
  }
  return redirect(`${placed.conversation(params.id, placeOf(url.searchParams))}#${message}`, 303);
}

export const loader = ({ params, url }: Route.LoaderArgs) =>
  redirect(placed.conversation(params.id, placeOf(url.searchParams)));
