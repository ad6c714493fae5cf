import { isGenerated, isTest, moduleNames, placeOf, type Rule, type Violation } from './places.ts';
import type { Measured, Source } from './source.ts';

export const limits = {
  file: { longest: 400, testLongest: 500, median: 70, p90: 200 },
  function: { longest: 80, median: 12, p90: 40, parameters: 3 },
  module: { files: 25, lines: 2500 },
} as const;

export interface Portrait {
  readonly count: number;
  readonly median: number;
  readonly p90: number;
  readonly longest: number;
}

/** Files that are read as lists, not as code; each with the reason. They count for no size but their own. */
export type DataFiles = Readonly<Record<string, string>>;

export function sizes(data: DataFiles): Rule {
  return (sources) => [
    ...tooLongFiles(sources),
    ...tooLongFunctions(sources),
    ...tooBigModules(sources, data),
  ];
}

/** The shape of the whole tree. Not a rule per file: one long file is fine, a tree of long files is not. */
export function proportions(data: DataFiles): Rule {
  return (sources) => {
    const { files, functions } = portrait(sources, data);
    return [...tooWide('files', files, limits.file), ...tooWide('functions', functions, limits.function)];
  };
}

export function portrait(
  sources: readonly Source[],
  data: DataFiles,
): { files: Portrait; functions: Portrait } {
  const measured = written(sources).filter(({ path }) => !isData(path, data));
  const named = measured.flatMap(({ functions }) => functions.filter((one) => one.named));
  return {
    files: portraitOf(measured.map(({ lines }) => lines)),
    functions: portraitOf(named.map(({ lines }) => lines)),
  };
}

function written(sources: readonly Source[]): Source[] {
  return sources.filter(({ path }) => path.startsWith('src/') && !isTest(path) && !isGenerated(path));
}

function isData(path: string, data: DataFiles): boolean {
  return Object.keys(data).some((known) => path === known || (known.endsWith('/') && path.startsWith(known)));
}

function portraitOf(lengths: readonly number[]): Portrait {
  const sorted = lengths.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { count: sorted.length, median: at(0.5), p90: at(0.9), longest: sorted.at(-1) ?? 0 };
}

function tooWide(what: string, found: Portrait, limit: { median: number; p90: number }): Violation[] {
  return (['median', 'p90'] as const)
    .filter((part) => found[part] > limit[part])
    .map((part) => ({
      rule: 'proportions',
      path: 'src',
      line: 1,
      message: `${part} of ${found.count} ${what} is ${found[part]} lines; at most ${limit[part]}`,
    }));
}

function tooLongFiles(sources: readonly Source[]): Violation[] {
  return sources.flatMap(({ path, lines }) => {
    const most = isTest(path) ? limits.file.testLongest : limits.file.longest;
    if (lines <= most || isGenerated(path)) return [];
    return [{ rule: 'sizes', path, line: most, message: `has ${lines} lines; at most ${most}` }];
  });
}

function tooLongFunctions(sources: readonly Source[]): Violation[] {
  const most = limits.function.longest;
  return functionsWhere(
    sources,
    'sizes',
    ({ name, lines }) => lines > most && `${name} has ${lines} lines; at most ${most}`,
  );
}

/** More than three cannot be told apart where the function is called. */
export const parameters: Rule = (sources) => {
  const most = limits.function.parameters;
  return functionsWhere(
    sources,
    'parameters',
    ({ name, named, parameters: count }) =>
      named && count > most && `${name} takes ${count} parameters; at most ${most}, then one object`,
  );
};

function functionsWhere(
  sources: readonly Source[],
  rule: string,
  complaint: (one: Measured) => string | false,
): Violation[] {
  return written(sources).flatMap(({ path, functions }) =>
    functions.flatMap((one) => {
      const message = complaint(one);
      return message === false ? [] : [{ rule, path, line: one.line, message }];
    }),
  );
}

/** A module with a subfolder is two rooms: each is held to the size that one reader can hold in mind. */
function tooBigModules(sources: readonly Source[], data: DataFiles): Violation[] {
  const own = written(sources).filter(({ path }) => moduleNames.has(placeOf(path)) && !isData(path, data));
  const folders = Map.groupBy(own, ({ path }) => path.slice(0, path.lastIndexOf('/')));
  return [...folders].flatMap(([path, files]) => {
    const lines = files.reduce((sum, source) => sum + source.lines, 0);
    if (files.length <= limits.module.files && lines <= limits.module.lines) return [];
    const message = `${files.length} files, ${lines} lines; at most ${limits.module.files} and ${limits.module.lines}`;
    return [{ rule: 'sizes', path, line: 1, message }];
  });
}
