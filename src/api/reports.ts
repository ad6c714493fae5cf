import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Estimate, ReportFigure } from '../insights/reporting/figures.ts';
import { type Report, readReport } from '../insights/reporting/report.ts';
import { readBehind } from '../insights/reporting/rows.ts';
import { type ApiEnv, refusals } from './answering.ts';
import { allow } from './authenticating.ts';

const estimate = z.object({
  value: z
    .number()
    .nullable()
    .openapi({ description: 'A share of 1, seconds, or a count; null: nothing to say.' }),
  n: z.int(),
  low: z.number().nullable().openapi({ description: 'The 95 % interval.' }),
  high: z.number().nullable(),
});
const figure = estimate.extend({
  code: z.string().openapi({ example: 'RR' }),
  unit: z.enum(['share', 'seconds', 'count']),
  before: estimate.openapi({ description: 'The same over the period before, which is as long.' }),
});
const group = z.object({ key: z.string(), name: z.string(), figures: z.array(figure) });
const day = z.iso.date();

const reportBody = z
  .object({
    from: day,
    to: day.openapi({ description: 'The last day that counts.' }),
    countedAt: z.iso.datetime().nullable().openapi({ description: 'null: nothing has been counted yet.' }),
    figures: z.array(figure),
    groups: z.object({
      department: z.array(group),
      queue: z.array(group),
      channel: z.array(group),
    }),
    week: z.array(
      z.looseObject({
        weekday: z.int().min(1).max(7),
        hour: z.int().min(0).max(23),
        asked: z.int(),
        outside: z.int(),
      }),
    ),
    reasons: z.array(z.object({ kind: z.string(), key: z.string(), n: z.int(), before: z.int() })),
  })
  .openapi('Report');

const place = {
  from: day.optional().openapi({ description: 'The first day that counts.' }),
  to: day.optional().openapi({ description: 'The last day that counts.' }),
  department: z.string().max(100).optional().openapi({ description: 'Its key.' }),
  queue: z.string().max(100).optional().openapi({ description: 'Its key.' }),
  channel: z.string().max(100).optional().openapi({ description: 'Its name.' }),
};

const one = createRoute({
  method: 'get',
  path: '/reports',
  operationId: 'getReport',
  summary: 'How what came in was answered',
  description:
    'Figures of a period with their n, interval and the period before; per department, queue and channel; per hour of the week. Left out: the last 28 days. Scope: `journey:read`.',
  tags: ['reports'],
  middleware: [allow('journey.read')] as const,
  request: { query: z.strictObject(place) },
  responses: {
    200: { description: 'The report.', content: { 'application/json': { schema: reportBody } } },
    ...refusals(401, 403, 404, 422),
  },
});

const rowsBody = z
  .object({
    data: z.array(
      z.object({
        at: z.iso.datetime(),
        conversation: z.string().nullable().openapi({ description: 'null: not for this key to read.' }),
        queue: z.string(),
        channel: z.string(),
        counts: z.boolean(),
        clockSeconds: z.number().nullable(),
        hoursSeconds: z.number().nullable(),
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi('ReportRows');

const rows = createRoute({
  method: 'get',
  path: '/reports/rows',
  operationId: 'listReportRows',
  summary: 'The rows behind one number of a report',
  description:
    'Newest first; `next` is the cursor of the next page. Conversations that the key may not read come without their id. Scope: `journey:read`.',
  tags: ['reports'],
  middleware: [allow('journey.read')] as const,
  request: {
    query: z.strictObject({
      ...place,
      of: z.string().max(40).openapi({ description: 'The code of the figure.', example: 'RR' }),
      key: z.string().max(100).optional().openapi({ description: 'For INTENT, TOPIC and CLOSING: which.' }),
      cursor: z.string().max(100).optional().openapi({ description: '`next` of the page before.' }),
    }),
  },
  responses: {
    200: { description: 'A page of rows.', content: { 'application/json': { schema: rowsBody } } },
    ...refusals(401, 403, 404, 422),
  },
});

export function serveReports(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(one, async (c) =>
    c.json(reportJson(await readReport(c.get('ctx'), c.req.valid('query'))), 200),
  );
  app.openapi(rows, async (c) => {
    const { of, key, cursor, ...report } = c.req.valid('query');
    const found = await readBehind(c.get('ctx'), { report, code: of, key, after: cursor });
    const data = found.rows.map(({ at, conversation, ...row }) => ({
      ...row,
      at: at.toISOString(),
      conversation: conversation?.publicId ?? null,
    }));
    return c.json({ data, next: found.next }, 200);
  });
}

function reportJson({
  scope,
  countedAt,
  figures,
  groups,
  week,
  reasons,
}: Report): z.infer<typeof reportBody> {
  const shown = (list: Report['groups']['queue']) =>
    list.map(({ key, name, figures }) => ({ key, name, figures: figures.map(figureJson) }));
  return {
    from: scope.from,
    to: Temporal.PlainDate.from(scope.to).subtract({ days: 1 }).toString(),
    countedAt: countedAt?.toISOString() ?? null,
    figures: figures.map(figureJson),
    groups: {
      department: shown(groups.department),
      queue: shown(groups.queue),
      channel: shown(groups.channel),
    },
    week: week.map((cell) => ({ ...cell })),
    reasons: reasons.map((reason) => ({ ...reason })),
  };
}

function figureJson({ code, unit, before, ...own }: ReportFigure) {
  return { code, unit, ...estimateJson(own), before: estimateJson(before) };
}

function estimateJson({ value, n, low, high }: Estimate) {
  return { value, n, low, high };
}
