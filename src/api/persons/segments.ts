import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { getSegment, listSegments, type Segment, segmentPurposes } from '../../customers/segments/segment.ts';
import { targetGroup } from '../../insights/target-group.ts';
import { transact } from '../../platform/context.ts';
import { type ApiEnv, refusals } from '../answering.ts';
import { allow } from '../authenticating.ts';
import { time, timeOf } from '../conversation.ts';

const segment = z
  .object({
    id: z.string().openapi({ example: 'sg_01jd8xw2k0c4tq7f9z2bn6m1hd' }),
    name: z.string(),
    purpose: z.enum(segmentPurposes),
    changedAt: time,
  })
  .openapi('Segment');
const segments = z.object({ data: z.array(segment) }).openapi('Segments');

const list = createRoute({
  method: 'get',
  path: '/segments',
  operationId: 'listSegments',
  summary: 'List target groups',
  description: 'By name. Scope: `customers:read`.',
  tags: ['segments'],
  middleware: [allow('customer.read')] as const,
  responses: {
    200: { description: 'All that are in use.', content: { 'application/json': { schema: segments } } },
    ...refusals(401, 403),
  },
});

const share = z.object({ k: z.int(), share: z.number(), low: z.number(), high: z.number() });
const group = segment
  .extend({
    withheld: z.enum(['small', 'alike']).nullable().openapi({
      description: 'Why there are no figures: fewer than ten persons, or nearly the same group as another.',
    }),
    size: z.int().nullable(),
    heard: z
      .object({ n: z.int(), messages: z.int(), moods: z.record(z.string(), share) })
      .nullable()
      .openapi({ description: 'How they feel, in 91 days; null when fewer than ten of them wrote.' }),
  })
  .openapi('TargetGroup');

const one = createRoute({
  method: 'get',
  path: '/segments/{id}',
  operationId: 'getSegment',
  summary: 'Get a target group, with how many they are and how they feel',
  description: 'Figures, never who is in it. Scope: `customers:read`.',
  tags: ['segments'],
  middleware: [allow('customer.read')] as const,
  request: { params: z.object({ id: z.string().max(80).openapi({ description: 'Of the group: `sg_…`.' }) }) },
  responses: {
    200: { description: 'The group now.', content: { 'application/json': { schema: group } } },
    ...refusals(401, 403, 404),
  },
});

export function serveSegments(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, async (c) => c.json({ data: (await listSegments(c.get('ctx'))).map(outside) }, 200));
  app.openapi(one, async (c) => {
    const body = await transact(c.get('ctx'), 'service', async (ctx) => {
      const found = await getSegment(ctx, c.req.valid('param').id);
      return { ...outside(found), ...figuresOf(await targetGroup(ctx, found)) };
    });
    return c.json(body, 200);
  });
}

type Figures = Pick<z.infer<typeof group>, 'withheld' | 'size' | 'heard'>;

function figuresOf(shown: Awaited<ReturnType<typeof targetGroup>>): Figures {
  if ('withheld' in shown) return { withheld: shown.withheld, size: null, heard: null };
  const { size, heard } = shown;
  if (heard === null) return { withheld: null, size, heard };
  const moods = Object.entries(heard.moods).map(
    ([mood, { k, share, low, high }]) => [mood, { k, share, low, high }] as const,
  );
  const { n, messages } = heard;
  return { withheld: null, size, heard: { n, messages, moods: Object.fromEntries(moods) } };
}

function outside({ publicId, name, purpose, changedAt }: Segment): z.infer<typeof segment> {
  return {
    id: publicId,
    name,
    purpose: purpose as (typeof segmentPurposes)[number],
    changedAt: timeOf(changedAt),
  };
}
