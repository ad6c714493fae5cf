import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { contactFields } from '../../customers/correcting/contact.ts';
import { correct } from '../../customers/correcting/correcting.ts';
import { lookAtCustomer } from '../../customers/looking/looking.ts';
import { type CorrectableRecord, correctableRecords } from '../../customers/records.ts';
import { once } from '../../platform/http/idempotency.ts';
import { type ApiEnv, refusals } from '../answering.ts';
import { allow } from '../authenticating.ts';
import { time, timeOf } from '../conversation.ts';
import { lookOf, lookQuery } from '../looking.ts';
import { customerPath, idempotent } from '../parameters.ts';
import { receive } from '../receiving.ts';
import { markReplay } from '../replaying.ts';

const contact = z.object({
  name: z.string().nullable(),
  mail: z.string().nullable(),
  phone: z.string().nullable(),
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  town: z.string().nullable(),
  country: z.string().nullable(),
});
const record = contact
  .extend({
    source: z.string(),
    externalId: z.string(),
    since: z.iso.date().nullable().openapi({ description: 'Customer since this day.' }),
    refreshedAt: time,
    correctable: z
      .array(z.enum(contactFields))
      .openapi({ description: 'What may be corrected here; the rest is kept in the other system.' }),
  })
  .openapi('CustomerRecord');
const records = z.object({ data: z.array(record) }).openapi('CustomerRecords');

const list = createRoute({
  method: 'get',
  path: '/customers/{id}/records',
  operationId: 'listCustomerRecords',
  summary: 'List how other systems know a customer',
  description: 'One for each system and number. Scope: `customers:read`.',
  tags: ['customers'],
  middleware: [allow('customer.read')] as const,
  request: { params: customerPath, query: lookQuery },
  responses: {
    200: { description: 'The records.', content: { 'application/json': { schema: records } } },
    ...refusals(401, 403, 404, 409, 422),
  },
});

const value = z.string().max(300).nullable().optional();
const one = customerPath.extend({
  source: z.string().max(80).openapi({ description: 'Of the record: which system.' }),
  externalId: z.string().max(80).openapi({ description: 'Of the record: its number there.' }),
});

const correction = createRoute({
  method: 'put',
  path: '/customers/{id}/records/{source}/{externalId}',
  operationId: 'correctRecord',
  summary: 'Correct how a customer is called or reached',
  description:
    'Fields that are left out stay; null takes one away. It goes to the system that keeps the record, where that lets itself be corrected. Scope: `customers:write`.',
  tags: ['customers'],
  middleware: [allow('customer.change'), receive] as const,
  request: {
    params: one,
    headers: idempotent,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({
              name: value,
              mail: value,
              phone: value,
              street: value,
              postcode: value,
              town: value,
              country: value,
            })
            .openapi('Correction', { example: { street: 'Gracht 2', phone: null } }),
        },
      },
    },
  },
  responses: {
    200: { description: 'As it stands now.', content: { 'application/json': { schema: records } } },
    ...refusals(401, 403, 404, 409, 413, 415, 422),
  },
});

export function serveRecords(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, async (c) => {
    const look = lookOf(c.req.valid('param').id, c.req.valid('query'));
    const found = await lookAtCustomer(c.get('ctx'), look, (ctx, { person }) =>
      correctableRecords(ctx, person.personIds),
    );
    return c.json({ data: found.map(outside) }, 200);
  });
  app.openapi(correction, async (c) => {
    const { id, source, externalId } = c.req.valid('param');
    const given = c.req.valid('json');
    const key = c.req.valid('header')['idempotency-key'];
    const request = [c.req.method, c.req.path, given];
    const values = Object.fromEntries(Object.entries(given).map(([field, value]) => [field, value ?? '']));
    const { body, replayed } = await once(c.get('ctx'), { key, purpose: 'service', request }, async (ctx) => {
      await correct(ctx, id, { source, externalId, values });
      const found = await lookAtCustomer(ctx, lookOf(id, { reason: 'correcting' }), (ctx, { person }) =>
        correctableRecords(ctx, person.personIds),
      );
      return { status: 200, body: { data: found.map(outside) } };
    });
    markReplay(c, replayed);
    return c.json(body, 200);
  });
}

function outside({ office: _, refreshedAt, correctable, ...record }: CorrectableRecord) {
  return { ...record, correctable: [...correctable], refreshedAt: timeOf(refreshedAt) };
}
