import { compositions, leaves, modules, places, seams } from '../../src/modules.ts';
import type { Import, Source } from './source.ts';

export interface Violation {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

export type Rule = (sources: readonly Source[]) => Violation[];

/** An edge between two files of the repository. */
export interface Edge {
  readonly from: Source;
  readonly to: string;
  readonly via: Import;
}

export const moduleNames: ReadonlySet<string> = new Set(modules.map((one) => one.name));
const placeNames: ReadonlySet<string> = new Set(places.map((one) => one.name));

/**
 * The room a file stands in: a module, a place of src, the file itself for the loose files of src, and for the
 * rest the first folder (`test`, `bench`, `locales`).
 */
export function placeOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'src' ? second : first;
}

export function isKnownInSrc(path: string): boolean {
  const place = placeOf(path);
  if (path.split('/').length > 2) return moduleNames.has(place) || placeNames.has(place);
  const tested = place.replace(/(\.thorough)?\.test\.ts$/, '.ts');
  return [...leaves, ...compositions, ...seams].some((name) => name === tested);
}

/** The example organisation stands in test but is a part of the program: `polder example` runs it. */
export function isTest(path: string): boolean {
  if (/\.test\.tsx?$/.test(path) || path.includes('/fixtures/')) return true;
  return path.startsWith('test/') && !path.startsWith('test/example/');
}

export function isGenerated(path: string): boolean {
  return path.startsWith('src/platform/generated/');
}

export function isOwn(specifier: string): boolean {
  return specifier.startsWith('./') || specifier.startsWith('../');
}

/** Where a relative import ends up, without looking at the disk. */
export function resolve(from: string, specifier: string): string {
  const steps = from.split('/').slice(0, -1);
  for (const step of (specifier.split('?')[0] ?? '').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

export function edges(sources: readonly Source[]): Edge[] {
  return sources.flatMap((from) =>
    from.imports.flatMap((via) =>
      via.specifier !== null && isOwn(via.specifier)
        ? [{ from, to: resolve(from.path, via.specifier), via }]
        : [],
    ),
  );
}

/** The package of a bare import: `@hono/zod-openapi/x` → `@hono/zod-openapi`; `node:fs` → `node:fs`. */
export function packageOf(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
