import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { good, note, type Verdict, wrong } from './verdict.ts';

const gigabyte = 2 ** 30;

/** Rights and room of the data folder. */
export function examineFolder(folder: string): Verdict[] {
  if (!existsSync(folder)) return [note('folder', `${folder} does not exist yet; the first start makes it.`)];
  if (!mayUse(folder)) return [wrong('folder', `${folder} cannot be read and written by this user.`)];
  const free = statfsSync(folder);
  return [examineRights(folder), examineRoom(free.bavail * free.bsize)];
}

/** @param free bytes */
export function examineRoom(free: number): Verdict {
  const sentence = `${(free / gigabyte).toFixed(1)} GB of disk is free.`;
  if (free < gigabyte / 2) return wrong('disk', `${sentence} Make room: below this the database may stop.`);
  return free < 4 * gigabyte ? note('disk', `${sentence} That is little.`) : good('disk', sentence);
}

function examineRights(folder: string): Verdict {
  if (process.platform === 'win32') return good('folder', `${folder}.`);
  const secrets = path.join(folder, 'secrets.json');
  const open = [
    ...((statSync(folder).mode & 0o066) !== 0 ? [`chmod 700 '${folder}'`] : []),
    ...(existsSync(secrets) && (statSync(secrets).mode & 0o077) !== 0 ? [`chmod 600 '${secrets}'`] : []),
  ];
  if (open.length > 0) return wrong('folder', `Others on this machine can look into ${folder}.`, open);
  return good('folder', `${folder} is closed to others.`);
}

function mayUse(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}
