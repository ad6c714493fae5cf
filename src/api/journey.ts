import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { lastMoment } from '../insights/moment.ts';
import { momentOf, readJourney } from '../journey/journey.ts';
import { wholeJson } from '../journey/presenting.ts';
import { listWeeks } from '../journey/weekly/timeline.ts';
import { asDate } from '../platform/clock.ts';
import { type ApiEnv, refusals } from './answering.ts';
import { allow } from './authenticating.ts';

const state = z.enum(['met', 'not_met', 'unknown']);
const level = z.int().min(0).max(5);
const share = z.number().min(0).max(1);

const journeyBody = z
  .looseObject({
    asOf: z.iso.datetime(),
    provisional: z.boolean().openapi({ description: 'Fewer than six weekly evaluations.' }),
    evaluatedAt: z.iso.datetime().nullable(),
    stage: z.looseObject({
      proven: level,
      possible: level,
      confidence: z.object({
        ...{ coverage: share, certainty: share, freshness: share },
        class: z.enum(['high', 'medium', 'low']),
      }),
    }),
    wavering: z.array(z.object({ id: z.string(), down: z.int(), of: z.int() })),
    roadmap: z.looseObject({ proven: level, possible: level }),
    ladder: z.array(z.looseObject({ area: z.string(), level })),
    fourC: z.array(z.looseObject({ c: z.string(), value: z.int().min(0).max(3) })),
    indicators: z.array(
      z.looseObject({ code: z.string(), unit: z.string(), value: z.number().nullable(), n: z.number() }),
    ),
    criteria: z.array(z.looseObject({ id: z.string(), version: z.int(), stage: z.int(), state })),
    next: z.looseObject({ criterion: z.string(), code: z.string(), phase: z.int() }).nullable().openapi({
      description: 'The one step that comes next; null at the end, and when the ambition is to hold.',
    }),
    recovery: z.looseObject({ at: z.iso.datetime(), from: level, to: level }).nullable().openapi({
      description: 'The smallest repair per point of a stage that was lost; null when none was.',
    }),
    events: z.array(z.looseObject({ at: z.iso.datetime(), kind: z.string() })),
    departments: z.array(z.looseObject({ id: z.string(), name: z.string(), proven: level, possible: level })),
  })
  .openapi('Journey');

const weeksBody = z
  .object({
    data: z.array(
      z.object({
        ...{ asOf: z.iso.datetime(), proven: level, possible: level, phase: level },
        class: z.enum(['high', 'medium', 'low']),
        frozen: z.enum(['declared', 'source']).nullable(),
      }),
    ),
  })
  .openapi('JourneyWeeks');

const one = createRoute({
  method: 'get',
  path: '/journey',
  operationId: 'getJourney',
  summary: 'Where the organisation stands',
  description:
    'Stage, roadmap, ladder and 4C, with every figure and criterion behind them, the next step, the recovery plan, what happened, and the departments. Unknown is never read as not met. Scope: `journey:read`.',
  tags: ['journey'],
  middleware: [allow('journey.read')] as const,
  request: {
    query: z.strictObject({
      at: z
        .string()
        .max(40)
        .optional()
        .openapi({ description: 'As it stood at the end of this day.', example: '2026-11-22' }),
    }),
  },
  responses: {
    200: { description: 'The journey.', content: { 'application/json': { schema: journeyBody } } },
    ...refusals(401, 403, 404, 422),
  },
});

const weeks = createRoute({
  method: 'get',
  path: '/journey/weeks',
  operationId: 'listJourneyWeeks',
  summary: 'Every week that was evaluated',
  description: 'Oldest first. Weeks that stood still say why. Scope: `journey:read`.',
  tags: ['journey'],
  middleware: [allow('journey.read')] as const,
  request: {},
  responses: {
    200: { description: 'The weeks.', content: { 'application/json': { schema: weeksBody } } },
    ...refusals(401, 403),
  },
});

export function serveJourney(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(one, async (c) => {
    const ctx = c.get('ctx');
    const { at } = c.req.valid('query');
    const journey = await readJourney(ctx, at ? await momentOf(ctx, at) : undefined);
    const body: z.infer<typeof journeyBody> = { ...(await wholeJson(ctx, journey)) };
    return c.json(body, 200);
  });
  app.openapi(weeks, async (c) => {
    const ctx = c.get('ctx');
    const until = (await lastMoment(ctx)) ?? ctx.clock.now();
    const all = await listWeeks(ctx, asDate(until));
    return c.json({ data: all.map(({ asOf, ...week }) => ({ ...week, asOf: asOf.toISOString() })) }, 200);
  });
}
