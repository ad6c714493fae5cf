import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { requiresEverywhere } from '../authority.ts';
import { doneBy } from '../done-by.ts';
import { checkTree, type TreeNode, type Unfolded, unfold } from './tree.ts';

export interface TreeVersion {
  version: number;
  nodes: readonly TreeNode[];
  publishedAt: string;
  publishedBy: string | null;
  withdrawn: boolean;
}

/** All versions, newest first. One statement. */
export async function treeVersions(ctx: Context): Promise<TreeVersion[]> {
  const found = await sql<TreeVersion>`
    select t.version, t.nodes, to_json(t.published_at) #>> '{}' as "publishedAt", e.name as "publishedBy",
      t.withdrawn_at is not null as withdrawn
    from decision_tree t left join employee e on e.id = t.published_by
    order by t.version desc limit 100`.execute(ctx.database);
  return found.rows;
}

/** The newest one; nothing while none was published, or after the newest was withdrawn. One statement. */
export async function findTree(ctx: Context): Promise<Unfolded | undefined> {
  const found = await sql<{ nodes: TreeNode[] | null }>`
    select case when withdrawn_at is null then nodes end as nodes from decision_tree
    order by version desc limit 1`.execute(ctx.database);
  const nodes = found.rows[0]?.nodes;
  return nodes ? unfold(nodes) : undefined;
}

/** From now on this one stands beside the composer. @throws Refusal `invalid.decision-tree` */
export async function publishTree(ctx: Context, nodes: readonly TreeNode[]): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  const problems = checkTree(nodes);
  if (problems.length > 0)
    throw new Refusal('invalid.decision-tree', {
      problems: problems.map(({ key, what }) => `${key}: ${what}`),
    });
  await transact(ctx, null, async (ctx) => {
    await sql`select from organisation for update`.execute(ctx.database);
    const made = await sql<{ id: string }>`
      insert into decision_tree (version, nodes, published_at, published_by)
      values ((select coalesce(max(version), 0) + 1 from decision_tree), ${JSON.stringify(nodes)},
        ${asDate(ctx.clock.now())}, ${doneBy(ctx)})
      returning id`.execute(ctx.database);
    await ctx.emit(made.rows.map(({ id }) => ({ verb: 'tree.published', subject: { kind: 'tree', id } })));
  });
}

/** It no longer stands beside the composer; a new version brings it back. */
export async function withdrawTree(ctx: Context): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    const gone = await sql<{ id: string }>`
      update decision_tree set withdrawn_at = ${asDate(ctx.clock.now())}, withdrawn_by = ${doneBy(ctx)}
      where version = (select max(version) from decision_tree) and withdrawn_at is null returning id`.execute(
      ctx.database,
    );
    await ctx.emit(gone.rows.map(({ id }) => ({ verb: 'tree.withdrawn', subject: { kind: 'tree', id } })));
  });
}
