import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from './answering.ts';

const about = {
  openapi: '3.1.0',
  info: {
    title: 'Polder',
    version: '1',
    description:
      'Read and work conversations, and hand over messages. Times are UTC, ids are opaque strings, fields and codes are only ever added within version 1.',
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
  },
  servers: [{ url: '/api/v1' }],
  security: [{ key: [] }],
  tags: [
    { name: 'conversations', description: 'The inbox.' },
    { name: 'messages', description: 'What is said, on its way in.' },
    { name: 'customers', description: 'Who is who, and what was agreed with them.' },
    { name: 'segments', description: 'Target groups: how many they are and how they feel.' },
    { name: 'privacy', description: 'What customers ask about their data.' },
    { name: 'exchange', description: 'Customers, orders, invoices and deliveries, in and out.' },
  ],
};

/** The OpenAPI 3.1 document, made from the same schemas that check what comes in. */
export function openapiDocument(app: OpenAPIHono<ApiEnv>) {
  return app.getOpenAPI31Document(about);
}
