import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { type Account, giveTo, runAs } from './account.ts';
import { type Binaries, program } from './binaries.ts';

export const adminRole = 'polder_admin';

/**
 * Makes the database folder. It is built beside its place and moved there whole, so a first start that was
 * killed half-way leaves only a draft, which later starts throw away.
 * @param database where it will stand
 * @param password of the administrator role
 * @param durable false only for databases that are thrown away, such as those of tests
 */
export async function initialise(
  account: Account,
  binaries: Binaries,
  place: { database: string; password: string; durable: boolean },
) {
  const draft = `${place.database}.draft-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${draft}-password`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, place.password, { mode: 0o600 });
  giveTo(account, draft);
  giveTo(account, passwordFile);
  const fixed = ['-D', draft, '-U', adminRole, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const words = [...fixed, '--no-instructions', '--encoding=UTF8', '--locale=C', ...sortingWords(binaries)];
  if (!place.durable) words.push('--no-sync');
  await withAnyCharacterClasses((classes) =>
    runInitdb(account, program(binaries, 'initdb'), [...words, classes]),
  );
  rmSync(passwordFile);
  renameSync(draft, place.database);
}

/** Sorting and case by PostgreSQL's own rules, which no system update changes under the indexes. */
function sortingWords(binaries: Binaries): string[] {
  return binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : [];
}

/** Which characters are letters comes from the system: with plain C, trigram search would not see é as one. */
async function withAnyCharacterClasses(run: (word: string) => Promise<void>): Promise<void> {
  try {
    await run('--lc-ctype=C.UTF-8');
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('invalid locale'))) throw error;
    await run(process.platform === 'darwin' ? '--lc-ctype=en_US.UTF-8' : '--lc-ctype=C');
  }
}

/** What first starts that were killed left behind. */
export function throwAwayDrafts(database: string): void {
  const folder = path.dirname(database);
  const drafts = readdirSync(folder).filter((entry) => entry.startsWith(`${path.basename(database)}.draft-`));
  // the initdb of a killed start may still be writing in it, hence the retries; without its folder it ends
  const stubborn = { recursive: true, force: true, maxRetries: 10, retryDelay: 50 };
  for (const draft of drafts) rmSync(path.join(folder, draft), stubborn);
}

async function runInitdb(account: Account, initdb: string, words: readonly string[]): Promise<void> {
  const { command, args, options } = runAs(account, initdb, words);
  const child = spawn(command, args, {
    ...options,
    cwd: '/',
    env: plainEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  const [talk, code] = await Promise.all([text(child.stderr), ended]);
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${talk.trim()}`);
}

/** Without PGPORT, LC_ALL and the like: the caller's settings must not steer the embedded server. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'TMP', 'LD_LIBRARY_PATH'];
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => kept.includes(name)));
}

export function isInitialised(database: string): boolean {
  return existsSync(path.join(database, 'PG_VERSION'));
}
