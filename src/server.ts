import path from 'node:path';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { makeApp } from './app.ts';
import { startChannels } from './channel-worker.ts';
import { openLive } from './live.ts';
import type { OpenPolder } from './opening.ts';
import { makeSetupToken } from './organisation/first-administrator.ts';
import { openDataFolder } from './platform/data-folder.ts';
import { openDatabase } from './platform/database.ts';
import type { RequestVariables } from './platform/http/answering.ts';
import { type PageHandler, pageHandler } from './platform/http/pages.ts';
import { startJobs } from './platform/jobs.ts';
import { openSigning } from './platform/session.ts';
import { schedule } from './schedule.ts';
import { openTalkLive } from './talking-live.ts';
import { urls } from './urls.ts';
import { startFollowing } from './worker.ts';

export const buildFolder = path.resolve(import.meta.dirname, '../build');

export interface Served {
  app: Hono<{ Variables: RequestVariables }>;
  /** Where the first administrator comes in; absent once there is one. */
  setupPath?: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  pages?: PageHandler;
  clientFolder?: string | null;
}

/** All that runs behind the address: pages, API, live stream, reactions and jobs. */
export async function openServer(polder: OpenPolder, options: ServeOptions = {}): Promise<Served> {
  const { context, config, databaseUrl, log } = polder;
  await context.transformer?.load();
  const pages = options.pages ?? (await builtPages());
  const { secrets } = openDataFolder(config.dataFolder);
  const signing = openSigning({ databaseUrl, secret: secrets.session, baseUrl: config.baseUrl });
  const inbound = openDatabase(databaseUrl, { prepared: true, size: 12 });
  const live = await openLive(context, databaseUrl, log);
  const talkLive = openTalkLive(context, databaseUrl, log);
  const following = startFollowing(context, databaseUrl, log);
  const channels = startChannels(context, databaseUrl, { log });
  const jobs = await startJobs(context, databaseUrl, { timed: schedule, log });
  const app = makeApp({
    context,
    apiContext: { ...context, database: inbound.database },
    signing,
    live,
    talkLive,
    log,
    pages,
    sessionSecret: secrets.session,
    dataFolder: config.dataFolder,
    clientFolder:
      options.clientFolder === undefined ? path.join(buildFolder, 'client') : options.clientFolder,
    secure: config.baseUrl.startsWith('https:'),
  });
  const token = await makeSetupToken(context);
  return {
    app,
    ...(token ? { setupPath: urls.setup(token) } : {}),
    close: async () => {
      await channels.stop();
      await jobs.stop();
      await following.stop();
      await live.close();
      await talkLive.close();
      await signing.close();
      await inbound.close();
    },
  };
}

/** The pages as `npm run build` left them. */
export async function builtPages(): Promise<PageHandler> {
  return pageHandler(await import(path.join(buildFolder, 'server/index.js')));
}

export interface Listening {
  port: number;
  close(): Promise<void>;
}

/**
 * Listens at once; requests wait until `ready` has an app, so that a browser opened too early is patient and not
 * refused.
 */
export function listen(
  ready: Promise<Served>,
  { port, host }: { port: number; host: string },
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const fetch = async (request: Request) => (await ready).app.fetch(request);
    const server = serve({ fetch, port, hostname: host }, (address) => {
      resolve({ port: address.port, close: () => closeServer(server) });
    });
    server.once('error', reject);
  });
}

function closeServer(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Streams to browsers never end by themselves.
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
