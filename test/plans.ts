import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Context } from '../src/platform/context.ts';
import { declaring, declaringOften } from '../src/platform/declaring.ts';
import type { DB } from '../src/platform/generated/database.ts';

export interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

export interface Asked {
  /** Of the weak login. */
  appUrl: string;
  context: Context;
  purpose: string;
  /** Which of the statements. */
  matching: RegExp;
  /** As `transactOften` has them planned: once for all values. */
  often?: boolean;
}

/** Runs `act` as the weak login, and gives the nodes of the plan of each statement that matches, as it was carried out. */
export async function plansOf(
  { appUrl, context, purpose, matching, often = false }: Asked,
  act: (ctx: Context) => Promise<unknown>,
): Promise<Plan[][]> {
  const pool = new pg.Pool({ connectionString: appUrl, max: 1 });
  const ran: { sql: string; parameters: readonly unknown[] }[] = [];
  const database = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => void ran.push({ sql: query.sql, parameters: query.parameters }),
  });
  await act({ ...context, database });
  const asked = ran.filter(({ sql }) => matching.test(sql));
  const plans: Plan[][] = [];
  await pool.query('begin');
  await pool.query(often ? declaringOften : declaring, [purpose]);
  for (const [n, { sql, parameters }] of asked.entries()) {
    await pool.query(`prepare asked_${n} as ${sql}`);
    const values = parameters.length === 0 ? '' : `(${parameters.map(literal).join(', ')})`;
    const found = await pool.query(`explain (analyze, buffers, format json) execute asked_${n}${values}`);
    plans.push(nodes(found.rows[0]['QUERY PLAN'][0].Plan));
  }
  await pool.query('rollback');
  await database.destroy();
  return plans;
}

function nodes(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodes)];
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((one) => JSON.stringify(one)).join(',')}}`);
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
}
