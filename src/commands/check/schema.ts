import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../platform/migrating.ts';
import { openCluster } from '../../platform/postgres/cluster.ts';
import { embeddedRoles } from '../../platform/postgres/roles.ts';
import { root, runNode, startFile } from './tools.ts';

const generated = join(root, 'src', 'platform', 'generated', 'database.ts');

/**
 * What the types say about columns that kysely-codegen does not know, or knows otherwise: names as in the
 * database, bigint as decimal strings, moments as Date. The tables of pg-boss and better-auth stay out, and so
 * do the monthly children of partitioned tables: code writes to the parents.
 */
const options = [
  '--dialect=postgres',
  '--default-schema=public',
  '--exclude-pattern={pgboss,auth}.*',
  '--date-parser=timestamp',
  '--numeric-parser=string',
  '--type-mapping={"xid8":"string","tsvector":"string","interval":"string"}',
  '--log-level=error',
];

/** Every migration on an empty database, and the types that belong to the result. */
async function typesFromZero(folder: string): Promise<string> {
  const cluster = await openCluster(folder, { settings: { fsync: 'off' } });
  try {
    const migrations = join(root, 'migrations');
    const applied = await migrate(cluster.ownerUrl, { folder: migrations, app: embeddedRoles.app });
    const again = await migrate(cluster.ownerUrl, { folder: migrations, app: embeddedRoles.app });
    if (again.length > 0) throw new Error(`Migrated twice: ${again.join(', ')}`);
    process.stderr.write(`${applied.length} migrations from zero\n`);
    return await generateTypes(cluster.ownerUrl, join(folder, 'database.ts'));
  } finally {
    await cluster.stop();
  }
}

async function generateTypes(url: string, file: string): Promise<string> {
  const made = await runNode([startFile('kysely-codegen'), `--url=${url}`, `--out-file=${file}`, ...options]);
  if (!made.ok) throw new Error(`kysely-codegen: ${made.output.replaceAll(url, 'the database')}`);
  return readFile(file, 'utf8');
}

/** The lines that only one of the two has; enough to see what is behind. */
function difference(before: string, after: string): string {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const gone = old.filter((line) => !fresh.includes(line)).map((line) => `- ${line}`);
  const come = fresh.filter((line) => !old.includes(line)).map((line) => `+ ${line}`);
  return [...gone, ...come].slice(0, 40).join('\n');
}

async function compare(write: boolean): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'polder-schema-'));
  try {
    const fresh = await typesFromZero(folder);
    const before = await readFile(generated, 'utf8').catch(() => '');
    if (fresh === before) return 0;
    if (write) await writeFile(generated, fresh);
    else process.stderr.write(`${generated.slice(root.length + 1)} is behind the migrations:\n`);
    process.stderr.write(`${difference(before, fresh)}\n`);
    if (!write) process.stderr.write('Write it anew: npm run check -- schema --write\n');
    return write ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) process.exitCode = await compare(process.argv.includes('--write'));
