import { createRequestHandler, data, RouterContextProvider, type ServerBuild } from 'react-router';
import { isRefusal } from '../refusal.ts';
import { asRefusal } from '../unstorable.ts';
import { contextKey, type PageContext, pageContext } from './load-context.ts';

/** What the error page is told: a stable code with details, and the request id to ask about. */
export interface Trouble {
  code: string;
  details: Readonly<Record<string, unknown>>;
  requestId: string;
}

export type PageHandler = (request: Request, page: PageContext) => Promise<Response>;

/**
 * Makes the function that answers requests for pages.
 *
 * `build` is the web bundle (`build/server/index.js`), or a function that gives the newest one (development).
 * Every loader and action is wrapped once, here: a Refusal becomes an answer with its own status, and anything else
 * is reported and becomes a 500 with the request id. Pages themselves never catch.
 */
export function pageHandler(
  build: ServerBuild | (() => Promise<ServerBuild>),
  mode = 'production',
): PageHandler {
  const guarded = typeof build === 'function' ? async () => guard(await build()) : guard(build);
  const handle = createRequestHandler(guarded, mode);
  return (request, page) => {
    const provider = new RouterContextProvider();
    provider.set(contextKey, page);
    return handle(request, provider);
  };
}

function guard(build: ServerBuild): ServerBuild {
  const routes: ServerBuild['routes'] = {};
  for (const [id, route] of Object.entries(build.routes)) {
    if (!route) continue;
    const { loader, action } = route.module;
    routes[id] = {
      ...route,
      module: {
        ...route.module,
        ...(loader && { loader: answering(loader) }),
        ...(action && { action: answering(action) }),
      },
    };
  }
  return { ...build, routes };
}

type Work<Args> = (args: Args) => unknown;

function answering<Args extends { context: Readonly<RouterContextProvider> }>(work: Work<Args>): Work<Args> {
  return async (args) => {
    try {
      return await work(args);
    } catch (error) {
      throw asAnswer(asRefusal(error), pageContext(args.context));
    }
  };
}

/** Responses (redirects) and answers that were thrown on purpose pass through untouched. */
function asAnswer(error: unknown, page: PageContext): unknown {
  if (error instanceof Response || isThrownData(error)) return error;
  if (isRefusal(error)) {
    return trouble({ code: error.code, details: error.details, requestId: page.requestId }, error.status);
  }
  page.report?.(error);
  return trouble({ code: 'bug', details: {}, requestId: page.requestId }, 500);
}

function trouble(body: Trouble, status: number) {
  return data(body, { status, headers: { 'Cache-Control': 'no-store' } });
}

function isThrownData(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'type' in error && error.type === 'DataWithResponseInit'
  );
}
