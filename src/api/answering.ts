import { type Hook, z } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { currentState } from '../conversations/thread.ts';
import type { Context } from '../platform/context.ts';
import { problem, problemOf, type RequestVariables } from '../platform/http/answering.ts';
import type { Log } from '../platform/log.ts';
import { isRefusal, Refusal } from '../platform/refusal.ts';
import { type CurrentState, currentStateBody, stateOutside } from './conversation.ts';

/** What the API knows of a request once its key has been recognised. */
export interface ApiEnv {
  Variables: RequestVariables & { ctx: Context };
}

export type ApiContext = HonoContext<ApiEnv>;

const field = z.object({
  path: z.string().openapi({ description: 'Where in what was sent, with dots: `author.id`.' }),
  message: z.string(),
});

export const problemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().openapi({ description: 'Stable: match on this.', example: 'not-found.conversation' }),
    requestId: z.string().optional(),
    fields: z.array(field).optional().openapi({ description: 'Which fields are wrong, with `invalid.…`.' }),
    current: currentStateBody
      .optional()
      .openapi({ description: 'How it stands now, with `conflict.version`.' }),
  })
  .openapi('Problem');

const problemContent = { 'application/problem+json': { schema: problemBody } };

const whyNot = {
  401: 'No key, or one that is unknown, revoked or past its end.',
  403: 'The key lacks the scope, or no pilot has switched this on.',
  404: 'Does not exist, or may not be seen: both answer the same.',
  409: 'Changed since you looked, or not possible as it stands now.',
  413: 'Larger than 1 MB.',
  415: 'Not JSON, or compressed.',
  422: 'Something in what was sent is wrong; `fields` says what.',
} as const;

/** The refusals an operation may answer with, for its description. */
export function refusals<Status extends keyof typeof whyNot>(...statuses: Status[]) {
  const answers = statuses.map((status) => [
    status,
    { description: whyNot[status], content: problemContent },
  ]);
  return Object.fromEntries(answers) as {
    [S in Status]: { description: string; content: typeof problemContent };
  };
}

export interface WrongField {
  path: string;
  message: string;
}

const parts: Readonly<Record<string, string>> = {
  json: 'invalid.body',
  query: 'invalid.query',
  header: 'invalid.header',
};

/** Answers a request whose parts do not fit their schema: every wrong field by its path. */
export const refuseInvalid: Hook<unknown, ApiEnv, string, unknown> = (result, c) => {
  if (result.success) return undefined;
  const fields = result.error.issues.flatMap((issue): WrongField[] => {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message: issue.message }];
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'Unknown field' }));
  });
  return refuseFields(c, fields, parts[result.target]);
};

function refuseFields(c: HonoContext, fields: readonly WrongField[], code = 'invalid.body'): Response {
  return problem(c, 422, { code, fields, requestId: c.get('requestId') });
}

/** For what only shows after the schema: to be thrown. */
export function wrongFields(c: HonoContext, fields: readonly WrongField[]): HTTPException {
  return new HTTPException(422, { res: refuseFields(c, fields) });
}

/** The one place where the API makes an answer of an error. */
export function refuse(log: Log) {
  const otherwise = problemOf(log);
  return async (error: Error, c: ApiContext): Promise<Response> => {
    if (error instanceof HTTPException && error.res) return error.res;
    const refusal = seenFromOutside(error, c);
    if (!isRefusal(refusal)) return otherwise(refusal, c);
    if (refusal.status === 401) c.header('WWW-Authenticate', 'Bearer realm="polder"');
    // Other things have versions too; only a conversation is shown as it stands now.
    if (refusal.code !== 'conflict.version' || !c.req.path.includes('/conversations/'))
      return otherwise(refusal, c);
    const current = await stateNow(c);
    const { code, status, details } = refusal;
    return problem(c, status, { code, ...details, current, requestId: c.get('requestId') });
  };
}

function seenFromOutside(error: Error, c: ApiContext): Error {
  if (error instanceof HTTPException) return ofFramework(error);
  // Somebody who withheld permission is not to be recognised by the way in which we say no.
  const id = c.req.param('id');
  if (id && isRefusal(error) && error.code === 'forbidden.purpose')
    return new Refusal(c.req.path.includes('/customers/') ? 'not-found.person' : 'not-found.conversation', {
      id,
    });
  return error;
}

function ofFramework(error: HTTPException): Error {
  if (error.status === 400) return new Refusal('invalid.json', {}, 400);
  if (error.status === 415) return new Refusal('invalid.content-type', { expected: 'application/json' }, 415);
  return error;
}

async function stateNow(c: ApiContext): Promise<CurrentState> {
  return stateOutside(await currentState(c.get('ctx'), c.req.param('id') ?? ''));
}
