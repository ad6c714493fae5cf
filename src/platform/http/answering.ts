import type { Context as HonoContext } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Log } from '../log.ts';
import { isRefusal } from '../refusal.ts';
import { asRefusal } from '../unstorable.ts';

/** What middleware leaves on every request. */
export interface RequestVariables {
  requestId: string;
  nonce: string;
  /** The sites that may show this page within their own; absent: none. */
  frames?: readonly string[];
}

/**
 * The one place where an error becomes an answer outside pages: a Refusal with its own status as
 * application/problem+json (RFC 9457), everything else a 500 that says nothing but the request id.
 */
export function problemOf(log: Log) {
  return (thrown: Error, c: HonoContext): Response => {
    const error = asRefusal(thrown);
    const requestId: string = c.get('requestId');
    if (!isRefusal(error)) {
      log.error({ err: error, requestId, path: c.req.path }, 'bug');
      return problem(c, 500, { code: 'bug', requestId });
    }
    return problem(c, error.status, { code: error.code, ...error.details, requestId });
  };
}

export function problem(c: HonoContext, status: number, body: Record<string, unknown>): Response {
  const { code, ...rest } = body;
  const answer = { type: `about:blank#${code}`, title: String(code), status, code, ...rest };
  return c.body(JSON.stringify(answer), status as ContentfulStatusCode, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  });
}
