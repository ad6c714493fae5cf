import { redirect } from 'react-router';
import { z } from 'zod';
import { requireOf } from '../../conversations/belonging.ts';
import { askOn, handOver, withdraw } from '../../conversations/handing-over/handing-over.ts';
import { moveToQueue } from '../../conversations/routing/moving.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { readForm } from '../forms.ts';
import { placed, placeOf } from '../inbox/place.ts';
import { type FlashKey, flashCookie } from '../preferences/flash.ts';
import type { Route } from './+types/work.ts';

const schema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('move'), queue: z.string().max(100), reason: z.string().max(2000) }),
  z.object({
    act: z.literal('hand-over'),
    department: z.string().max(200),
    question: z.string().max(20_000),
  }),
  z.object({ act: z.literal('ask-on'), handOver: z.string().max(60), question: z.string().max(20_000) }),
  z.object({ act: z.literal('withdraw'), handOver: z.string().max(60) }),
]);

const flashes: Readonly<Record<z.infer<typeof schema>['act'], FlashKey>> = {
  move: 'conversation-moved',
  'hand-over': 'handed-over',
  'ask-on': 'handed-over',
  withdraw: 'kept',
};

export const loader = ({ params, url }: Route.LoaderArgs) =>
  redirect(placed.conversation(params.id, placeOf(url.searchParams)), 303);

/** Brings a conversation elsewhere, or asks another department; then back to it, or to the list it left. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  const form = await readForm(request, schema);
  if (!form.ok) throw new Refusal('invalid');
  const given = form.value;
  if (given.act === 'move') await moveToQueue(ctx, params.id, given);
  else if (given.act === 'hand-over') await handOver(ctx, params.id, given);
  else {
    await requireOf(ctx, params.id, given);
    if (given.act === 'ask-on') await askOn(ctx, given.handOver, given.question);
    else await withdraw(ctx, given.handOver);
  }
  const place = placeOf(url.searchParams);
  return redirect(given.act === 'move' ? placed.inbox(place) : placed.conversation(params.id, place), {
    status: 303,
    headers: { 'Set-Cookie': flashCookie(flashes[given.act]) },
  });
}
