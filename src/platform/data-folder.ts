import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type FileLock, tryLock } from './file-lock.ts';
import { Refusal } from './refusal.ts';

/** Made once per installation, kept in `secrets.json` (0600). Losing them means losing the embedded database. */
export interface Secrets {
  readonly session: string;
  readonly databaseAdmin: string;
  readonly databaseOwner: string;
  readonly databaseApp: string;
}

/** Where one installation keeps everything that is not in an outside database. */
export interface DataFolder {
  readonly path: string;
  readonly secrets: Secrets;
}

/** Who holds a data folder: process id, web address once it listens, and since when (ISO 8601). */
export interface Holder {
  readonly pid: number;
  readonly address: string | null;
  readonly since: string;
}

export interface Hold {
  /** Tells others (a refused start, `stop`, `doctor`) where this one answers. */
  announce(address: string): void;
  release(): void;
}

/** Was this folder ever opened as a data folder? Lets commands that change nothing look before they open. */
export function isDataFolder(folder: string): boolean {
  return existsSync(path.join(folder, 'secrets.json'));
}

/** Opens the data folder, making it (0700) and its secrets when they are not there yet. Safe to call twice at once. */
export function openDataFolder(folder: string): DataFolder {
  const absolute = path.resolve(folder);
  try {
    mkdirSync(absolute, { recursive: true, mode: 0o700 });
    closeToOthers(absolute);
    return { path: absolute, secrets: readSecrets(absolute) ?? makeSecrets(absolute) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined || error instanceof Refusal) throw error;
    const sentence = `The data folder ${absolute} cannot be used (${code}).`;
    throw new Refusal('invalid.data-folder', { folder: absolute, reason: code, sentence });
  }
}

/**
 * Holds the folder for a long-lived role such as `start`. Ends by itself with the process, however that dies.
 * @throws Refusal `conflict.data-folder-held` with details `pid`, `address`, `since`, `folder`, `sentence`
 */
export function hold(folder: DataFolder, role: string): Hold {
  const held = tryLock(lockFile(folder, role), 'exclusive');
  if (!held) throw heldBy(folder, findHolder(folder, role));
  const holder = { pid: process.pid, address: null, since: Temporal.Now.instant().toString() };
  writeWhole(holderFile(folder, role), JSON.stringify(holder));
  const release = () => releaseHold(folder, role, held);
  process.once('exit', release);
  return {
    announce: (address) => writeWhole(holderFile(folder, role), JSON.stringify({ ...holder, address })),
    release: () => {
      process.off('exit', release);
      release();
    },
  };
}

/** The living holder of a role, or undefined when nobody holds it. */
export function findHolder(folder: DataFolder, role: string): Holder | undefined {
  const free = tryLock(lockFile(folder, role), 'exclusive');
  if (free) {
    free.release();
    return undefined;
  }
  const text = readIfThere(holderFile(folder, role));
  return text === undefined ? undefined : (JSON.parse(text) as Holder);
}

function heldBy(folder: DataFolder, holder: Holder | undefined): Refusal {
  const who = holder
    ? `process ${holder.pid}${holder.address ? `, ${holder.address}` : ''}`
    : 'just starting';
  const sentence = `Polder already runs on ${folder.path} (${who}). Stop it with "polder stop", or give another folder with --data.`;
  return new Refusal('conflict.data-folder-held', { folder: folder.path, sentence, ...holder });
}

function releaseHold(folder: DataFolder, role: string, held: FileLock): void {
  rmSync(holderFile(folder, role), { force: true });
  held.release();
}

function lockFile(folder: DataFolder, role: string): string {
  return path.join(folder.path, `${role}.lock`);
}

function holderFile(folder: DataFolder, role: string): string {
  return path.join(folder.path, `${role}.json`);
}

/**
 * Takes reading and writing from others, but only where Polder alone lives: somebody may name a shared folder.
 * A search bit for others stays: the database may run under an account of its own.
 */
function closeToOthers(folder: string): void {
  if (process.platform === 'win32' || (statSync(folder).mode & 0o066) === 0) return;
  const entries = readdirSync(folder);
  if (entries.length === 0 || entries.includes('secrets.json')) chmodSync(folder, 0o700);
}

function readSecrets(folder: string): Secrets | undefined {
  const file = path.join(folder, 'secrets.json');
  const text = readIfThere(file);
  if (text === undefined) return undefined;
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  return JSON.parse(text) as Secrets;
}

function makeSecrets(folder: string): Secrets {
  const secret = () => randomBytes(24).toString('base64url');
  const secrets = {
    session: secret(),
    databaseAdmin: secret(),
    databaseOwner: secret(),
    databaseApp: secret(),
  };
  const draft = path.join(folder, `secrets.json.${process.pid}.${randomBytes(4).toString('hex')}`);
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  try {
    // a link never replaces: of two first starts at once, one set of secrets wins and both read that one
    linkSync(draft, path.join(folder, 'secrets.json'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readSecrets(folder) ?? secrets;
}

function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
