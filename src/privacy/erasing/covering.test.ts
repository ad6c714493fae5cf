import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, withAdmin } from '../../../test/database.ts';
import { places } from '../../places.ts';
import type { Place } from '../../platform/personal-place.ts';
import { gapsIn, gapsInWords, personalColumnsQuery } from './covering.ts';

let polder: TestDatabase;
beforeAll(async () => {
  polder = await testDatabase({ founded: false });
});
afterAll(() => polder?.close());

const columnsNow = () =>
  withAdmin(polder.ownerUrl, async (owner) => {
    const found = await owner.query<{ name: string }>(personalColumnsQuery);
    return found.rows.map(({ name }) => name);
  });

test('every personal column and file has a place, and every place a column', async () => {
  expect(gapsInWords(gapsIn(places, await columnsNow()))).toEqual([]);
});

describe('a house with one mistake', () => {
  const planted: Record<string, [sql: string, column: string]> = {
    'a table with row-level security': [
      `create table planted (id bigint, said text); alter table planted enable row level security;
       alter table planted force row level security`,
      'planted.said',
    ],
    'a column with a comment': [
      `create table planted (id bigint, said text); comment on column planted.said is 'personal: words'`,
      'planted.said',
    ],
    'a table with a comment': [
      `create table planted (id bigint, said text); comment on table planted is 'personal'`,
      'planted.id',
    ],
    'a table that points to a person': [
      'create table planted (id bigint, whose bigint references person (id))',
      'planted.whose',
    ],
    'a table with numbers of persons': ['create table planted (person_id bigint)', 'planted.person_id'],
    'a column that came to a place that names its columns one by one': [
      `alter table import add column whose bigint references person (id)`,
      'import.whose',
    ],
  };

  test.for(Object.entries(planted))('%s is noticed', async ([, [sql, column]]) => {
    await withAdmin(polder.ownerUrl, (owner) => owner.query(sql));
    try {
      expect(gapsIn(places, await columnsNow()).uncovered).toContain(column);
    } finally {
      const undo = 'drop table if exists planted; alter table import drop column if exists whose';
      await withAdmin(polder.ownerUrl, (owner) => owner.query(undo));
    }
  });

  test('a place that is taken away, misspelt, or there twice is noticed', async () => {
    const columns = await columnsNow();
    const without = (name: string) => places.filter((place) => place.name !== name);
    for (const { name, columns: own } of places) {
      if (own.some((column) => column.endsWith('.*')))
        expect(gapsIn(without(name), columns).uncovered.length).toBeGreaterThan(0);
    }
    const [first] = places;
    const misspelt = { ...(first as Place), name: 'other', columns: ['mesage.*'] };
    expect(gapsIn([...places, misspelt], columns).unknown).toEqual(['mesage.*']);
    expect(gapsIn([...places, first as Place], columns).twice).toEqual([first?.name]);
  });
});
