import { z } from '@hono/zod-openapi';
import type { Endpoint } from '../../conversations/webhooks/endpoint.ts';
import type { Delivery } from '../../conversations/webhooks/log.ts';
import { types } from '../../conversations/webhooks/type.ts';
import { time } from '../conversation.ts';
import { line } from '../text.ts';

export const newWebhook = z
  .strictObject({
    name: line(80),
    url: line(2000).openapi({ description: 'https, and outside the network that Polder stands in.' }),
    types: z.array(z.enum(types)).max(types.length),
  })
  .openapi('NewWebhook', {
    example: { name: 'CRM', url: 'https://crm.example/polder', types: ['conversation.closed'] },
  });

export const webhookBody = z
  .object({
    id: z.string().openapi({ example: 'we_01jd8xw2k0pz4d7c1n9r6yh3tb' }),
    name: z.string(),
    url: z.string(),
    types: z.array(z.enum(types)),
    failingSince: time.nullable().openapi({ description: 'Nothing arrived since.' }),
    disabledAt: time.nullable(),
    disabledWhy: z.enum(['failing', 'gone', 'colleague']).nullable(),
    waiting: z.int().openapi({ description: 'How many deliveries wait; 1000: at least so many.' }),
  })
  .openapi('Webhook');

export const secretBody = z.object({
  id: z.string(),
  secret: z.string().openapi({ description: 'Shown here and never again.', example: 'whsec_…' }),
});

export const deliveryBody = z
  .object({
    id: z.string().openapi({ description: 'The `webhook-id`.' }),
    type: z.string(),
    state: z.enum(['waiting', 'sent', 'failed']),
    attempts: z.int(),
    at: time,
    nextAt: time.nullable(),
    status: z.int().nullable().openapi({ description: 'Of the last try.' }),
    error: z.string().nullable(),
  })
  .openapi('WebhookDelivery');

export function webhookOutside(endpoint: Endpoint): z.infer<typeof webhookBody> {
  const { publicId, name, url, types, failingSince, disabledAt, disabledWhy, waiting } = endpoint;
  return {
    ...{ id: publicId, name, url, types: [...types], disabledWhy, waiting },
    failingSince: failingSince?.toISOString() ?? null,
    disabledAt: disabledAt?.toISOString() ?? null,
  };
}

export function deliveryOutside(delivery: Delivery): z.infer<typeof deliveryBody> {
  const { publicId, type, state, attempts, madeAt, nextAt, status, error } = delivery;
  return {
    ...{ id: publicId, type, state, attempts, status, error },
    at: madeAt.toISOString(),
    nextAt: state === 'waiting' ? nextAt.toISOString() : null,
  };
}
