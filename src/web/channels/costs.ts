import { periodOf } from '../../channels/budget.ts';
import { getConnector } from '../../connectors.ts';
import type { ChannelConnection } from '../../listening/connecting/connection.ts';
import { spentIn } from '../../listening/connecting/spending.ts';
import type { Context } from '../../platform/context.ts';

/** What an account spent in this period, of how much, and what each call costs; null where nothing is counted. */
export async function costsOf(ctx: Context, { id, connector: key, settings }: ChannelConnection) {
  const { channel, mostOf } = getConnector(key);
  const { costs } = channel;
  if (!costs) return null;
  const most = costs.most ?? mostOf?.(settings) ?? 0;
  const spent = await spentIn(ctx, id, periodOf(costs, ctx.clock.now()));
  const acts = Object.entries(costs.acts).map(([act, cost]) => ({ act, cost }));
  return { unit: costs.unit, per: costs.per, spent, most, acts };
}
