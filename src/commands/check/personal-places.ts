import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { places } from '../../places.ts';
import { withOwner } from '../../platform/backup/session.ts';
import { migrate } from '../../platform/migrating.ts';
import { openCluster } from '../../platform/postgres/cluster.ts';
import { embeddedRoles } from '../../platform/postgres/roles.ts';
import { gapsIn, gapsInWords, personalColumnsQuery } from '../../privacy/erasing/covering.ts';
import { queues } from '../../schedule.ts';
import { root } from './tools.ts';

/** The personal columns of a database made from zero, the tables of the job library included. */
async function columnsFromZero(folder: string): Promise<string[]> {
  const cluster = await openCluster(folder, { settings: { fsync: 'off' } });
  try {
    await migrate(cluster.ownerUrl, { folder: join(root, 'migrations'), app: embeddedRoles.app, queues });
    const found = await withOwner(cluster.ownerUrl, (owner) =>
      owner.query<{ name: string }>(personalColumnsQuery),
    );
    return found.rows.map(({ name }) => name);
  } finally {
    await cluster.stop();
  }
}

async function check(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'polder-places-'));
  try {
    const columns = await columnsFromZero(folder);
    const gaps = gapsInWords(gapsIn(places, columns));
    process.stderr.write(`${columns.length} personal columns, ${places.length} places\n`);
    for (const gap of gaps) process.stderr.write(`${gap}\n`);
    return gaps.length === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) process.exitCode = await check();
