import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { getRound, listRounds } from '../../conversations/reviewing/rounds.ts';
import { criteria } from '../../conversations/reviewing/rubric.ts';
import { readQuality } from '../../insights/reporting/quality.ts';
import { queuesFor } from '../../organisation/queues.ts';
import { type ApiEnv, refusals } from '../answering.ts';
import { allow } from '../authenticating.ts';

const mean = z.object({
  value: z.number().nullable().openapi({ description: '0 to 2; null: nobody looked yet.' }),
  low: z.number().nullable().openapi({ description: 'The 95 % interval.' }),
  high: z.number().nullable(),
  n: z.int(),
});
const agreement = z
  .number()
  .nullable()
  .openapi({ description: "Cohen's kappa before they talked; null: too little to say." });
const round = z
  .object({
    id: z.string(),
    week: z.iso.date().openapi({ description: 'Its first day.' }),
    queue: z.string(),
    answers: z.int().openapi({ description: 'That left in this week.' }),
    drawn: z.int(),
    done: z.int().openapi({ description: 'Scored by two.' }),
    differing: z.int(),
    open: z.int().openapi({ description: 'Seen differently, and not talked over yet.' }),
  })
  .openapi('QualityRound');
const day = z.iso.date();

const figures = createRoute({
  method: 'get',
  path: '/quality',
  operationId: 'getQuality',
  summary: 'How good a sample of answers was found',
  description: 'Over the rounds of weeks that begin in the period. Scope: `journey:read`.',
  tags: ['journey'],
  middleware: [allow('journey.read')] as const,
  request: {
    query: z.strictObject({
      from: day.openapi({ description: 'The first day that counts.' }),
      to: day.openapi({ description: 'The day after the last.' }),
    }),
  },
  responses: {
    200: {
      description: 'Means by criterion, and how far two agreed.',
      content: {
        'application/json': {
          schema: z
            .object({
              all: mean,
              criteria: z.array(z.object({ key: z.enum(criteria), mean, kappa: agreement })),
              kappa: agreement,
              differing: z.int(),
              open: z.int(),
            })
            .openapi('Quality'),
        },
      },
    },
    ...refusals(401, 403, 422),
  },
});

const rounds = createRoute({
  method: 'get',
  path: '/quality/rounds',
  operationId: 'listQualityRounds',
  summary: 'List the rounds of the quality sample',
  description: 'Newest first, at most two hundred; no words of customers. Scope: `journey:read`.',
  tags: ['journey'],
  middleware: [allow('journey.read')] as const,
  responses: {
    200: {
      description: 'All of them.',
      content: { 'application/json': { schema: z.object({ data: z.array(round) }) } },
    },
    ...refusals(401, 403),
  },
});

const one = createRoute({
  method: 'get',
  path: '/quality/rounds/{id}',
  operationId: 'getQualityRound',
  summary: 'Get one round with its answers',
  description: 'How far each answer is scored; no words, and nobody’s name. Scope: `journey:read`.',
  tags: ['journey'],
  middleware: [allow('journey.read')] as const,
  request: {
    params: z.object({ id: z.string().max(60).openapi({ description: 'Of the round.' }) }),
  },
  responses: {
    200: {
      description: 'The round.',
      content: {
        'application/json': {
          schema: round.extend({
            items: z.array(
              z.object({
                id: z.string(),
                stratum: z.string(),
                looked: z.int().min(0).max(2),
                differs: z.boolean(),
                agreed: z.boolean(),
              }),
            ),
          }),
        },
      },
    },
    ...refusals(401, 403, 404),
  },
});

export function serveQuality(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(figures, async (c) => {
    const ctx = c.get('ctx');
    const queueIds = (await queuesFor(ctx, 'journey.read')).map(({ id }) => id);
    const { all, criteria, kappa, differing, open } = await readQuality(ctx, {
      ...c.req.valid('query'),
      queueIds,
    });
    const shown = criteria.map((one) => ({ key: one.key, mean: { ...one.mean }, kappa: one.kappa.value }));
    return c.json({ all: { ...all }, criteria: shown, kappa: kappa.value, differing, open }, 200);
  });
  app.openapi(rounds, async (c) => {
    const data = (await listRounds(c.get('ctx'))).map(outside);
    return c.json({ data }, 200);
  });
  app.openapi(one, async (c) => {
    const found = await getRound(c.get('ctx'), c.req.valid('param').id);
    const items = found.items.map(({ publicId, stratum, looked, differs, agreed }) => ({
      ...{ id: publicId, stratum, looked, differs, agreed },
    }));
    return c.json({ ...outside(found.round), items }, 200);
  });
}

function outside(found: Awaited<ReturnType<typeof listRounds>>[number]): z.infer<typeof round> {
  const { publicId, week, queue, answers, drawn, done, differing, open } = found;
  return { id: publicId, week, queue, answers, drawn, done, differing, open };
}
