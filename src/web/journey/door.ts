import { z } from 'zod';
import { requires } from '../../organisation/authority.ts';
import type { Context } from '../../platform/context.ts';
import { pageContext } from '../../platform/http/load-context.ts';

type Provider = Parameters<typeof pageContext>[0];

/** Whoever may look at the journey. @throws Refusal `forbidden.action` */
export function reader(provider: Provider): Context {
  const ctx = pageContext(provider).context;
  requires(ctx.actor, 'journey.read');
  return ctx;
}

/** Whoever may steer it: goals, ambition, team, thresholds, rounds. @throws Refusal `forbidden.action` */
export function steerer(provider: Provider): Context {
  const ctx = pageContext(provider).context;
  requires(ctx.actor, 'journey.manage');
  return ctx;
}

/** A choice of a list by its number; empty for none. */
export const chosen = z.string().regex(/^\d{0,15}$/);
