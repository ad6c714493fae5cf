import { redirect } from 'react-router';
import { z } from 'zod';
import { type Deed, deedActions, doTogether, mostAtOnce } from '../../conversations/acting/doing.ts';
import { queuesWhere } from '../../conversations/acting/locking.ts';
import { undoAct } from '../../conversations/acting/undoing.ts';
import { isFilterable } from '../../conversations/listing/filter.ts';
import { idsWithin } from '../../conversations/listing/filter-page.ts';
import { momentAt, moments } from '../../conversations/resting/snooze.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import { type Context, transact } from '../../platform/context.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { readForm } from '../forms.ts';
import { type Place, placed, placeOf } from '../inbox/place.ts';
import type { Route } from './+types/together.ts';

/** One form with the fields of every act; the button says which. What was chosen stands in fields `row.` with ids. */
const schema = z
  .object({
    act: z.enum(['assign', 'close', 'snooze', 'label', 'priority', 'queue', 'undo']),
    to: z.string().max(60).optional(),
    reason: z.enum(['answered', 'no_answer_needed']).optional(),
    moment: z.enum([...moments, 'reply']).optional(),
    label: z.string().max(60).optional(),
    priority: z.enum(['0', '1']).optional(),
    queue: z.string().max(100).optional(),
    why: z.string().max(500).optional(),
    done: z.string().max(60).optional(),
    /** All of the view, as the list was read at `asOf`. */
    all: z.string().optional(),
    asOf: z.iso.datetime().optional(),
  })
  .catchall(z.string());
type Given = z.infer<typeof schema>;

/** Does one thing with what was chosen, or with all of the view. Back to the list, where that can be taken back. */
export async function action({ context, request, url }: Route.ActionArgs) {
  const { context: ctx, session } = pageContext(context);
  const place = placeOf(url.searchParams);
  const form = await readForm(request, schema);
  if (!form.ok) throw new Refusal('invalid');
  const given = form.value;
  if (given.act === 'undo') {
    await undoAct(ctx, given.done ?? '');
    return redirect(placed.inbox(place), 303);
  }
  const deed = await deedOf(ctx, given, session?.employeeId ?? null);
  const act = await doTogether(ctx, await chosen(ctx, given, { place, deed }), deed);
  return redirect(placed.inbox({ ...place, cursor: undefined, done: act?.publicId ?? 'none' }), 303);
}

export const loader = ({ url }: Route.LoaderArgs) => redirect(placed.inbox(placeOf(url.searchParams)));

async function deedOf(ctx: Context, given: Given, me: string | null): Promise<Deed> {
  switch (given.act) {
    case 'assign':
      return { kind: 'assign', employee: given.to === 'me' ? me : given.to || null };
    case 'close':
      return { kind: 'close', reason: given.reason ?? 'answered' };
    case 'label':
      return { kind: 'label', label: given.label ?? '' };
    case 'priority':
      return { kind: 'priority', priority: given.priority === '0' ? 0 : 1 };
    case 'queue':
      return { kind: 'queue', queue: given.queue ?? '', reason: given.why ?? '' };
    default:
      return { kind: 'snooze', piece: null, at: await momentOf(ctx, given.moment) };
  }
}

async function momentOf(ctx: Context, moment: Given['moment']): Promise<Temporal.Instant | null> {
  if (moment === undefined || moment === 'reply') return null;
  return momentAt(moment, ctx.clock.now(), (await getOrganisation(ctx)).timezone);
}

async function chosen(
  ctx: Context,
  given: Given,
  { place, deed }: { place: Place; deed: Deed },
): Promise<string[]> {
  const { view, filter } = place;
  if (!given.all || !given.asOf || !isFilterable(view))
    return Object.keys(given).flatMap((name) => (name.startsWith('row.') ? [name.slice(4)] : []));
  const asOf = new Date(given.asOf);
  return transact(ctx, 'service', async (ctx) =>
    idsWithin(ctx, await queuesWhere(ctx, deedActions[deed.kind]), { view, filter, asOf, most: mostAtOnce }),
  );
}
