import { compositions, leaves, modules } from '../../src/modules.ts';
import {
  type Edge,
  edges,
  isKnownInSrc,
  isOwn,
  isTest,
  moduleNames,
  packageOf,
  placeOf,
  type Rule,
} from './places.ts';

const loose: ReadonlySet<string> = new Set(compositions);
const doorPackages =
  /^(react|react-dom|react-router|react-aria-components|hono|@hono\/.*|@react-router\/.*)$/;
const platformPackages = new Set(['pg', 'pg-boss', 'better-auth']);

/** Who may look at whom: the table of src/modules.ts and the order of the places around it. */
export const direction: Rule = (sources) =>
  edges(sources).flatMap((edge) => {
    const refusal = refusalOf(edge);
    return refusal === undefined
      ? []
      : [{ rule: 'direction', path: edge.from.path, line: edge.via.line, message: refusal }];
  });

function refusalOf(edge: Edge): string | undefined {
  const from = placeOf(edge.from.path);
  const to = placeOf(edge.to);
  if (!edge.from.path.startsWith('src/')) return outsideMayLook(edge.from.path, from, to);
  if (isTest(edge.from.path)) return undefined;
  if (leaves.some((leaf) => leaf === from)) return `${from} is a leaf and imports nothing`;
  if (from === to) return undefined;
  return mayLook(from, to, edge) ? undefined : `${from} may not import ${to} (${edge.via.specifier})`;
}

function outsideMayLook(path: string, from: string, to: string): string | undefined {
  if (from !== 'locales' || isTest(path) || to === 'locales') return undefined;
  return `locales hold words and import nothing of src (${to})`;
}

function mayLook(from: string, to: string, { to: target, from: { path } }: Edge): boolean {
  if (target.startsWith('test/') || target.startsWith('bench/')) return from === 'commands';
  const module = modules.find((one) => one.name === from);
  if (module)
    return 'pure' in module ? false : to === 'platform' || module.mayImport.some((name) => name === to);
  if (from === 'platform') return to === 'locales' && path.startsWith('src/platform/words');
  if (from === 'channels' || from === 'backoffice') return to === 'platform';
  if (from === 'web') return !loose.has(to) && to !== 'api' && to !== 'commands';
  if (from === 'api') return !loose.has(to) && to !== 'web' && to !== 'commands';
  return true;
}

/** A module is free of doors, a pure module also of the disk and the network, and only platform holds the pool. */
export const packages: Rule = (sources) =>
  sources
    .filter(({ path }) => path.startsWith('src/') && !isTest(path))
    .flatMap(({ path, imports }) =>
      imports.flatMap(({ specifier, line }) => {
        if (specifier === null || isOwn(specifier)) return [];
        const message = packageRefusal(placeOf(path), packageOf(specifier));
        return message === undefined ? [] : [{ rule: 'packages', path, line, message }];
      }),
    );

function packageRefusal(place: string, name: string): string | undefined {
  if (platformPackages.has(name) && place !== 'platform') return `only platform may import ${name}`;
  if (!moduleNames.has(place)) return undefined;
  if (doorPackages.test(name)) return `a module knows no door: ${name} belongs to web, api or platform`;
  const pure = modules.some((one) => one.name === place && 'pure' in one);
  return pure && (name.startsWith('node:') || name === 'kysely') ? `${place} is pure: no ${name}` : undefined;
}

/** A new folder or loose file under src is a decision, so src/modules.ts must know it. */
export const rooms: Rule = (sources) =>
  sources
    .filter(({ path }) => path.startsWith('src/') && !isKnownInSrc(path))
    .map(({ path }) => ({
      rule: 'rooms',
      path,
      line: 1,
      message: 'stands in no room that src/modules.ts names: a new room needs a decision record',
    }));
