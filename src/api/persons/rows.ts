import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { bring } from '../../customers/exchanging/bringing.ts';
import { exportPage } from '../../customers/exchanging/exporting.ts';
import { exchangeKinds, fieldsOf } from '../../customers/exchanging/kind.ts';
import { requireFileReason } from '../../customers/looking/looking.ts';
import { once } from '../../platform/http/idempotency.ts';
import { type ApiEnv, refusals } from '../answering.ts';
import { allow } from '../authenticating.ts';
import { looking, reasonIn } from '../looking.ts';
import { idempotent } from '../parameters.ts';
import { receive } from '../receiving.ts';
import { markReplay } from '../replaying.ts';

const kind = z.enum(exchangeKinds).openapi({ description: 'What they are.', example: 'customers' });
const mostRows = 500;

/** Of all kinds, the fields that a row may have; which belong to which kind is checked when it is read. */
const fields = [...new Set(exchangeKinds.flatMap((one) => fieldsOf[one].map(({ name }) => name)))];
const row = z
  .strictObject(Object.fromEntries(fields.map((name) => [name, z.string().max(1000).optional()])))
  .openapi('Row', { example: { id: 'F1', name: 'Fatima Amrani', mail: 'fatima@example.org' } });

const outcome = z.object({
  at: z.int().openapi({ description: 'Which of the rows that were sent, from 0.' }),
  outcome: z.enum(['new', 'changed', 'unchanged']),
});
const refused = z.object({ at: z.int(), code: z.string(), reason: z.string() });
const brought = z.object({ outcomes: z.array(outcome), refused: z.array(refused) }).openapi('BroughtRows');

const bringing = createRoute({
  method: 'post',
  path: '/customer-rows',
  operationId: 'bringRows',
  summary: 'Bring customers, orders, invoices or deliveries',
  description:
    'At most 500 at once. New or changed by `id` within `source`; the same row twice changes nothing. Rows that cannot be right are refused one by one. With `dry` nothing is written. Of an order, each line is a row. Scope: `customers:exchange`.',
  tags: ['exchange'],
  middleware: [allow('customer.exchange'), receive] as const,
  request: {
    headers: idempotent,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({
              kind,
              source: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
              rows: z.array(row).min(1).max(mostRows),
              dry: z.boolean().optional(),
            })
            .openapi('NewRows', {
              example: { kind: 'customers', source: 'crm', rows: [{ id: 'F1', name: 'Fatima Amrani' }] },
            }),
        },
      },
    },
  },
  responses: {
    200: { description: 'What became of each.', content: { 'application/json': { schema: brought } } },
    ...refusals(401, 403, 409, 413, 415, 422),
  },
});

const rows = z
  .object({ data: z.array(z.record(z.string(), z.string())), next: z.string().optional() })
  .openapi('Rows');

const exporting = createRoute({
  method: 'get',
  path: '/customer-rows',
  operationId: 'exportRows',
  summary: 'Export customers, orders, invoices or deliveries',
  description:
    'By pages, as they would be brought. Whoever had the use of their data restricted is left out; of the others it is written in their ledger. Asks for a `reason` once a day for each kind. Scope: `customers:exchange`.',
  tags: ['exchange'],
  middleware: [allow('customer.exchange')] as const,
  request: {
    query: z.strictObject({
      kind,
      ...looking,
      after: z
        .string()
        .regex(/^\d{1,18}$/)
        .optional()
        .openapi({ description: 'The `next` of the page before.' }),
    }),
  },
  responses: {
    200: { description: 'One page.', content: { 'application/json': { schema: rows } } },
    ...refusals(401, 403, 409, 422),
  },
});

export function serveRows(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(bringing, async (c) => {
    const given = c.req.valid('json');
    const key = c.req.valid('header')['idempotency-key'];
    const request = [c.req.method, c.req.path, given];
    // A file has its columns or not; of a row, what is left out may be what it cannot do without.
    const required = fieldsOf[given.kind].filter(({ required }) => required);
    const needed = Object.fromEntries(required.map(({ name }) => [name, '']));
    const { body, replayed } = await once(c.get('ctx'), { key, purpose: 'service', request }, async (ctx) => {
      const { outcomes, refused } = await bring(ctx, {
        kind: given.kind,
        source: given.source,
        rows: given.rows.map((values, line) => ({ line, values: { ...needed, ...plainRow(values) } })),
        dry: given.dry ?? false,
      });
      return {
        status: 200,
        body: {
          outcomes: outcomes.map(({ line, outcome }) => ({ at: line, outcome })),
          refused: refused.map(({ line, code, reason }) => ({ at: line, code, reason })),
        },
      };
    });
    markReplay(c, replayed);
    return c.json(body, 200);
  });
  app.openapi(exporting, async (c) => {
    const { kind, after, ...asked } = c.req.valid('query');
    await requireFileReason(c.get('ctx'), kind, reasonIn(asked));
    const { rows, last } = await exportPage(c.get('ctx'), kind, after ?? '0');
    return c.json({ data: rows.map(plainRow), ...(last && { next: last }) }, 200);
  });
}

/** Without what it does not say. */
function plainRow(row: Readonly<Record<string, string | null | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (value == null ? [] : [[name, value]])),
  );
}
