import { type Draft, type Drafting, draftingOf } from '../../conversations/drafting/draft.ts';
import type { Context } from '../../platform/context.ts';

export type DraftView = Omit<Draft, 'madeAt' | 'promptVersion'> & { madeAt: string };
export type DraftingView = Omit<Drafting, 'draft'> & { draft: DraftView | null };

/** What the composer shows of prepared answers; null where there is no language model. */
export async function draftingView(ctx: Context, conversationId: string): Promise<DraftingView | null> {
  const drafting = await draftingOf(ctx, conversationId);
  if (!drafting) return null;
  const { draft } = drafting;
  if (!draft) return { ...drafting, draft: null };
  const { madeAt, promptVersion: _, ...rest } = draft;
  return { ...drafting, draft: { ...rest, madeAt: madeAt.toISOString() } };
}
