import { beforeAll, expect, test, vi } from 'vitest';
import * as served from './http/load-context.ts';
import * as thrown from './refusal.ts';

/** The web bundle and the server each run their own copy of the platform. */
let refusal: typeof thrown;
let loading: typeof served;

beforeAll(async () => {
  vi.resetModules();
  refusal = await import('./refusal.ts');
  loading = await import('./http/load-context.ts');
});

test('a refusal of the one copy is a refusal to the other', () => {
  expect(refusal.Refusal).not.toBe(thrown.Refusal);
  const other = new refusal.Refusal('not-found.conversation', { id: 'cv_1' });
  expect(other instanceof thrown.Refusal).toBe(false);
  expect(thrown.isRefusal(other)).toBe(true);
  expect(refusal.isRefusal(new thrown.Refusal('conflict.version'))).toBe(true);
  expect(other.status).toBe(404);
});

test('what only looks like a refusal is none', () => {
  const looks = { name: 'Refusal', code: 'not-found', details: {}, status: 404 };
  expect([looks, new Error('not-found'), null, undefined, 'not-found'].some(thrown.isRefusal)).toBe(false);
});

test('both copies find the request’s context under one key', () => {
  expect(loading.pageContext).not.toBe(served.pageContext);
  expect(loading.contextKey).toBe(served.contextKey);
});
