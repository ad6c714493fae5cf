import type { MiddlewareHandler } from 'hono';
import { type Action, requires } from '../organisation/authority.ts';
import { findKeyActor } from '../organisation/keys.ts';
import { actAs, type Context } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import type { ApiEnv } from './answering.ts';

/** Recognises the bearer key, and puts the context that acts for it on the request. Cookies count for nothing here. */
export function authenticate(context: Context): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const [, key] = /^bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
    const actor = key ? await findKeyActor(context, key) : undefined;
    if (!actor) throw new Refusal('sign-in.key');
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
