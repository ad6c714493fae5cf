import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { sql } from 'kysely';
import { api } from './api/api.ts';
import { openapiDocument } from './api/document.ts';
import { arriving } from './arriving.ts';
import { unreadOf } from './conversations/notifying/notifications.ts';
import { findTalk } from './conversations/talking/talk.ts';
import { findDisplay } from './insights/wall/display.ts';
import { readWall } from './insights/wall/figures.ts';
import type { Live } from './live.ts';
import { requires } from './organisation/authority.ts';
import { getOrganisation } from './organisation/organisation.ts';
import { queuesFor } from './organisation/queues.ts';
import { findSignedIn, type SignedIn } from './organisation/signed-in.ts';
import { openFor, switchedOnColumn } from './pilots/doors.ts';
import { actAs, type Context, type Locale } from './platform/context.ts';
import { problemOf, type RequestVariables } from './platform/http/answering.ts';
import { guard, sameOrigin } from './platform/http/guarding.ts';
import type { PageContext } from './platform/http/load-context.ts';
import type { PageHandler } from './platform/http/pages.ts';
import { remoteOf } from './platform/http/remote.ts';
import type { Log } from './platform/log.ts';
import { Refusal } from './platform/refusal.ts';
import { type Signing, sessionToken } from './platform/session.ts';
import { chooseLocale, localeCookie } from './platform/words.ts';
import { streamChanges, streamWall } from './streaming.ts';
import { neededAt } from './switches.ts';
import { talking } from './talking.ts';
import type { TalkLive } from './talking-live.ts';
import { answerUpload, customerFiles } from './uploading.ts';

export interface AppParts {
  context: Context;
  /** The same, with a database that has the few statements of the API prepared. */
  apiContext: Context;
  pages: PageHandler;
  signing: Signing;
  live: Live;
  talkLive: TalkLive;
  log: Log;
  sessionSecret: string;
  dataFolder: string;
  /** Where the web build lies; null in development, where vite serves it. */
  clientFolder: string | null;
  secure: boolean;
}

const megabyte = 1024 * 1024;

/** All that Polder answers over HTTP, from what anybody may ask to what needs a colleague or a key. */
export function makeApp(parts: AppParts): Hono<{ Variables: RequestVariables }> {
  const app = new Hono<{ Variables: RequestVariables }>();
  app.use(guard({ loose: parts.clientFolder === null, secure: parts.secure }));
  app.onError(problemOf(parts.log));
  if (parts.clientFolder) {
    const root = path.relative(process.cwd(), parts.clientFolder) || '.';
    const forever = (_: string, c: { header(name: string, value: string): void }) =>
      c.header('Cache-Control', 'public, max-age=31536000, immutable');
    app.use('/assets/*', serveStatic({ root, onFound: forever }));
    app.use('/favicon.svg', serveStatic({ root }));
    app.use('/push-worker.js', serveStatic({ root }));
    app.use('/talk.js', serveStatic({ root }));
  }
  app.get('/health', (c) => c.json({ ok: true }));
  const rest = api({ context: parts.apiContext, log: parts.log });
  app.route('/api/v1', rest);
  app.route('/in', arriving({ context: parts.context, log: parts.log }));
  // The forms of the page itself; its script speaks from the sites that are welcome.
  for (const page of ['/talk/:account', '/talk/:account/proof']) app.use(page, sameOrigin);
  app.route('/talk', talking({ context: parts.context, live: parts.talkLive }));
  app.use(sameOrigin);
  app.use('/talk/:account', async (c, next) => {
    c.set('frames', (await findTalk(parts.context, c.req.param('account')))?.origins ?? []);
    await next();
  });
  app.get('/live', async (c) => {
    const stillIn = async () => (await findColleague(parts, c.req.raw)) !== undefined;
    return streamChanges(parts.live, { ctx: await colleague(parts, c.req.raw), stillIn }, c.req.raw);
  });
  app.get('/wallboard/live', async (c) => {
    const ctx = await colleague(parts, c.req.raw);
    requires(ctx.actor, 'journey.read');
    const queueIds = (await queuesFor(ctx, 'journey.read')).map(({ id }) => id);
    const figures = async () => (await findColleague(parts, c.req.raw)) && (await readWall(ctx, queueIds));
    return streamWall(parts.live, { actor: ctx.actor, figures }, c.req.raw);
  });
  app.get('/display/:token/live', async (c) => {
    const token = c.req.param('token');
    if (!(await findDisplay(parts.context, token))) throw new Refusal('not-found.display');
    const figures = async () => {
      const display = await findDisplay(parts.context, token);
      return display && readWall(parts.context, display.queueIds);
    };
    return streamWall(parts.live, { actor: parts.context.actor, figures }, c.req.raw);
  });
  app.post('/imports/upload', (c) => answerUpload(colleague(parts, c.req.raw), c.req.raw, parts));
  app.post('/customers/files/upload', (c) =>
    answerUpload(colleague(parts, c.req.raw), c.req.raw, {
      dataFolder: parts.dataFolder,
      desk: customerFiles,
    }),
  );
  app.use(bodyLimit({ maxSize: 2 * megabyte, onError: () => tooLarge(2 * megabyte) }));
  app.all('*', async (c) => {
    const asked = { nonce: c.get('nonce'), requestId: c.get('requestId') };
    const page = await pageContextOf(parts, c.req.raw, asked);
    return parts.pages(throughOpenDoors(c.req.raw, page), {
      ...page,
      ...remotely(remoteOf(c.env)),
      apiDocument: () => openapiDocument(rest),
    });
  });
  return app;
}

/** What is off does not exist: its address leads where every unknown address leads. */
function throughOpenDoors(request: Request, { open, session }: PageContext): Request {
  const { pathname } = new URL(request.url);
  const data = pathname.endsWith('.data');
  const needed = neededAt('pages', data ? pathname.slice(0, -'.data'.length) : pathname);
  if (!needed || !session || open?.has(needed)) return request;
  return new Request(new URL(data ? '/not-on.data' : '/not-on', request.url), { headers: request.headers });
}

function remotely(remote: string | undefined): Pick<PageContext, 'remote'> {
  return remote === undefined ? {} : { remote };
}

function tooLarge(bytes: number): never {
  throw new Refusal('too-large.body', { bytes });
}

/** The context of whoever is signed in. @throws Refusal `sign-in.required` */
async function colleague(parts: AppParts, request: Request): Promise<Context> {
  const signedIn = await findColleague(parts, request);
  if (!signedIn) throw new Refusal('sign-in.required');
  const { pathname: path } = new URL(request.url);
  const needed = neededAt('pages', path);
  if (needed && !openFor(signedIn.beside.on, { ...signedIn, now: parts.context.clock.now() }).has(needed)) {
    throw new Refusal('not-found.address', { path });
  }
  return actAs({ ...parts.context, locale: localeFor(request, signedIn.locale) }, signedIn.actor);
}

interface Beside {
  on: Parameters<typeof openFor>[0];
  unread: number;
}

function sessionOf({ publicId, rulesWaiting, beside }: SignedIn & { beside: Beside }) {
  return { employeeId: publicId, rulesWaiting, unreadNews: beside.unread };
}

async function findColleague(parts: AppParts, request: Request) {
  const token = sessionToken(request, parts.sessionSecret);
  if (!token) return undefined;
  // Both are read for every page: as one column beside who is asking they cost no statement.
  const columns = sql<Beside>`json_build_object('on', ${switchedOnColumn()}, 'unread', ${unreadOf})`;
  return findSignedIn(parts.context, token, columns);
}

function localeFor(request: Request, employee?: Locale | null, organisation?: Locale): Locale {
  const cookies = request.headers.get('cookie') ?? '';
  return chooseLocale({
    cookie: new RegExp(`(?:^|;\\s*)${localeCookie}=(\\w+)`).exec(cookies)?.[1],
    employee,
    acceptLanguage: request.headers.get('accept-language'),
    organisation,
  });
}

const nobody = { kind: 'key', keyId: '0', name: 'nobody', scopes: [] } as const;

async function pageContextOf(
  parts: AppParts,
  request: Request,
  { nonce, requestId }: { nonce: string; requestId: string },
): Promise<PageContext> {
  const signedIn = await findColleague(parts, request);
  const organisation = await getOrganisation(parts.context);
  const locale = localeFor(request, signedIn?.locale, organisation.locale);
  return {
    context: actAs({ ...parts.context, locale }, signedIn?.actor ?? nobody),
    nonce,
    requestId,
    locale,
    timeZone: organisation.timezone,
    ...(signedIn && { open: openFor(signedIn.beside.on, { ...signedIn, now: parts.context.clock.now() }) }),
    session: signedIn ? sessionOf(signedIn) : null,
    signing: parts.signing,
    report: (error) => parts.log.error({ err: error, requestId }, 'bug'),
  };
}
