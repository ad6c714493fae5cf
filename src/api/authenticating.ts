import type { MiddlewareHandler } from 'hono';
import { type Action, requires } from '../organisation/authority.ts';
import { findKey } from '../organisation/keys.ts';
import { openFor, switchedOnColumn } from '../pilots/doors.ts';
import { actAs, type Context } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { neededAt } from '../switches.ts';
import type { ApiEnv } from './answering.ts';

/** Recognises the bearer key, and puts the context that acts for it on the request. Cookies count for nothing here. */
export function authenticate(context: Context): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const [, key] = /^bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
    const found = key ? await findKey(context, key, switchedOnColumn()) : undefined;
    if (!found) throw new Refusal('sign-in.key');
    const { actor, beside } = found;
    const path = c.req.path.replace(/^.*?\/api\/v1/, '');
    const needed = neededAt('api', path);
    if (needed && !openFor(beside, { actor, now: context.clock.now() }).has(needed)) {
      throw new Refusal('not-found.address', { path });
    }
    c.set('ctx', actAs(context, actor));
    await next();
  };
}

/** Asked before anything is looked up, so that a key without the scope learns nothing about what exists. */
export function allow(action: Action): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    requires(c.get('ctx').actor, action);
    await next();
  };
}
