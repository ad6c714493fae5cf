import { redirect } from 'react-router';
import { z } from 'zod';
import { look } from '../../conversations/following/looking.ts';
import { follow } from '../../conversations/following/participants.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { readForm } from '../forms.ts';
import { placed, placeOf } from '../inbox/place.ts';
import type { Route } from './+types/following.ts';

const schema = z.object({ act: z.enum(['follow', 'unfollow', 'look', 'leave']) });

/** Follows a conversation or no longer; and for script: says that somebody looks at it, or went away. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'inbox.read');
  const form = await readForm(request, schema);
  if (!form.ok) throw new Refusal('invalid');
  const { act } = form.value;
  if (act === 'look' || act === 'leave')
    return Response.json({ present: await look(ctx, params.id, { gone: act === 'leave' }) });
  await follow(ctx, params.id, act === 'follow');
  return redirect(placed.conversation(params.id, placeOf(url.searchParams)), 303);
}
