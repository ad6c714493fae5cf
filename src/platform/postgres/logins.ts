import { Client } from 'pg';
import { Refusal } from '../refusal.ts';
import { oldestMajor } from './binaries.ts';
import { extensions } from './roles.ts';

/** The weak login that serves, and the owner for migrations. */
export interface DatabaseUrls {
  readonly appUrl: string;
  readonly ownerUrl: string;
}

/** One thing that is wrong with a database or its logins; `roles` when new roles would mend it. */
export interface Flaw {
  readonly sentence: string;
  readonly roles: boolean;
}

/** What one login sees and may. */
export interface Login {
  readonly name: string;
  readonly database: string;
  /** PostgreSQL's own number: 150018 is 15.18. */
  readonly version: number;
  readonly encoding: string;
  /** Start time of the server: equal for two logins of one server. */
  readonly server: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly makesRoles: boolean;
  readonly owns: boolean;
  readonly makesSchemas: boolean;
  readonly makesTables: boolean;
  readonly missing: readonly string[];
}

const seen = `
  SELECT r.rolname AS name, d.datname AS database, current_setting('server_version_num')::int AS version,
         current_setting('server_encoding') AS encoding, pg_postmaster_start_time()::text AS server,
         r.rolsuper AS superuser, r.rolbypassrls AS bypasses, r.rolcreaterole AS "makesRoles",
         pg_has_role(r.oid, d.datdba, 'MEMBER')
           OR EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p')) AS owns,
         has_database_privilege(r.oid, d.oid, 'CREATE') AS "makesSchemas",
         has_schema_privilege(r.oid, 'public', 'CREATE') AS "makesTables",
         ARRAY(SELECT wanted FROM unnest($1::text[]) wanted
                WHERE NOT EXISTS (SELECT FROM pg_available_extensions e WHERE e.name = wanted)) AS missing
    FROM pg_roles r, pg_database d
   WHERE r.rolname = current_user AND d.datname = current_database()`;

/**
 * Everything that makes these URLs unfit, in sentences; none when all is well. Polder's privacy rests on row-level
 * security, which PostgreSQL does not apply to superusers, owners and BYPASSRLS logins.
 */
export async function findFlaws(urls: DatabaseUrls): Promise<Flaw[]> {
  return (await inspect(urls)).flaws;
}

/**
 * The serving login, when nothing is wrong with either.
 * @throws Refusal `config.database-unfit` with details `sentences` when there is any flaw
 */
export async function requireFit(urls: DatabaseUrls): Promise<Login> {
  const { app, flaws } = await inspect(urls);
  if (app && flaws.length === 0) return app;
  const sentences = flaws.map((found) => found.sentence);
  const sentence = `${sentences.join('\n')}\n"polder doctor" says how to mend it.`;
  throw new Refusal('config.database-unfit', { sentences, sentence });
}

async function inspect(urls: DatabaseUrls): Promise<{ app?: Login; flaws: Flaw[] }> {
  const app = await look('DATABASE_URL', urls.appUrl);
  const owner = await look('DATABASE_OWNER_URL', urls.ownerUrl);
  if ('sentence' in app || 'sentence' in owner) {
    return { flaws: [app, owner].filter((found) => 'sentence' in found) };
  }
  return { app, flaws: [...serverFlaws(app), ...appFlaws(app), ...ownerFlaws(owner, app)] };
}

export function serverFlaws(app: Login): Flaw[] {
  const flaws: Flaw[] = [];
  if (app.version < oldestMajor * 10_000) {
    flaws.push(
      flaw(
        `PostgreSQL ${Math.floor(app.version / 10_000)} is too old; Polder needs ${oldestMajor} or newer.`,
      ),
    );
  }
  if (app.encoding !== 'UTF8') {
    flaws.push(flaw(`Database "${app.database}" stores text as ${app.encoding}; Polder needs UTF8.`, true));
  }
  if (app.missing.length > 0) {
    flaws.push(
      flaw(`The server lacks the extensions ${app.missing.join(', ')} (package postgresql-contrib).`),
    );
  }
  return flaws;
}

export function appFlaws(app: Login): Flaw[] {
  const reasons = [
    [app.superuser, 'is a superuser'],
    [app.bypasses, 'may pass over row-level security (BYPASSRLS)'],
    [app.makesRoles, 'may make roles (CREATEROLE)'],
    [app.owns && !app.superuser, 'owns the database or its tables'],
    [(app.makesTables || app.makesSchemas) && !app.owns && !app.superuser, 'may make tables'],
  ] as const;
  const why = reasons.filter(([applies]) => applies).map(([, reason]) => reason);
  if (why.length === 0) return [];
  const sentence = `DATABASE_URL signs in as "${app.name}", which ${why.join(' and ')}. It must be a login without these rights.`;
  return [flaw(sentence, true)];
}

export function ownerFlaws(owner: Login, app: Login): Flaw[] {
  if (owner.server !== app.server || owner.database !== app.database) {
    return [
      flaw('DATABASE_URL and DATABASE_OWNER_URL open different databases; both must name the same one.'),
    ];
  }
  if (owner.makesTables && owner.makesSchemas) return [];
  const sentence = `DATABASE_OWNER_URL signs in as "${owner.name}", which may not make tables in "${owner.database}".`;
  return [flaw(sentence, true)];
}

async function look(key: string, url: string): Promise<Login | Flaw> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'polder',
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return (
      (await client.query<Login>(seen, [extensions])).rows[0] ?? flaw(`${key}: the login sees no database.`)
    );
  } catch (error) {
    return unreachable(key, url, error as Error & { code?: string });
  } finally {
    await client.end().catch(() => {});
  }
}

/** Never with the password: these sentences end up in logs and on screens. */
function unreachable(key: string, url: string, error: Error & { code?: string }): Flaw {
  const { host, username, pathname } = URL.parse(url) ?? { host: '', username: '', pathname: '' };
  const database = decodeURIComponent(pathname.slice(1));
  if (error.code === '28P01')
    return flaw(`${key}: ${host} does not take the password of login "${username}".`, true);
  if (error.code === '3D000') return flaw(`${key}: ${host} has no database "${database}".`, true);
  if (error.code === '42501')
    return flaw(`${key}: login "${username}" may not open database "${database}".`, true);
  return flaw(`${key}: no PostgreSQL answers at ${host} (${error.code ?? error.message}).`);
}

function flaw(sentence: string, roles = false): Flaw {
  return { sentence, roles };
}
