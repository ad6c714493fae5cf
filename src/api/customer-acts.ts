import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { merge, part } from '../customers/identifying/merging.ts';
import { setAttribute } from '../customers/keeping/attributes.ts';
import { followUp, longestFollowUp, settleFollowUp } from '../customers/keeping/following-up.ts';
import { longestNote, writeNote } from '../customers/keeping/noting.ts';
import type { Context } from '../platform/context.ts';
import { once } from '../platform/http/idempotency.ts';
import { type ApiContext, type ApiEnv, refusals } from './answering.ts';
import { allow } from './authenticating.ts';
import { customerPath, idempotent } from './parameters.ts';
import { receive } from './receiving.ts';
import { markReplay } from './replaying.ts';
import { line, text } from './text.ts';

const made = z.object({ id: z.string() }).openapi('Made');
const refused = refusals(401, 403, 404, 409, 413, 415, 422);

/** The parts that every writing operation on a customer has in common. */
function operation<Method extends 'post' | 'put' | 'delete', Path extends string, Body extends z.ZodType>(
  method: Method,
  path: Path,
  { body, params, ...about }: { operationId: string; summary: string; body: Body; params: z.ZodObject },
) {
  const merging = path.includes('merge');
  return createRoute({
    method,
    path,
    ...about,
    description: 'Scope: `customers:write`.',
    tags: ['customers'],
    middleware: [allow(merging ? 'customer.merge' : 'customer.change'), receive] as const,
    request: {
      params,
      headers: idempotent,
      body: { required: true, content: { 'application/json': { schema: body } } },
    },
    responses: {
      200: { description: 'Done.', content: { 'application/json': { schema: made } } },
      ...refused,
    },
  });
}

const note = operation('post', '/customers/{id}/notes', {
  operationId: 'writeCustomerNote',
  summary: 'Write a note about a customer',
  params: customerPath,
  body: z
    .strictObject({ text: text(longestNote) })
    .openapi('NewNote', { example: { text: 'Liever mail dan telefoon.' } }),
});
const task = operation('post', '/customers/{id}/follow-ups', {
  operationId: 'makeFollowUp',
  summary: 'Make a follow-up',
  params: customerPath,
  body: z
    .strictObject({ text: line(longestFollowUp), dueOn: z.iso.date(), assignee: line(100).optional() })
    .openapi('NewFollowUp', { example: { text: 'Terugbellen', dueOn: '2026-11-30' } }),
});
const settle = operation('put', '/follow-ups/{id}/completion', {
  operationId: 'settleFollowUp',
  summary: 'Say whether a follow-up is done',
  params: z.object({ id: z.string().openapi({ description: 'Of the follow-up: `fu_…`.' }) }),
  body: z.strictObject({ done: z.boolean() }).openapi('Completion', { example: { done: true } }),
});
const attribute = operation('put', '/customers/{id}/attributes/{key}', {
  operationId: 'setCustomerAttribute',
  summary: 'Set an own attribute, or take it away',
  params: customerPath.extend({
    key: z.string().max(40).openapi({ description: 'Of the attribute, as it was defined.' }),
  }),
  body: z
    .strictObject({ value: z.string().max(500).nullable() })
    .openapi('AttributeValue', { example: { value: 'slim' } }),
});
const merging = operation('post', '/customers/{id}/merges', {
  operationId: 'mergeCustomers',
  summary: 'Say that two customers are one person',
  params: customerPath,
  body: z.strictObject({ other: line(80), evidence: line(1000).optional() }).openapi('NewMerge', {
    example: { other: 'pe_01jd8xw2k0c4tq7f9z2bn6m1hd', evidence: 'Noemde beide adressen.' },
  }),
});
const parting = operation('put', '/merges/{id}/undoing', {
  operationId: 'undoMerge',
  summary: 'Say that they are two after all',
  params: z.object({ id: z.string().openapi({ description: 'Of the merge: `al_…`.' }) }),
  body: z
    .strictObject({ why: line(1000).optional() })
    .openapi('Undoing', { example: { why: 'Vader en dochter.' } }),
});

/** Does an act once for one Idempotency-Key, and gives the id of what came of it. */
async function answer(c: ApiContext, key: string | undefined, act: (ctx: Context) => Promise<string>) {
  const request = [c.req.method, c.req.path, await c.req.json()];
  const { body, replayed } = await once(c.get('ctx'), { key, purpose: 'service', request }, async (ctx) => ({
    status: 200,
    body: { id: await act(ctx) },
  }));
  markReplay(c, replayed);
  return c.json(body, 200);
}

export function serveCustomerActs(app: OpenAPIHono<ApiEnv>): void {
  const keyOf = (c: ApiContext) => c.req.header('idempotency-key');
  const idOf = (c: ApiContext) => c.req.param('id') ?? '';
  app.openapi(note, (c) => answer(c, keyOf(c), (ctx) => writeNote(ctx, idOf(c), c.req.valid('json').text)));
  app.openapi(task, (c) => {
    const { assignee, ...made } = c.req.valid('json');
    return answer(c, keyOf(c), (ctx) => followUp(ctx, idOf(c), { ...made, assignee: assignee ?? null }));
  });
  app.openapi(settle, (c) =>
    answer(c, keyOf(c), async (ctx) => {
      await settleFollowUp(ctx, idOf(c), c.req.valid('json').done);
      return idOf(c);
    }),
  );
  app.openapi(attribute, (c) =>
    answer(c, keyOf(c), async (ctx) => {
      const key = c.req.param('key') ?? '';
      await setAttribute(ctx, idOf(c), { key, value: c.req.valid('json').value ?? '' });
      return key;
    }),
  );
  app.openapi(merging, (c) => {
    const { other, evidence } = c.req.valid('json');
    return answer(c, keyOf(c), (ctx) =>
      merge(ctx, { id: idOf(c), otherId: other, ...(evidence && { evidence }) }),
    );
  });
  app.openapi(parting, (c) =>
    answer(c, keyOf(c), (ctx) => part(ctx, idOf(c), c.req.valid('json').why ?? null)),
  );
}
