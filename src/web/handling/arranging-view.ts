import { actNamed } from '../../conversations/acting/act.ts';
import { mostAtOnce } from '../../conversations/acting/doing.ts';
import { listAssignable } from '../../conversations/assigning.ts';
import type { Label } from '../../conversations/labelling/label.ts';
import { listLabels } from '../../conversations/labelling/labels.ts';
import { filterable, isFiltering } from '../../conversations/listing/filter.ts';
import type { CountedView } from '../../conversations/viewing/saved-view.ts';
import { listChannels } from '../../listening/account.ts';
import { may } from '../../organisation/authority.ts';
import { queuesFor } from '../../organisation/queues.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Place } from '../inbox/place.ts';

/** What stands around the list: saved views with counts; and, where they are unfolded, what filters and acts need. */
export interface ArrangingView {
  saved: CountedView[];
  /** Whether the list can be narrowed. */
  canFilter: boolean;
  /** By what can be filtered; null until it is asked for. */
  filters: FilterChoices | null;
  isFiltering: boolean;
  /** Who does something with many needs these; null outside selecting, or for whoever may not. */
  together: TogetherChoices | null;
  maySelect: boolean;
  maySaveForAll: boolean;
  /** What was just done with many. */
  done: { publicId: string; conversations: number; undone: boolean } | 'none' | null;
}

export interface FilterChoices {
  queues: { key: string; name: string }[];
  labels: Label[];
  colleagues: { publicId: string; name: string }[];
  channels: string[];
}

export interface TogetherChoices {
  most: number;
}

/** No statement for a plain list; six at most. */
export async function readArranging(
  ctx: Context,
  place: Place,
  saved: CountedView[],
): Promise<ArrangingView> {
  return transact(ctx, 'service', async (ctx) => {
    const canFilter = !place.among && (filterable as readonly string[]).includes(place.view);
    const unfolded = canFilter && (place.narrow || place.select || isFiltering(place.filter));
    const maySelect = canFilter && may(ctx.actor, 'conversation.assign');
    return {
      saved,
      canFilter,
      filters: unfolded ? await readFilterChoices(ctx) : null,
      isFiltering: isFiltering(place.filter),
      together: maySelect && place.select ? { most: mostAtOnce } : null,
      maySelect,
      maySaveForAll: may(ctx.actor, 'organisation.manage'),
      done: place.done === 'none' ? 'none' : place.done ? await actNamed(ctx, place.done) : null,
    };
  });
}

/** By what conversations can be narrowed, for whoever reads the inbox. Four statements. */
export async function readFilterChoices(ctx: Context): Promise<FilterChoices> {
  const queues = await queuesFor(ctx, 'inbox.read');
  return {
    queues: queues.filter(({ ended }) => !ended).map(({ key, name }) => ({ key, name })),
    labels: await listLabels(ctx),
    colleagues: await listAssignable(ctx, null),
    channels: await listChannels(ctx),
  };
}
