import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { contactsOf } from '../conversations/showing/contacts.ts';
import { commerceOf } from '../customers/commerce/orders.ts';
import { openRelationship } from '../customers/commerce/relationship.ts';
import { listCustomers } from '../customers/customers.ts';
import { attributesOf } from '../customers/keeping/attributes.ts';
import { followUpsOf } from '../customers/keeping/following-up.ts';
import { notesOf } from '../customers/keeping/noting.ts';
import { lookAtCustomer, requireReason } from '../customers/looking/looking.ts';
import { type ApiEnv, refusals } from './answering.ts';
import { allow } from './authenticating.ts';
import {
  customerBody,
  customerList,
  customerOutside,
  listedOutside,
  ordersBody,
  ordersOutside,
  relationshipBody,
  relationshipOutside,
} from './customer.ts';
import { lookOf, lookQuery } from './looking.ts';
import { customerPath, limit } from './parameters.ts';

const list = createRoute({
  method: 'get',
  path: '/customers',
  operationId: 'listCustomers',
  summary: 'List or search customers',
  description:
    'Newest first. `search` finds names, accounts, customer numbers, orders and invoices. Whoever was merged stands there once. Scope: `customers:read`.',
  tags: ['customers'],
  middleware: [allow('customer.read')] as const,
  request: {
    query: z.strictObject({
      search: z
        .string()
        .trim()
        .min(1)
        .max(100)
        .optional()
        .openapi({ description: 'A part of what is looked for.' }),
      after: z.string().max(80).optional().openapi({ description: 'The `next` of the page before.' }),
      limit: limit(100, 25),
    }),
  },
  responses: {
    200: { description: 'One page.', content: { 'application/json': { schema: customerList } } },
    ...refusals(401, 403, 422),
  },
});

const one = createRoute({
  method: 'get',
  path: '/customers/{id}',
  operationId: 'getCustomer',
  summary: 'Get one customer',
  description:
    'Identities, own attributes, notes and follow-ups. Opening it is written into their ledger. The number of somebody who was merged gives the person they belong to now. Scope: `customers:read`.',
  tags: ['customers'],
  middleware: [allow('customer.read')] as const,
  request: { params: customerPath, query: lookQuery },
  responses: {
    200: { description: 'The customer.', content: { 'application/json': { schema: customerBody } } },
    ...refusals(401, 403, 404, 409, 422),
  },
});

const orders = createRoute({
  method: 'get',
  path: '/customers/{id}/orders',
  operationId: 'listCustomerOrders',
  summary: 'List orders and invoices of a customer',
  description: 'The newest 50 of each; for service only. Scope: `customers:read`.',
  tags: ['customers'],
  middleware: [allow('customer.read')] as const,
  request: { params: customerPath, query: lookQuery },
  responses: {
    200: {
      description: 'Orders with their lines, and invoices.',
      content: { 'application/json': { schema: ordersBody } },
    },
    ...refusals(401, 403, 404, 409, 422),
  },
});

const relationship = createRoute({
  method: 'get',
  path: '/customers/{id}/relationship',
  operationId: 'getCustomerRelationship',
  summary: 'Get the relationship index of a customer',
  description:
    'From 0 to 100, with its parts; null where too little is known. For the purpose `improve` only: not found unless the customer agreed to that, and written into their ledger. Not for prices. Scope: `customers:read`.',
  tags: ['customers'],
  middleware: [allow('customer.read')] as const,
  request: { params: customerPath, query: lookQuery },
  responses: {
    200: { description: 'The index.', content: { 'application/json': { schema: relationshipBody } } },
    ...refusals(401, 403, 404, 409, 422),
  },
});

export function serveCustomers(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, async (c) => {
    const { search, after, limit } = c.req.valid('query');
    const page = await listCustomers(c.get('ctx'), {
      ...(search && { search: search.replaceAll('\0', '') }),
      ...(after && { before: after.replaceAll('\0', '') }),
      ...(limit && { limit }),
    });
    return c.json({ data: page.rows.map(listedOutside), ...(page.next && { next: page.next }) }, 200);
  });
  app.openapi(one, async (c) => {
    const body = await lookAtCustomer(
      c.get('ctx'),
      lookOf(c.req.valid('param').id, c.req.valid('query')),
      async (ctx, { person, identities }) => {
        const all = person.personIds;
        const attributes = await attributesOf(ctx, all);
        const notes = await notesOf(ctx, all);
        return customerOutside(
          { person, identities },
          { attributes, notes, followUps: await followUpsOf(ctx, all) },
        );
      },
    );
    return c.json(body, 200);
  });
  app.openapi(orders, async (c) => {
    const found = await lookAtCustomer(
      c.get('ctx'),
      lookOf(c.req.valid('param').id, c.req.valid('query')),
      (ctx, { person }) => commerceOf(ctx, person.personIds),
    );
    return c.json(ordersOutside(found), 200);
  });
  app.openapi(relationship, async (c) => {
    const { id } = c.req.valid('param');
    await requireReason(c.get('ctx'), lookOf(id, c.req.valid('query')));
    return c.json(relationshipOutside(await openRelationship(c.get('ctx'), id, contactsOf)), 200);
  });
}
