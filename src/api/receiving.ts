import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Refusal } from '../platform/refusal.ts';
import type { ApiEnv } from './answering.ts';

const largest = 1024 * 1024;
const counted: MiddlewareHandler<ApiEnv> = bodyLimit({ maxSize: largest, onError: tooLarge });

/**
 * Bounds what is read into memory. Compressed bodies are refused, so that the bytes that come in are the bytes
 * there are. A body that does not say how long it is, is counted while it is read.
 */
export const receive: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const encoding = c.req.header('content-encoding');
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    throw new Refusal('invalid.content-encoding', { expected: 'identity' }, 415);
  }
  if (c.req.header('transfer-encoding') !== undefined) return counted(c, next);
  const length = c.req.header('content-length');
  // A request that was made in this process (a test) carries a body without naming its length.
  if (length === undefined) return counted(c, next);
  if (Number(length) > largest) tooLarge();
  return next();
};

function tooLarge(): never {
  throw new Refusal('too-large.body', { bytes: largest });
}
