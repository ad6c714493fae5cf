import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../refusal.ts';
import { type Binaries, program } from './binaries.ts';

/**
 * How PostgreSQL's programs are run. It refuses to run as root, so root needs a way around:
 * - `direct`: we are a normal user;
 * - `namespace`: root in a user namespace, where it appears as user 1000 (files stay root's own);
 * - `account`: another, existing account, to which the database files then belong.
 */
export type Account =
  | { readonly kind: 'direct' }
  | { readonly kind: 'namespace' }
  | { readonly kind: 'account'; readonly uid: number; readonly gid: number };

const namespaceWords = ['--user', '--map-user=1000', '--map-group=1000', '--'];

/** Command, arguments and spawn options that run `command` under this account. */
export function runAs(account: Account, command: string, args: readonly string[]) {
  if (account.kind === 'namespace') {
    return { command: 'unshare', args: [...namespaceWords, command, ...args], options: {} };
  }
  const options = account.kind === 'account' ? { uid: account.uid, gid: account.gid } : {};
  return { command, args: [...args], options };
}

/**
 * The account that can run PostgreSQL on `database` (the folder of the cluster, existing or not yet).
 * @throws Refusal `invalid.root-without-namespace` when root has no way
 */
export function chooseAccount(binaries: Binaries, database: string): Account {
  if (process.getuid?.() !== 0) return { kind: 'direct' };
  const owner = statSync(database, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0)
    return reachable({ kind: 'account', uid: owner.uid, gid: owner.gid }, binaries, database);
  if (mayUnshare()) return { kind: 'namespace' };
  const other = findAccount('postgres') ?? findAccount('nobody');
  if (!other || owner) throw withoutNamespace(database);
  return reachable(other, binaries, database);
}

/** Gives a new file or folder to the account that PostgreSQL runs under. */
export function giveTo(account: Account, file: string): void {
  if (account.kind === 'account') chownSync(file, account.uid, account.gid);
}

function mayUnshare(): boolean {
  return process.platform === 'linux' && spawnSync('unshare', [...namespaceWords, 'true']).status === 0;
}

function findAccount(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { kind: 'account', uid: Number(uid), gid: Number(gid) } : undefined;
}

/** Makes sure the account reaches both ends; where needed others may pass the data folder, not look into it. */
function reachable(account: Account, binaries: Binaries, database: string): Account {
  const parent = path.dirname(database);
  const succeeds = (command: string, args: string[]) => {
    const run = runAs(account, command, args);
    return spawnSync(run.command, run.args, { ...run.options, cwd: '/', stdio: 'ignore' }).status === 0;
  };
  const passes = () => succeeds('test', ['-x', parent]);
  if (!passes()) chmodSync(parent, (statSync(parent).mode & 0o777) | 0o011);
  if (passes() && succeeds(program(binaries, 'postgres'), ['--version'])) return account;
  throw withoutNamespace(database);
}

function withoutNamespace(database: string): Refusal {
  const sentence =
    'PostgreSQL does not run as root, and this machine gives root no user namespace (unshare was refused; ' +
    'usual in containers). Start Polder as a normal user that owns the data folder, or set DATABASE_URL to a PostgreSQL of your own.';
  return new Refusal('invalid.root-without-namespace', { folder: database, sentence });
}
