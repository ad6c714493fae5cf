import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServedApi, serveApi } from './fixtures/serving.ts';

interface Described {
  operationId: string;
  summary: string;
  description: string;
  parameters?: { name: string; in: string; schema: object; description?: string; required?: boolean }[];
  requestBody?: { required: boolean; content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}

interface Document {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  security: object[];
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
  paths: Record<string, Record<string, Described>>;
}

/** Trying changes nothing, and the answer that shows a secret must lie nowhere: these keep no answer to give again. */
const keepNoAnswer = new Set([
  'tryRules',
  'addWebhook',
  'changeWebhook',
  'turnChannel',
  'rotateWebhookSecret',
  'testWebhook',
  'replayWebhook',
]);
const withoutBody = new Set(['rotateWebhookSecret', 'testWebhook']);

let api: ServedApi;
let document: Document;
let operations: { name: string; path: string; method: string; operation: Described }[] = [];
beforeAll(async () => {
  api = await serveApi();
  document = (await api.send('GET', '/openapi.json', { key: '' })).body as Document;
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method} ${path}`,
      path,
      method,
      operation,
    })),
  );
});
afterAll(() => api.close());

describe('the document', () => {
  test('is OpenAPI 3.1 and asks for a bearer key', () => {
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Polder', version: '1' },
      servers: [{ url: '/api/v1' }],
      security: [{ key: [] }],
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
    });
  });

  test('describes every operation in words, with who may, what goes in, what comes out, and the refusals', () => {
    expect(operations.length).toBeGreaterThan(20);
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
    for (const { name, operation, method, path } of operations) {
      expect(operation.summary, name).toBeTruthy();
      expect(operation.description, name).toMatch(/Scope: `[a-z]+:[a-z]+`\.$/);
      expect(Object.keys(operation.responses), name).toEqual(expect.arrayContaining(['401', '403']));
      for (const [status, answer] of Object.entries(operation.responses)) {
        const kind = Number(status) < 300 ? 'application/json' : 'application/problem+json';
        expect(Object.keys(answer.content ?? {}), `${name} ${status}`).toEqual([kind]);
      }
      const named = operation.parameters?.filter((one) => one.in === 'path').map((one) => one.name) ?? [];
      expect(named, name).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]));
      for (const parameter of operation.parameters ?? []) expect(parameter.description, name).toBeTruthy();
      if (method === 'post' || method === 'put') {
        if (!withoutBody.has(operation.operationId)) expect(operation.requestBody?.required, name).toBe(true);
        const headers = operation.parameters?.map((one) => one.name) ?? [];
        expect(headers.includes('idempotency-key'), name).toBe(!keepNoAnswer.has(operation.operationId));
      }
    }
  });

  test('names only what it holds: every $ref leads somewhere', () => {
    const text = JSON.stringify(document);
    const refs = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(refs.length).toBeGreaterThan(20);
    for (const name of refs) expect(document.components.schemas, name).toHaveProperty(name);
  });

  test('says of every body that unknown fields are refused', () => {
    for (const name of ['NewMessage', 'NewConversationMessage', 'NewClosure', 'NewAssignment'])
      expect(document.components.schemas[name], name).toMatchObject({ additionalProperties: false });
  });

  test('has an example for every body, and each of them is accepted', async () => {
    const { conversation } = await api.hear();
    for (const { name, path, method, operation } of operations) {
      const schema = operation.requestBody?.content['application/json']?.schema as
        | { $ref: string }
        | undefined;
      if (!schema) continue;
      const { example } = document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] as {
        example: object;
      };
      const { status, body } = await api.send(method.toUpperCase(), path.replace('{id}', conversation), {
        body: example,
      });
      // The colleague and the version of an example are not those of this conversation.
      expect([200, 201, 404, 409], `${name} ${JSON.stringify(body)}`).toContain(status);
    }
  });
});
