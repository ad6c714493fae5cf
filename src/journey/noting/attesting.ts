import { sql } from 'kysely';
import { shareOf } from '../../insights/figures/making.ts';
import type { Measured } from '../../insights/measured.ts';
import type { Context } from '../../platform/context.ts';

/** What was said in talks counts this long, as an answer in a round does. */
const validDays = 200;

interface Told {
  readonly id: string;
  readonly item: string;
  readonly agrees: boolean;
  readonly age: number;
}

/**
 * What directors and managers stated in talks about a sentence of the self-assessment, one statement per person: the
 * weakest evidence there is. It fills in only where the self-assessment may and is silent itself.
 */
export async function attestedFigures(ctx: Context, at: Date): Promise<Measured[]> {
  const found = await sql<Told>`
    select distinct on (said ->> 'item', lower(about)) id::text as id, said ->> 'item' as item,
      (said ->> 'agrees')::boolean as agrees, (${at}::timestamptz)::date - (said ->> 'day')::date as age
    from journey_note
    where kind = 'interview' and said ? 'item' and made_at <= ${at} and (ended_at is null or ended_at > ${at})
      and (said ->> 'day')::date > (${at}::timestamptz)::date - ${validDays}::int
    order by said ->> 'item', lower(about), id desc`.execute(ctx.database);
  return [...Map.groupBy(found.rows, ({ item }) => item)].map(([item, told]) => {
    const k = told.filter(({ agrees }) => agrees).length;
    const newest = told.map(({ id }) => Number(id)).reduce((a, b) => Math.max(a, b));
    return shareOf(
      [toldOf(item), 'round'],
      { k, n: told.length },
      {
        ...{ source: 'attested', validDays, round: `talks-${newest}` },
        ageDays: told.map(({ age }) => age).reduce((a, b) => Math.max(a, b), 0),
      },
    );
  });
}

/** The figure of what was stated about a sentence. */
export function toldOf(item: string): string {
  return `${item}_TOLD`;
}
