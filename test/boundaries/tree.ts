import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { SourceText } from './source.ts';

export const root: string = join(import.meta.dirname, '..', '..');

/** Every TypeScript file that people write: src, test, bench and locales. */
export function readTree(): SourceText[] {
  return ['src', 'test', 'bench', 'locales'].flatMap(filesIn).map((path) => ({
    path: path.split(sep).join('/'),
    text: readFileSync(join(root, path), 'utf8'),
  }));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .toSorted();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
