import { Hono } from 'hono';
import type { Context } from '../platform/context.ts';
import type { RequestVariables } from '../platform/http/answering.ts';
import type { Log } from '../platform/log.ts';

export function api(_parts: { context: Context; log: Log }): Hono<{ Variables: RequestVariables }> {
  return new Hono<{ Variables: RequestVariables }>();
}
