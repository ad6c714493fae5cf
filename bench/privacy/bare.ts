import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  RawNode,
} from 'kysely';
import type { Context } from '../../src/platform/context.ts';

export interface Bare {
  context: Context;
  /** How many predicates were left out so far: 0 would mean that nothing was compared. */
  left(): number;
}

/** The same context whose queries are the same but for the permission: each predicate of it reads `true`. */
export function withoutPermission(ctx: Context): Bare {
  let left = 0;
  class Leaving extends OperationNodeTransformer {
    override transformRaw(node: RawNode): RawNode {
      if (!node.sqlFragments.some((text) => text.includes('select from permission held'))) {
        return super.transformRaw(node);
      }
      left += 1;
      return RawNode.createWithSql('true');
    }
  }
  const leaving = new Leaving();
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }: PluginTransformQueryArgs) => leaving.transformNode(node),
    transformResult: async ({ result }: PluginTransformResultArgs) => result,
  };
  return { context: { ...ctx, database: ctx.database.withPlugin(plugin) }, left: () => left };
}
