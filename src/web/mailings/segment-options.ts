import { listSegments } from '../../customers/segments/segment.ts';
import { mailingPurposes } from '../../customers/sending/mailing.ts';
import type { Context } from '../../platform/context.ts';

/** The saved segments that a mailing may go to, with the purpose each was made for. */
export async function segmentOptions(ctx: Context): Promise<{ value: string; label: string }[]> {
  const segments = await listSegments(ctx);
  return segments
    .filter(({ purpose }) => (mailingPurposes as readonly string[]).includes(purpose))
    .map(({ publicId, name }) => ({ value: `segment:${publicId}`, label: name }));
}
