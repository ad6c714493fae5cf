import { data, redirect, type ServerBuild } from 'react-router';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import type { PageContext } from './load-context.ts';
import { pageHandler } from './pages.ts';

/** A build with one address that answers with whatever `loader` does; no page, so no rendering. */
function buildWith(loader: () => unknown): ServerBuild {
  return {
    entry: { module: { default: () => new Response('a page') } },
    routes: { only: { id: 'only', path: 'only', module: { loader } } },
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '1' },
    assetsBuildDirectory: '',
    future: {},
    isSpaMode: false,
    prerender: [],
    publicPath: '/',
    routeDiscovery: { mode: 'initial', manifestPath: '' },
    ssr: true,
  } as unknown as ServerBuild;
}

async function ask(loader: () => unknown) {
  const reported: unknown[] = [];
  const page = {
    requestId: 'req-1',
    report: (error: unknown) => reported.push(error),
  } as unknown as PageContext;
  const response = await pageHandler(buildWith(loader))(new Request('http://localhost/only'), page);
  return { response, reported };
}

describe('an answer to a request for a page', () => {
  it('is a refusal with its own status, code and request id, and no bug', async () => {
    const { response, reported } = await ask(() => {
      throw new Refusal('not-found.conversation', { id: 'cv_1' });
    });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      code: 'not-found.conversation',
      details: { id: 'cv_1' },
      requestId: 'req-1',
    });
    expect(reported).toEqual([]);
  });

  it('is a 500 that says nothing but the request id when there is a bug, and the bug is reported once', async () => {
    const bug = new TypeError('select * from secret failed');
    const { response, reported } = await ask(() => {
      throw bug;
    });
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ code: 'bug', details: {}, requestId: 'req-1' });
    expect(reported).toEqual([bug]);
  });

  it('also sees what fails later, in a promise', async () => {
    const { response } = await ask(async () => {
      await Promise.resolve();
      throw new Refusal('forbidden.action');
    });
    expect(response.status).toBe(403);
  });

  it('leaves redirects and answers that were thrown on purpose as they are', async () => {
    const moved = await ask(() => {
      throw redirect('/inbox');
    });
    expect(moved.response.status).toBe(302);
    expect(moved.response.headers.get('Location')).toBe('/inbox');
    const gone = await ask(() => {
      throw data({ odd: true }, { status: 410 });
    });
    expect(gone.response.status).toBe(410);
    expect([...moved.reported, ...gone.reported]).toEqual([]);
  });
});
