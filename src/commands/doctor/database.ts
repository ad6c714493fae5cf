import type { DataFolder } from '../../platform/data-folder.ts';
import { pendingMigrations } from '../../platform/migrating.ts';
import { getBinaries } from '../../platform/postgres/binaries.ts';
import { hasCluster } from '../../platform/postgres/cluster.ts';
import { joinDatabase } from '../../platform/postgres/joining.ts';
import { type DatabaseUrls, type Flaw, findFlaws } from '../../platform/postgres/logins.ts';
import { databaseStatements, embeddedRoles, roleStatements } from '../../platform/postgres/roles.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { examineLedger } from './ledger.ts';
import { examineRetention } from './retention.ts';
import { good, note, type Verdict, wrong } from './verdict.ts';
import { examineWork } from './work.ts';

/** A PostgreSQL of one's own: reachable, new enough, its logins fit, its tables up to date. */
export async function examineOutsideDatabase(urls: DatabaseUrls, migrations: string): Promise<Verdict[]> {
  const flaws = await findFlaws(urls);
  if (flaws.length > 0) return flaws.map((flaw, place) => verdictOf(flaw, urls, flaws.slice(0, place)));
  const sentence = `The database at ${new URL(urls.appUrl).host} answers; its logins are fit.`;
  return [good('database', sentence), ...(await examineTables(urls, migrations))];
}

/** The embedded database: joined when it exists (and stopped again when nobody else uses it), never made. */
export async function examineEmbeddedDatabase(
  folder: DataFolder | undefined,
  migrations: string,
): Promise<Verdict[]> {
  try {
    if (!folder || !hasCluster(folder)) return [examineBinaries()];
    const { cluster, leave } = await joinDatabase(folder.path);
    try {
      const flaws = await findFlaws(cluster);
      if (flaws.length > 0) return flaws.map((flaw) => wrong('database', flaw.sentence));
      const sentence = `The embedded PostgreSQL answers on port ${cluster.port}.`;
      return [good('database', sentence), ...(await examineTables(cluster, migrations))];
    } finally {
      await leave();
    }
  } catch (error) {
    return [wrong('database', sentenceOf(error))];
  }
}

/** The SQL for roles once, below the first flaw that asks for it. */
function verdictOf(flaw: Flaw, urls: DatabaseUrls, earlier: readonly Flaw[]): Verdict {
  const first = flaw.roles && !earlier.some((other) => other.roles);
  return wrong('database', flaw.sentence, first ? rolesInSql(urls) : []);
}

/** What an administrator of that PostgreSQL runs to make both logins. */
export function rolesInSql(urls: DatabaseUrls): string[] {
  const passwords = { owner: 'choose-one', app: 'choose-another' };
  const database = decodeURIComponent(new URL(urls.appUrl).pathname.slice(1)) || embeddedRoles.database;
  const named = { ...embeddedRoles, database };
  return [
    '-- as an administrator of that PostgreSQL; leave out what exists already:',
    ...roleStatements(named, passwords).map((statement) => `${statement};`),
    `\\connect "${database}"`,
    ...databaseStatements().map((statement) => `${statement};`),
    `-- then DATABASE_URL=postgres://${named.app}:…/${database}, DATABASE_OWNER_URL=postgres://${named.owner}:…/${database}`,
  ];
}

async function examineTables({ appUrl, ownerUrl }: DatabaseUrls, migrations: string): Promise<Verdict[]> {
  const tables = await examineMigrations(ownerUrl, migrations);
  if (tables.state !== 'good') return [tables];
  return [
    tables,
    ...(await examineWork(appUrl)),
    ...(await examineLedger(appUrl)),
    ...(await examineRetention(appUrl)),
  ];
}

async function examineMigrations(ownerUrl: string, folder: string): Promise<Verdict> {
  const pending = await pendingMigrations(ownerUrl, folder);
  if (pending.length === 0) return good('tables', 'All migrations have run.');
  return note(
    'tables',
    `${pending.length} migrations wait, from ${pending[0]} on; the next start runs them.`,
  );
}

function examineBinaries(): Verdict {
  const { major, source } = getBinaries();
  return note('database', `No database yet; the first start makes one with ${source} PostgreSQL ${major}.`);
}

function sentenceOf(error: unknown): string {
  if (isRefusal(error)) return String(error.details.sentence ?? error.message);
  return error instanceof Error ? error.message : String(error);
}
