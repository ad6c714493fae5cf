import { isGenerated, isTest, placeOf, type Rule } from './places.ts';

/**
 * Only the owner writes its tables. Who the owner is need not be written down: a table that is written from two
 * rooms has none. Commands stand outside it, because putting back a backup writes all tables.
 */
export const owning: Rule = (sources) => {
  const writes = sources
    .filter(({ path }) => path.startsWith('src/') && !isTest(path) && !isGenerated(path))
    .filter(({ path }) => placeOf(path) !== 'commands')
    .flatMap(({ path, writes }) => writes.map(({ what, line }) => ({ table: what, path, line })));
  return [...Map.groupBy(writes, ({ table }) => table)].flatMap(([table, all]) => {
    const rooms = [...new Set(all.map(({ path }) => placeOf(path)))].toSorted();
    if (rooms.length < 2) return [];
    const message = `writes ${table}, which is written from ${rooms.join(' and ')}: one of them owns it`;
    return all.map(({ path, line }) => ({ rule: 'owning', path, line, message }));
  });
};
