import { createServer as createHttpServer } from 'node:http';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { ServerBuild } from 'react-router';
import { createServer } from 'vite';
import { readArguments } from './commands/arguments.ts';
import { openPolder } from './opening.ts';
import { hold, openDataFolder } from './platform/data-folder.ts';
import { pageHandler } from './platform/http/pages.ts';
import { openServer } from './server.ts';

/**
 * `npm run dev`: as `start`, with the pages served from their sources and replaced in the browser as they change.
 * Modules below the pages are read again by restarting, which Node does by itself (`--watch`).
 */
async function develop(): Promise<void> {
  const { config } = readArguments(process.argv.slice(2), {
    usage: 'npm run dev -- [--data DIR]',
    options: {},
  });
  const held = hold(openDataFolder(config.dataFolder), 'start');
  const polder = await openPolder(config);
  const vite = await createServer({
    root: path.resolve(import.meta.dirname, '..'),
    server: { middlewareMode: true },
    appType: 'custom',
  });
  const build = () =>
    vite.ssrLoadModule('virtual:react-router/server-build') as unknown as Promise<ServerBuild>;
  const served = await openServer(polder, { pages: pageHandler(build, 'development'), clientFolder: null });
  const listener = getRequestListener(served.app.fetch);
  const server = createHttpServer((request, response) => {
    vite.middlewares(request, response, () => void listener(request, response));
  });
  server.listen(config.port, config.host, () => {
    const address = `http://localhost:${config.port}`;
    held.announce(address);
    process.stderr.write(`Polder in development: ${address}${served.setupPath ?? ''}\n`);
  });
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await vite.close();
    await served.close();
    await polder.close();
    held.release();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
}

await develop();
