import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { good, note, type Verdict, wrong } from './verdict.ts';

/** What was installed: Node, packages, pages. `root` is the folder of the project. */
export function examineInstallation(root: string): Verdict[] {
  return [examineNode(process.versions.node), examinePackages(root), examinePages(root)];
}

export function examineNode(version: string): Verdict {
  if (Number.parseInt(version, 10) >= 26) return good('node', `Node ${version}.`);
  return wrong('node', `Node ${version} is too old; Polder runs on 26 or newer. Start it with bin/polder.`);
}

/** The same stamp that bin/polder writes: the lockfile's name and contents, hashed. */
export function examinePackages(root: string): Verdict {
  const lock = path.join(root, 'package-lock.json');
  const stamp = path.join(root, 'node_modules', '.polder-lock');
  if (!existsSync(lock))
    return wrong('packages', 'There is no package-lock.json: this is not a whole Polder.');
  const wanted = createHash('sha256')
    .update('package-lock.json\0')
    .update(readFileSync(lock))
    .update('\0')
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return good('packages', 'The packages are those of the lockfile.');
  }
  return note(
    'packages',
    'The packages differ from the lockfile; the next start of bin/polder installs them.',
  );
}

export function examinePages(root: string): Verdict {
  if (existsSync(path.join(root, 'build', 'server', 'index.js')))
    return good('pages', 'The pages are built.');
  return note('pages', 'The pages are not built yet; the next start builds them (or: bin/polder build).');
}
