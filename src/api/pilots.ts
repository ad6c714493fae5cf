import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Names, readNames } from '../organisation/names.ts';
import { areas } from '../pilots/library/template.ts';
import { extend, keep, stop } from '../pilots/living/deciding.ts';
import { states } from '../pilots/living/life.ts';
import { getPilot, listPilots, type Pilot } from '../pilots/living/pilot.ts';
import { scale } from '../pilots/living/scaling.ts';
import type { Scope } from '../pilots/scope.ts';
import type { Context } from '../platform/context.ts';
import { once } from '../platform/http/idempotency.ts';
import { type ApiEnv, refusals } from './answering.ts';
import { allow } from './authenticating.ts';
import { idempotent } from './parameters.ts';
import { receive } from './receiving.ts';
import { markReplay } from './replaying.ts';
import { line, text } from './text.ts';

const pilotPath = z.object({ id: z.string().max(80).openapi({ description: 'Of the pilot: `pi_…`.' }) });

const pilotBody = z
  .object({
    id: z.string(),
    title: z.string(),
    area: z.enum(areas).openapi({ description: 'The C it belongs to.' }),
    state: z.enum(states),
    phase: z.int().openapi({ description: '0 until it starts, then 1 to 3.' }),
    on: z.boolean().openapi({ description: 'Its capabilities work within its scope.' }),
    capabilities: z.array(z.string()),
    scope: z.record(z.string(), z.unknown()).nullable().openapi({
      description:
        'Where it is on. A field that is not there restricts nothing. Departments and people by name.',
    }),
    endsOn: z
      .string()
      .nullable()
      .openapi({ description: 'When a decision is asked.', example: '2027-01-22' }),
    owner: z.string().nullable(),
    sponsor: z.string().nullable(),
    department: z.string().nullable(),
  })
  .openapi('Pilot');

const list = createRoute({
  method: 'get',
  path: '/pilots',
  operationId: 'listPilots',
  summary: 'List pilots',
  description: 'Those that live first, the newest on top. Scope: `pilots:read`.',
  tags: ['pilots'],
  middleware: [allow('pilot.read')] as const,
  responses: {
    200: {
      description: 'All of them.',
      content: { 'application/json': { schema: z.object({ data: z.array(pilotBody) }) } },
    },
    ...refusals(401, 403),
  },
});

const one = createRoute({
  method: 'get',
  path: '/pilots/{id}',
  operationId: 'getPilot',
  summary: 'Get one pilot',
  description: 'Scope: `pilots:read`.',
  tags: ['pilots'],
  middleware: [allow('pilot.read')] as const,
  request: { params: pilotPath },
  responses: {
    200: { description: 'The pilot.', content: { 'application/json': { schema: pilotBody } } },
    ...refusals(401, 403, 404),
  },
});

const newDecision = z
  .strictObject({
    choice: z.enum(['scale', 'keep', 'extend', 'stop']).openapi({
      description:
        '`scale` widens the scope to the next phase. `keep` leaves it on without an end. `extend` lengthens the phase once. `stop` switches it off at once.',
    }),
    why: text(2000),
    days: z.int().min(1).optional().openapi({ description: 'For `extend`.' }),
    learned: text(4000).optional().openapi({ description: 'For `stop`: what was learned.' }),
    overrule: line(500)
      .optional()
      .openapi({ description: 'For `scale`, when the quarter is full: why all the same.' }),
  })
  .openapi('NewPilotDecision', { example: { choice: 'keep', why: 'Het doel is gehaald.' } });

const decide = createRoute({
  method: 'post',
  path: '/pilots/{id}/decisions',
  operationId: 'decideOnPilot',
  summary: 'Decide on a pilot',
  description: 'Everything that asks what is on follows at once. Scope: `pilots:write`.',
  tags: ['pilots'],
  middleware: [allow('pilot.manage'), receive] as const,
  request: {
    params: pilotPath,
    headers: idempotent,
    body: { required: true, content: { 'application/json': { schema: newDecision } } },
  },
  responses: {
    200: { description: 'How it stands now.', content: { 'application/json': { schema: pilotBody } } },
    ...refusals(401, 403, 404, 409, 413, 415, 422),
  },
});

type Decision = z.infer<typeof newDecision>;

const choices: Readonly<
  Record<Decision['choice'], (ctx: Context, id: string, of: Decision) => Promise<unknown>>
> = {
  scale: (ctx, id, { why, overrule }) => scale(ctx, id, { why, overrule }),
  keep: (ctx, id, { why }) => keep(ctx, id, why),
  extend: (ctx, id, { why, days = 0 }) => extend(ctx, id, { days, why }),
  stop: (ctx, id, { why, learned = '' }) => stop(ctx, id, { why, learned, otherwise: '' }),
};

export function servePilots(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, async (c) => {
    const names = await readNames(c.get('ctx'));
    return c.json({ data: (await listPilots(c.get('ctx'))).map((pilot) => pilotOutside(pilot, names)) }, 200);
  });
  app.openapi(one, async (c) => {
    const pilot = await getPilot(c.get('ctx'), c.req.valid('param').id);
    return c.json(pilotOutside(pilot, await readNames(c.get('ctx'))), 200);
  });
  app.openapi(decide, async (c) => {
    const { id } = c.req.valid('param');
    const decision = c.req.valid('json');
    const key = c.req.valid('header')['idempotency-key'];
    const request = ['POST', c.req.path, decision];
    const { body, replayed } = await once(c.get('ctx'), { key, purpose: 'service', request }, async (ctx) => {
      await choices[decision.choice](ctx, id, decision);
      return { status: 200, body: pilotOutside(await getPilot(ctx, id), await readNames(ctx)) };
    });
    markReplay(c, replayed);
    return c.json(body, 200);
  });
}

const on: readonly string[] = ['running', 'deciding', 'kept'];

function pilotOutside(pilot: Pilot, names: Names): z.infer<typeof pilotBody> {
  const { publicId, title, area, state, phase, capabilities, scope, endsOn, owner, sponsor, department } =
    pilot;
  return {
    id: publicId,
    title,
    area,
    state,
    phase,
    on: on.includes(state),
    capabilities: [...capabilities],
    scope: scope && scopeOutside(scope, names),
    endsOn,
    owner: owner?.name ?? null,
    sponsor: sponsor?.name ?? null,
    department: department?.name ?? null,
  };
}

function scopeOutside(scope: Scope, { departments, people }: Names): Record<string, unknown> {
  return {
    ...scope,
    ...(scope.departments && { departments: scope.departments.map((id) => departments.get(id) ?? id) }),
    ...(scope.people && { people: scope.people.map((id) => people.get(id) ?? id) }),
  };
}
