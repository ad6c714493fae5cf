import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../../src/platform/config.ts';
import { silentLog } from '../../src/platform/log.ts';
import { createLogin } from '../../src/platform/session.ts';
import { listen, openServer, type Served } from '../../src/server.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { sendingThrough } from '../mail-server.ts';
import { hirePeople, type People, type Person } from '../people.ts';

export const password = 'een lange zin om in te loggen';

export interface ServedPolder {
  address: string;
  database: TestDatabase;
  people: People;
  close(): Promise<void>;
}

/**
 * A whole Polder at a port of its own, with people who can sign in. Its clock is the one that tests turn. `mail`: the
 * server through which it sends.
 */
export async function servePolder({ mail }: { mail?: { url: string } } = {}): Promise<ServedPolder> {
  const database = await testDatabase();
  const people = await hirePeople(database.context);
  for (const person of [people.els, people.joost, people.anneke, people.ravi]) {
    await giveLogin(database, person);
  }
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'polder-browser-'));
  const opened = Promise.withResolvers<Served>();
  const listening = await listen(opened.promise, { port: 0, host: '127.0.0.1' });
  const config = readConfig({}, { data: dataFolder, port: listening.port });
  const { appUrl: databaseUrl } = database;
  const sending = mail ? sendingThrough(database.context, mail) : database.context;
  const baseUrl = `http://localhost:${listening.port}`;
  const context = { ...sending, dataFolder, outside: { ...sending.outside, baseUrl } };
  const served = await openServer({ config, context, databaseUrl, log: silentLog, close: async () => {} });
  opened.resolve(served);
  return {
    address: baseUrl,
    database: { ...database, context },
    people,
    close: async () => {
      await listening.close();
      await served.close();
      await database.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

export async function giveLogin({ context }: TestDatabase, { employee }: Person): Promise<void> {
  const { id, name, email } = employee;
  const userId = await createLogin(context, { name, email, password });
  await context.database.updateTable('employee').set({ user_id: userId }).where('id', '=', id).execute();
}
