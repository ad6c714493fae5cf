import { sql } from 'kysely';
import { enter } from '../../src/customers/entering/entering.ts';
import { makeLink } from '../../src/customers/entering/link.ts';
import { keyScopes } from '../../src/organisation/authority.ts';
import { departmentNamed } from '../../src/organisation/departments.ts';
import { makeKey } from '../../src/organisation/keys.ts';
import { type Actor, type Role, transact } from '../../src/platform/context.ts';
import { fillTokens } from '../../src/platform/mail/token.ts';
import type { TestDatabase } from '../database.ts';
import { sessionCookie } from '../pages.ts';
import { hirePerson } from '../people.ts';

/** Somebody who comes to the door, with what they hold in their hands. */
export interface Comer {
  name: string;
  /** As what the rules know them; null: a person in their own data, or nobody at all. */
  actor: Actor | null;
  own: boolean;
  headers: Readonly<Record<string, string>>;
}

const roles: readonly Role[] = [
  'administrator',
  'colleague',
  'director',
  'community_manager',
  'data_manager',
];

/** Each role everywhere, webcare of two departments, nobody, a person in their own data, and a key of each scope. */
export async function comersTo(
  database: TestDatabase,
  { here, person }: { here: string; person: string },
): Promise<Comer[]> {
  const { context } = database;
  const { id: elsewhere } = await departmentNamed(context, 'Communicatie');
  const hired = [
    ...roles.map((role) => ({ name: role, role, departmentId: null })),
    { name: 'webcare', role: 'colleague', departmentId: here },
    { name: 'neighbour', role: 'colleague', departmentId: elsewhere },
  ] as const;
  const comers: Comer[] = [{ name: 'nobody', actor: null, own: false, headers: {} }];
  for (const one of hired) {
    const hand = await hirePerson(context, one);
    const headers = { cookie: await sessionCookie(database, hand) };
    comers.push({ name: one.name, actor: hand.context.actor, own: false, headers });
  }
  comers.push({
    name: 'person',
    actor: null,
    own: true,
    headers: { cookie: await mineCookie(database, person) },
  });
  for (const scope of keyScopes) {
    const key = await makeKey(context, { name: scope, scopes: [scope] });
    const actor = { kind: 'key', keyId: '1', name: scope, scopes: [scope] } as const;
    comers.push({ name: `key ${scope}`, actor, own: false, headers: { authorization: `Bearer ${key}` } });
  }
  return comers;
}

async function mineCookie({ context }: TestDatabase, personId: string): Promise<string> {
  const { url } = await transact(context, 'legal', (ctx) =>
    makeLink(ctx, { kind: 'sign-in', personId, address: 'fatima@klant.example' }),
  );
  const token = /token=([\w-]+)/.exec(fillTokens(context.outside, url))?.[1] ?? '';
  const session = await enter(context, token);
  return `polder_mine=${session.token}`;
}

/** Gives the queue that everything arrives in to one department, so that there is something out of reach. */
export async function giveQueue({ context }: TestDatabase, departmentId: string): Promise<void> {
  await sql`update queue set department_id = ${departmentId}`.execute(context.database);
}
