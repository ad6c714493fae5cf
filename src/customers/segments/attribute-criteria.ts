import { type RawBuilder, sql } from 'kysely';
import type { Category } from '../../privacy/category.ts';
import type { Purpose } from '../../privacy/purpose.ts';
import { shownAs } from '../shown.ts';
import type { Ask, Criterion, CriterionSource, Given } from './criterion.ts';

type Type = 'text' | 'number' | 'date' | 'yes_no' | 'choice';

/** One criterion for each attribute of the organisation's own. */
export const attributeCriteria: CriterionSource = async (ctx) => {
  const rows = await ctx.database
    .selectFrom('attribute_definition')
    .select(['id', 'key', 'type', 'nl', 'en', 'category', 'purpose', 'choices'])
    .where('retired_at', 'is', null)
    .orderBy('key')
    .execute();
  return rows.map((row): Criterion => {
    const type = row.type as Type;
    const purpose = row.purpose as Purpose;
    return {
      key: `attribute:${row.key}`,
      names: { nl: row.nl, en: row.en },
      categories: [row.category as Category],
      ...(purpose !== 'service' && { purpose }),
      asks: asksOf(type, row.choices),
      ...(type === 'number' || type === 'date' ? { open: true } : {}),
      persons: (given) => sql`
        select distinct ${shownAs(sql`a.person_id`)} as person_id from person_attribute a
        where a.definition_id = ${row.id} and ${test(type, given)}`,
    };
  });
};

const most = 1e12;

function asksOf(type: Type, choices: readonly string[]): readonly Ask[] {
  if (type === 'choice')
    return [
      {
        name: 'is',
        kind: 'choice',
        options: choices.map((value) => ({ value, names: { nl: value, en: value } })),
      },
    ];
  if (type === 'yes_no')
    return [{ name: 'is', kind: 'choice', options: [{ value: 'yes' }, { value: 'no' }] }];
  if (type === 'text') return [{ name: 'equals', kind: 'text' }];
  if (type === 'date')
    return [
      { name: 'from', kind: 'date' },
      { name: 'until', kind: 'date' },
    ];
  return [
    { name: 'least', kind: 'number', least: -most, most },
    { name: 'most', kind: 'number', least: -most, most },
  ];
}

function test(type: Type, given: Given): RawBuilder<unknown> {
  if (type === 'choice' || type === 'yes_no') return sql`a.value = ${given.is}`;
  if (type === 'text') return sql`folded(a.value) = folded(${given.equals})`;
  const [low, high, cast] =
    type === 'number' ? [given.least, given.most, sql`numeric`] : [given.from, given.until, sql`date`];
  const least = low === undefined ? sql`true` : sql`a.value::${cast} >= ${low}::${cast}`;
  const most = high === undefined ? sql`true` : sql`a.value::${cast} <= ${high}::${cast}`;
  return sql`${least} and ${most}`;
}
