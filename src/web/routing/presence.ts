import { redirect } from 'react-router';
import { z } from 'zod';
import { setPresence } from '../../organisation/queueing/presence.ts';
import { presences } from '../../organisation/queueing/presences.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm } from '../forms.ts';
import type { Route } from './+types/presence.ts';

const schema = z.object({ state: z.enum(presences), giveBack: z.string().optional() });

export const loader = () => redirect(urls.handOvers(), 303);

export async function action({ context, request }: Route.ActionArgs) {
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  const { state, giveBack } = form.value;
  await setPresence(pageContext(context).context, state, { giveBack: giveBack !== undefined });
  return redirect(urls.handOvers(), 303);
}
