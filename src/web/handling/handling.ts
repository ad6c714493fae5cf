import { redirect } from 'react-router';
import { z } from 'zod';
import { type Deed, doTogether } from '../../conversations/acting/doing.ts';
import { undoAct } from '../../conversations/acting/undoing.ts';
import { requireOf } from '../../conversations/belonging.ts';
import { longestReply } from '../../conversations/conversation.ts';
import { merge } from '../../conversations/joining/merging.ts';
import { splitOff } from '../../conversations/joining/splitting.ts';
import { goPrivate, stayPublic } from '../../conversations/moderating/private.ts';
import { lockConversation } from '../../conversations/opened.ts';
import { momentAt, moments, type Until } from '../../conversations/resting/snooze.ts';
import { snooze, wake } from '../../conversations/resting/snoozing.ts';
import { markUnread } from '../../conversations/viewing/unread.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import { type Context, transact } from '../../platform/context.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { readForm } from '../forms.ts';
import { placed, placeOf } from '../inbox/place.ts';
import type { Route } from './+types/handling.ts';

const id = z.string().min(1).max(60);
const schema = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('snooze'),
    moment: z.enum([...moments, 'reply']).optional(),
    /** As a browser gives it: `2026-11-25T09:00`, where the organisation lives. */
    until: z.iso.datetime({ local: true }).optional().or(z.literal('')),
    piece: z.string().max(60).optional(),
  }),
  z.object({ act: z.literal('wake') }),
  z.object({ act: z.literal('merge'), into: id }),
  /** The messages stand in fields `message.` with their ids. */
  z.object({ act: z.literal('split') }).catchall(z.string()),
  z.object({ act: z.literal('substate'), substate: z.string().max(60) }),
  z.object({ act: z.literal('priority'), priority: z.enum(['0', '1']) }),
  z.object({ act: z.literal('label'), label: id }),
  z.object({ act: z.literal('unlabel'), label: id }),
  z.object({ act: z.literal('undo'), done: id }),
  z.object({
    act: z.literal('private'),
    text: z.string().trim().min(1).max(longestReply),
    version: z.coerce.number().int().positive(),
  }),
  z.object({ act: z.literal('public') }),
  z.object({ act: z.literal('unread') }),
]);
type Given = Exclude<z.infer<typeof schema>, { act: 'unread' }>;

/** Does one thing with a conversation besides answering it, and goes to where its messages stand then. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  const form = await readForm(request, schema);
  if (!form.ok) throw new Refusal('invalid');
  if (form.value.act === 'unread') {
    await markUnread(ctx, params.id);
    // Back to the list: whoever stays here reads it.
    return redirect(placed.inbox(placeOf(url.searchParams)), 303);
  }
  const there = await perform(ctx, params.id, form.value);
  return redirect(placed.conversation(there, placeOf(url.searchParams)), 303);
}

export const loader = ({ params, url }: Route.LoaderArgs) =>
  redirect(placed.conversation(params.id, placeOf(url.searchParams)));

async function perform(ctx: Context, id: string, given: Given): Promise<string> {
  switch (given.act) {
    case 'snooze':
      await snooze(ctx, id, await untilOf(ctx, given));
      return id;
    case 'wake':
      await wake(ctx, id);
      return id;
    case 'merge':
      await merge(ctx, { from: id, into: given.into });
      return given.into;
    case 'split':
      return (await splitOff(ctx, id, chosenOf(given))).conversation;
    case 'undo':
      await requireOf(ctx, id, given);
      await undoAct(ctx, given.done);
      return id;
    case 'private':
      await goPrivate(ctx, id, { text: given.text.replaceAll('\r\n', '\n'), version: given.version });
      return id;
    case 'public':
      await stayPublic(ctx, id);
      return id;
    case 'substate':
      return alone(ctx, id, { kind: 'substate', substate: given.substate || null });
    case 'priority':
      return alone(ctx, id, { kind: 'priority', priority: given.priority === '1' ? 1 : 0 });
    case 'label':
    case 'unlabel':
      return alone(ctx, id, { kind: given.act, label: given.label });
  }
}

/** With this one only; unlike among many, it is told when it is not there or out of reach. */
async function alone(ctx: Context, id: string, deed: Deed): Promise<string> {
  await transact(ctx, 'service', async (ctx) => {
    await lockConversation(ctx, id);
    await doTogether(ctx, [id], deed);
  });
  return id;
}

async function untilOf(
  ctx: Context,
  { moment, until, piece }: Extract<Given, { act: 'snooze' }>,
): Promise<Until> {
  if (piece) return { at: null, piece };
  if (moment === 'reply') return { at: null, piece: null };
  const { timezone } = await getOrganisation(ctx);
  if (moment) return { at: momentAt(moment, ctx.clock.now(), timezone), piece: null };
  if (!until) throw new Refusal('invalid.snooze-time');
  return { at: Temporal.PlainDateTime.from(until).toZonedDateTime(timezone).toInstant(), piece: null };
}

function chosenOf(given: Readonly<Record<string, string>>): string[] {
  return Object.keys(given).flatMap((name) => (name.startsWith('message.') ? [name.slice(8)] : []));
}
