import { redirect } from 'react-router';
import { z } from 'zod';
import { dropDraft } from '../../conversations/drafting/draft.ts';
import { prepareDraft } from '../../conversations/drafting/drafting.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { again, type FormAnswer, readForm, refusedForm } from '../forms.ts';
import { placed, placeOf } from '../inbox/place.ts';
import type { Route } from './+types/draft.ts';

export type DraftAnswer = FormAnswer & { done?: 'prepare' | 'drop' };

const schema = z.object({
  act: z.enum(['prepare', 'drop']),
  /** Sent by script only: answer with data, and leave the page where it is. */
  quiet: z.string().optional(),
});

/** Has an answer prepared, or throws one away. What came of it stands in the composer, also without script. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  const { act, quiet } = form.value;
  try {
    if (act === 'prepare') await prepareDraft(ctx, params.id);
    else await dropDraft(ctx, params.id);
  } catch (error) {
    return refusedForm(error, form.given);
  }
  if (quiet) return { done: act } satisfies DraftAnswer;
  return redirect(`${placed.conversation(params.id, placeOf(url.searchParams))}#reply`, 303);
}

export const loader = ({ params, url }: Route.LoaderArgs) =>
  redirect(placed.conversation(params.id, placeOf(url.searchParams)));
