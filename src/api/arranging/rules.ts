import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { mostRules } from '../../conversations/ruling/checking-rules.ts';
import { mostOnce, runOnce } from '../../conversations/ruling/once.ts';
import { publishRules, rulesNow } from '../../conversations/ruling/rules.ts';
import { tryRules } from '../../conversations/ruling/trying.ts';
import { once } from '../../platform/http/idempotency.ts';
import { type ApiEnv, refusals } from '../answering.ts';
import { allow } from '../authenticating.ts';
import { idempotent } from '../parameters.ts';
import { receive } from '../receiving.ts';
import { markReplay } from '../replaying.ts';
import { line } from '../text.ts';
import { exampleRules, ruleBody, ruleInside, ruleOutside } from './rule-body.ts';

const standing = z
  .object({
    version: z
      .string()
      .nullable()
      .openapi({ description: 'Of all of them together; null: nobody made any.' }),
    data: z.array(ruleBody),
  })
  .openapi('Rules');
const tags = ['arranging'];

const list = createRoute({
  method: 'get',
  path: '/rules',
  operationId: 'listRules',
  summary: 'Read the automatic rules',
  description: 'In the order in which they are looked at. Scope: `organisation:write`.',
  tags,
  middleware: [allow('organisation.manage')] as const,
  responses: {
    200: { description: 'Those that hold now.', content: { 'application/json': { schema: standing } } },
    ...refusals(401, 403),
  },
});

const newRules = z
  .strictObject({
    version: z.string().max(20).nullable().optional().openapi({
      description: 'The version you saw; another one meanwhile gives 409. Left out: not checked.',
    }),
    rules: z.array(ruleBody).max(mostRules),
  })
  .openapi('NewRules', { example: exampleRules });

const put = createRoute({
  method: 'put',
  path: '/rules',
  operationId: 'publishRules',
  summary: 'Publish the automatic rules',
  description:
    'All of them, in their order; those before are kept as an older version. Scope: `organisation:write`.',
  tags,
  middleware: [allow('organisation.manage'), receive] as const,
  request: {
    headers: idempotent,
    body: { required: true, content: { 'application/json': { schema: newRules } } },
  },
  responses: {
    200: { description: 'They hold from now on.', content: { 'application/json': { schema: standing } } },
    ...refusals(401, 403, 409, 413, 415, 422),
  },
});

const trial = z
  .object({
    tried: z.int(),
    rules: z.array(z.object({ key: z.string(), name: z.string(), holds: z.int() })),
  })
  .openapi('RuleTrial');

const attempt = createRoute({
  method: 'post',
  path: '/rules/trials',
  operationId: 'tryRules',
  summary: 'Try rules on the last 500 conversations',
  description: 'Nothing is done. For how many each would hold. Scope: `organisation:write`.',
  tags,
  middleware: [allow('organisation.manage'), receive] as const,
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({ rules: z.array(ruleBody).max(mostRules) })
            .openapi('NewTrial', { example: exampleRules }),
        },
      },
    },
  },
  responses: {
    200: { description: 'What they would do.', content: { 'application/json': { schema: trial } } },
    ...refusals(401, 403, 413, 415, 422),
  },
});

const newRun = z
  .strictObject({
    queue: line(100)
      .nullable()
      .optional()
      .openapi({ description: 'All that is open there; null: everywhere.' }),
    conversations: z.array(line(60)).max(mostOnce).optional(),
  })
  .openapi('NewRuleRun', { example: { queue: 'bezorging' } });

const run = createRoute({
  method: 'post',
  path: '/rules/{key}/runs',
  operationId: 'runRuleOnce',
  summary: 'Apply a rule once to what lies there already',
  description: `In the background, to at most ${mostOnce} conversations. Scope: \`organisation:write\`.`,
  tags,
  middleware: [allow('organisation.manage'), receive] as const,
  request: {
    params: z.object({ key: z.string().max(40).openapi({ description: 'Of the rule.' }) }),
    headers: idempotent,
    body: { required: true, content: { 'application/json': { schema: newRun } } },
  },
  responses: {
    202: {
      description: 'Asked for.',
      content: { 'application/json': { schema: z.object({ id: z.string(), looksAt: z.int() }) } },
    },
    ...refusals(401, 403, 404, 409, 413, 415, 422),
  },
});

export function serveRules(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, async (c) => {
    const { versionId, rules } = await rulesNow(c.get('ctx'));
    return c.json({ version: versionId, data: rules.map(ruleOutside) }, 200);
  });
  app.openapi(put, async (c) => {
    const given = c.req.valid('json');
    const request = [c.req.method, c.req.path, given];
    const key = c.req.valid('header')['idempotency-key'];
    const { body, replayed } = await once(c.get('ctx'), { key, purpose: 'service', request }, async (ctx) => {
      const version = await publishRules(ctx, given.rules.map(ruleInside), given.version);
      return { status: 200, body: { version, data: given.rules } };
    });
    markReplay(c, replayed);
    return c.json(body, 200);
  });
  app.openapi(attempt, async (c) => {
    const { tried, rules } = await tryRules(c.get('ctx'), c.req.valid('json').rules.map(ruleInside));
    return c.json({ tried, rules }, 200);
  });
  app.openapi(run, async (c) => {
    const { queue = null, conversations } = c.req.valid('json');
    const selection = conversations ? { conversations } : { queue };
    const { key } = c.req.valid('param');
    const { body, replayed } = await once(
      c.get('ctx'),
      {
        key: c.req.valid('header')['idempotency-key'],
        purpose: 'service',
        request: [c.req.method, c.req.path, selection],
      },
      async (ctx) => ({ status: 202, body: await runOnce(ctx, key, selection) }),
    );
    markReplay(c, replayed);
    return c.json(body, 202);
  });
}
