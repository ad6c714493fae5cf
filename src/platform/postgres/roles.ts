import type { Client } from 'pg';

/** The two logins every Polder database needs, and the database they share. */
export interface RoleNames {
  readonly database: string;
  readonly owner: string;
  readonly app: string;
}

export const embeddedRoles: RoleNames = { database: 'polder', owner: 'polder_owner', app: 'polder_app' };

/** Extensions that Polder's tables and searches use; the owner may make them too, since all are "trusted". */
export const extensions = ['pg_trgm', 'unaccent', 'btree_gin'] as const;

const strong = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';

/**
 * The SQL that makes the roles, in order; `CREATE DATABASE` stands alone because it may not run in a
 * transaction. `doctor` prints these for people with a PostgreSQL of their own.
 */
export function roleStatements(names: RoleNames, passwords: { owner: string; app: string }): string[] {
  const owner = quoted(names.owner);
  const app = quoted(names.app);
  const database = quoted(names.database);
  return [
    `CREATE ROLE ${owner} LOGIN ${strong} PASSWORD ${literal(passwords.owner)}`,
    `CREATE ROLE ${app} LOGIN ${strong} PASSWORD ${literal(passwords.app)}`,
    `CREATE DATABASE ${database} OWNER ${owner} TEMPLATE template0 ENCODING 'UTF8'`,
    `REVOKE ALL ON DATABASE ${database} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${database} TO ${app}`,
  ];
}

/** The SQL to run inside the database afterwards, as its administrator. */
export function databaseStatements(): string[] {
  const make = extensions.map((extension) => `CREATE EXTENSION IF NOT EXISTS ${extension}`);
  // the default since PostgreSQL 15, but not in databases that were upgraded from an older one
  return ['REVOKE CREATE ON SCHEMA public FROM PUBLIC', ...make];
}

/**
 * Makes or repairs roles, passwords, database and grants; each step looks first, so it may be killed anywhere
 * and run again. `admin` must be a superuser's connection to any database of the cluster.
 */
export async function ensureRoles(
  admin: Client,
  names: RoleNames,
  passwords: { owner: string; app: string },
): Promise<void> {
  for (const [name, password] of [
    [names.owner, passwords.owner],
    [names.app, passwords.app],
  ] as const) {
    const found = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
    const verb = found.rowCount === 0 ? 'CREATE' : 'ALTER';
    await admin.query(`${verb} ROLE ${quoted(name)} LOGIN ${strong} PASSWORD ${literal(password)}`);
  }
  const [, , createDatabase = '', ...grants] = roleStatements(names, passwords);
  const there = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [names.database]);
  if (there.rowCount === 0) await admin.query(createDatabase);
  for (const grant of grants) await admin.query(grant);
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Passwords are ours (letters, digits, `-`, `_`) or a placeholder; backslashes would need another form. */
function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
