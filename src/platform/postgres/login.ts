import pg from 'pg';
import { Refusal } from '../refusal.ts';

export interface Login {
  role: string;
  /** 180004 for 18.4. */
  version: number;
}

/**
 * Checks that `url` reaches a PostgreSQL of version 15 or newer with a login that the privacy rules can hold: no
 * superuser, no BYPASSRLS, not the owner of the tables.
 * @throws Refusal `config.database-unreachable`, `config.database-version`, `config.database-role`
 */
export async function checkLogin(url: string): Promise<Login> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new Refusal('config.database-unreachable', { error: String((error as Error).message) });
  }
  try {
    const found = await client.query<{ role: string; version: number; strong: boolean; owns: boolean }>(`
      select current_user as role, current_setting('server_version_num')::integer as version,
        (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as strong,
        exists (select from pg_class c where c.relname = 'message' and c.relnamespace = 'public'::regnamespace
          and pg_has_role(current_user, c.relowner, 'usage')) as owns`);
    const login = found.rows[0];
    if (!login) throw new Error('the database did not say who we are');
    if (login.version < 150_000) throw new Refusal('config.database-version', { version: login.version });
    if (login.strong || login.owns) throw new Refusal('config.database-role', { role: login.role });
    return { role: login.role, version: login.version };
  } finally {
    await client.end();
  }
}
