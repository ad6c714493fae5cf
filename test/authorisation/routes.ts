import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import routes from '../../src/web/routes.ts';

export interface Page {
  path: string;
  /** Whether it takes a form. */
  takes: boolean;
}

const web = path.resolve(import.meta.dirname, '../../src/web');

/** Every page of `src/web/routes.ts`, without the frames around them. */
export async function pagesOf(): Promise<Page[]> {
  return (await routes).flatMap((entry) => within(entry, ''));
}

function within(entry: RouteConfigEntry, above: string): Page[] {
  const here = [above, entry.path].filter(Boolean).join('/');
  const children = (entry.children ?? []).flatMap((child) => within(child, here));
  const isPage = entry.index || entry.path !== undefined;
  return [...(isPage ? [{ path: here, takes: takesForms(entry.file) }] : []), ...children];
}

function takesForms(file: string): boolean {
  const text = readFileSync(path.join(web, file), 'utf8');
  return /export (async )?(function|const) action\b|export \{[^}]*\baction\b/.test(text);
}
