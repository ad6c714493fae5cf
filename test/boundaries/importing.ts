import { edges, isOwn, type Rule, type Violation } from './places.ts';
import type { Import, Source } from './source.ts';

const openFile = /\.(ts|tsx)$|\.(css|svg|png|woff2)(\?url)?$/;
const alias = /^(~|@\/|#|\/|src\/)/;

/** Import the file, by its own name: no folder, no alias, no missing extension, no address made at run time. */
export const spelling: Rule = (sources) =>
  sources.flatMap((source) =>
    source.imports.flatMap((one) => {
      const message = misspelling(source, one);
      return message === undefined ? [] : [{ rule: 'spelling', path: source.path, line: one.line, message }];
    }),
  );

function misspelling({ path }: Source, { specifier, kind }: Import): string | undefined {
  if (specifier === null) return 'imports a name made at run time, which hides where it leads';
  if (alias.test(specifier)) return `${specifier} is an alias: import the file by its relative path`;
  if (!isOwn(specifier)) return undefined;
  if (specifier.startsWith('./+types/')) {
    return path.startsWith('src/web/') && kind === 'type'
      ? undefined
      : 'only routes of src/web have +types, as types';
  }
  return openFile.test(specifier) ? undefined : `${specifier} is no file: give the file with its extension`;
}

/** No barrels: a file that only passes on what others say hides who uses whom. */
export const barrels: Rule = (sources) =>
  sources
    .filter(({ path, onlyReexports }) => /(^|\/)index\.tsx?$/.test(path) || onlyReexports)
    .map(({ path }) => ({
      rule: 'barrels',
      path,
      line: 1,
      message: 'is a barrel: import the files themselves',
    }));

/** An import of a file that is not there (type stripping removes type imports, so Node would not say so). */
export const dangling: Rule = (sources) => {
  const known = new Set(sources.map(({ path }) => path));
  return edges(sources)
    .filter(({ to, via }) => /\.tsx?$/.test(to) && !known.has(to) && !via.specifier?.includes('+types/'))
    .map(
      ({ from, to, via }): Violation => ({
        rule: 'dangling',
        path: from.path,
        line: via.line,
        message: `imports ${to}, which does not exist`,
      }),
    );
};
