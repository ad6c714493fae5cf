import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { findPersonById, getPerson } from '../../customers/customer.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import { type Context, transact } from '../../platform/context.ts';
import { once } from '../../platform/http/idempotency.ts';
import { purposeKeys } from '../../privacy/purpose.ts';
import { askFor } from '../../privacy/requests/asking.ts';
import { kinds, listRequests, type PrivacyRequest, vias } from '../../privacy/requests/request.ts';
import { type ApiEnv, refusals } from '../answering.ts';
import { allow } from '../authenticating.ts';
import { time, timeOf } from '../conversation.ts';
import { idempotent } from '../parameters.ts';
import { receive } from '../receiving.ts';
import { markReplay } from '../replaying.ts';
import { line, text } from '../text.ts';

const requestBody = z
  .object({
    id: z.string().openapi({ example: 'rq_01jd8xw2k0c4tq7f9z2bn6m1hd' }),
    customer: z.string().nullable().openapi({ description: 'null: erased; nobody knows who it was.' }),
    kind: z.enum(kinds),
    via: z.enum(vias),
    purpose: z.string().nullable(),
    state: z.enum(['open', 'done', 'refused', 'withdrawn']),
    receivedAt: time,
    dueAt: time,
    endedAt: time.nullable(),
  })
  .openapi('PrivacyRequest');
const requests = z
  .object({ data: z.array(requestBody), next: z.string().optional() })
  .openapi('PrivacyRequests');

const list = createRoute({
  method: 'get',
  path: '/privacy-requests',
  operationId: 'listPrivacyRequests',
  summary: 'List what customers asked about their data',
  description:
    'Open ones by the day they are due, or those that ended, newest first. Scope: `privacy:write`.',
  tags: ['privacy'],
  middleware: [allow('privacy.manage')] as const,
  request: {
    query: z.strictObject({
      state: z
        .enum(['open', 'ended'])
        .optional()
        .openapi({ description: 'Which; open ones when absent.', example: 'open' }),
      after: z
        .string()
        .regex(/^\d{1,18}$/)
        .optional()
        .openapi({ description: 'The `next` of the page before; of those that ended.' }),
    }),
  },
  responses: {
    200: { description: 'One page.', content: { 'application/json': { schema: requests } } },
    ...refusals(401, 403, 422),
  },
});

const askable = kinds.filter((kind) => kind !== 'age');
const heardVia = vias.filter((via) => via !== 'mine');

const ask = createRoute({
  method: 'post',
  path: '/privacy-requests',
  operationId: 'makePrivacyRequest',
  summary: 'Write down that a customer asks something about their data',
  description:
    'The clock of one month begins. Restricting and objecting hold at once; a copy and an erasure wait until a colleague wrote down how we know who asks. Scope: `privacy:write`.',
  tags: ['privacy'],
  middleware: [allow('privacy.manage'), receive] as const,
  request: {
    headers: idempotent,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({
              customer: line(80),
              kind: z.enum(askable),
              via: z.enum(heardVia),
              wish: text(2000).optional(),
              purpose: z.enum(purposeKeys).optional(),
            })
            .openapi('NewPrivacyRequest', {
              example: { customer: 'pe_01jd8xw2k0c4tq7f9z2bn6m1hd', kind: 'erase', via: 'letter' },
            }),
        },
      },
    },
  },
  responses: {
    200: { description: 'The request.', content: { 'application/json': { schema: requestBody } } },
    ...refusals(401, 403, 404, 409, 413, 415, 422),
  },
});

export function servePrivacyRequests(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, async (c) => {
    const { state, after } = c.req.valid('query');
    const body = await transact(c.get('ctx'), 'legal', async (ctx) => {
      const { rows, next } = await listRequests(ctx, { open: state !== 'ended', before: after });
      const data = [];
      for (const row of rows) data.push(await outside(ctx, row));
      return { data, ...(next && { next }) };
    });
    return c.json(body, 200);
  });
  app.openapi(ask, async (c) => {
    const given = c.req.valid('json');
    const key = c.req.valid('header')['idempotency-key'];
    const asked = [c.req.method, c.req.path, given];
    const { body, replayed } = await once<z.infer<typeof requestBody>>(
      c.get('ctx'),
      { key, purpose: 'legal', request: asked },
      async (ctx) => ({ status: 200, body: await made(ctx, given) }),
    );
    markReplay(c, replayed);
    return c.json(body, 200);
  });
}

type Given = {
  customer: string;
  kind: Exclude<PrivacyRequest['kind'], 'age'>;
  via: Exclude<PrivacyRequest['via'], 'mine'>;
  wish?: string | undefined;
  purpose?: string | undefined;
};

/** A program heard somebody and saw nothing: as on the telephone. */
async function made(ctx: Context, { customer, ...asked }: Given): Promise<z.infer<typeof requestBody>> {
  const { timezone, locale } = await getOrganisation(ctx);
  const { id } = await getPerson(ctx, customer);
  const { request } = await askFor(ctx, { ...asked, personId: id, locale, strength: 1, timeZone: timezone });
  return outside(ctx, request);
}

async function outside(ctx: Context, row: PrivacyRequest): Promise<z.infer<typeof requestBody>> {
  const person = row.personId === null ? undefined : await findPersonById(ctx, row.personId);
  const { publicId, kind, via, purpose, state, receivedAt, dueAt, endedAt } = row;
  return {
    id: publicId,
    customer: person?.publicId ?? null,
    ...{ kind, via, purpose, state },
    receivedAt: timeOf(receivedAt),
    dueAt: timeOf(dueAt),
    endedAt: timeOf(endedAt),
  };
}
