import type { Context } from '../platform/context.ts';
import { termsOf } from '../privacy/terms/terming.ts';
import { knownAs } from './known-as.ts';

/** How somebody wants to be called: by the name they asked for, else by the first of their own; null: unknown. */
export async function callNameOf(ctx: Context, personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const { nickname } = await termsOf(ctx, personId);
  if (nickname) return nickname;
  const [name] = (await knownAs(ctx, personId)).names;
  return name?.split(/\s+/)[0] ?? null;
}
