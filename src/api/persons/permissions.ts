import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { lookAtCustomer } from '../../customers/looking/looking.ts';
import { recordObjection } from '../../customers/objecting.ts';
import { once } from '../../platform/http/idempotency.ts';
import { purposeKeys, purposes } from '../../privacy/purpose.ts';
import { type PurposeStanding, standingOf } from '../../privacy/standing.ts';
import { type ApiEnv, refusals } from '../answering.ts';
import { allow } from '../authenticating.ts';
import { time, timeOf } from '../conversation.ts';
import { lookOf, lookQuery } from '../looking.ts';
import { customerPath, idempotent } from '../parameters.ts';
import { receive } from '../receiving.ts';
import { markReplay } from '../replaying.ts';
import { text } from '../text.ts';

const states = ['restricted', 'objected', 'denied', 'unknown', 'ask', 'allowed'] as const;

const permission = z
  .object({
    purpose: z.enum(purposeKeys),
    state: z
      .enum(states)
      .openapi({ description: 'Only `allowed` allows; with `ask` each time is asked for.' }),
    basis: z.string(),
    decidedAt: time.nullable().openapi({ description: 'null: nothing was decided, the contract holds.' }),
  })
  .openapi('Permission');
const body = z.object({ data: z.array(permission) }).openapi('Permissions');

const list = createRoute({
  method: 'get',
  path: '/customers/{id}/permissions',
  operationId: 'listPermissions',
  summary: 'List what a customer allows, by purpose',
  description:
    'To show, not to decide by: whatever is done with their data is judged again when it is done. Scope: `customers:read`.',
  tags: ['customers'],
  middleware: [allow('customer.read')] as const,
  request: { params: customerPath, query: lookQuery },
  responses: {
    200: { description: 'Every purpose.', content: { 'application/json': { schema: body } } },
    ...refusals(401, 403, 404, 409, 422),
  },
});

const objectable = purposeKeys.filter((purpose) => purposes[purpose].objectable);
const state = z.object({ state: z.enum(states) }).openapi('PermissionState');

const object = createRoute({
  method: 'post',
  path: '/customers/{id}/objections',
  operationId: 'recordObjection',
  summary: 'Write down that a customer objects to a purpose',
  description:
    'It holds at once. A program can write down a no, never a yes: that is for the customer. Scope: `customers:write`.',
  tags: ['customers'],
  middleware: [allow('customer.change'), receive] as const,
  request: {
    params: customerPath,
    headers: idempotent,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({
              purpose: z.enum(objectable),
              evidence: text(1000)
                .min(10)
                .openapi({ description: 'How it came to you. The customer can read it.' }),
            })
            .openapi('NewObjection', { example: { purpose: 'offers', evidence: 'Zei het in de winkel.' } }),
        },
      },
    },
  },
  responses: {
    200: { description: 'What holds now.', content: { 'application/json': { schema: state } } },
    ...refusals(401, 403, 404, 409, 413, 415, 422),
  },
});

export function servePermissions(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, async (c) => {
    const look = lookOf(c.req.valid('param').id, c.req.valid('query'));
    const standing = await lookAtCustomer(c.get('ctx'), look, (ctx, { person }) =>
      standingOf(ctx, person.id),
    );
    return c.json({ data: standing.map(outside) }, 200);
  });
  app.openapi(object, async (c) => {
    const { id } = c.req.valid('param');
    const given = c.req.valid('json');
    const key = c.req.valid('header')['idempotency-key'];
    const request = [c.req.method, c.req.path, given];
    const { body, replayed } = await once(
      c.get('ctx'),
      { key, purpose: 'service', request },
      async (ctx) => ({
        status: 200,
        body: { state: await recordObjection(ctx, id, given) },
      }),
    );
    markReplay(c, replayed);
    return c.json(body, 200);
  });
}

function outside({ purpose, state, decidedAt }: PurposeStanding): z.infer<typeof permission> {
  return { purpose, state, basis: purposes[purpose].basis, decidedAt: timeOf(decidedAt) };
}
