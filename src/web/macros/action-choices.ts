import { listAssignable } from '../../conversations/assigning.ts';
import { listLabels } from '../../conversations/labelling/labels.ts';
import { listSubstates } from '../../conversations/resting/substates.ts';
import { listQueues } from '../../organisation/queues.ts';
import type { Context } from '../../platform/context.ts';
import type { ActionChoices } from './macro-actions.tsx';

/** Four statements. */
export async function readActionChoices(ctx: Context): Promise<ActionChoices> {
  const named = ({ publicId, name }: { publicId: string; name: string }) => ({
    value: publicId,
    label: name,
  });
  return {
    labels: (await listLabels(ctx)).map(({ publicId, path }) => ({ value: publicId, label: path })),
    substates: (await listSubstates(ctx)).map(named),
    colleagues: (await listAssignable(ctx, null)).map(named),
    queues: (await listQueues(ctx)).flatMap(({ key, name, ended }) =>
      ended ? [] : [{ value: key, label: name }],
    ),
  };
}
