import { getConnector } from '../../connectors.ts';
import type { ChannelConnection } from '../../listening/connecting/connection.ts';
import { forgeriesOf } from '../../listening/connecting/delivery.ts';
import type { Context } from '../../platform/context.ts';
import { urls } from '../../urls.ts';

/** How messages come in that others hand us: what must be put where, and who knocked in vain. null: none are handed. */
export async function arrivalOf(ctx: Context, connection: ChannelConnection) {
  const { publicId, connector } = connection;
  const { channel, pushed } = getConnector(connector);
  const here = (path: string) => `${ctx.outside.baseUrl}${path}`;
  if (channel.key === 'site') {
    const [page, script] = [here(urls.talk(publicId)), here('/talk.js')];
    const snippet = [
      `<polder-talk account="${publicId}"><a href="${page}">Chat</a></polder-talk>`,
      `<script src="${script}" defer></script>`,
    ];
    return { kind: 'site', snippet: snippet.join('\n'), page, trial: urls.talkTrial(publicId) } as const;
  }
  if (!pushed) return null;
  const { count, lastAt } = await forgeriesOf(ctx, connection.id);
  const sample = channel.key === 'webhook' ? urls.channelSample(publicId) : null;
  const forged = { count, lastAt: lastAt?.toISOString() ?? null };
  return { kind: 'pushed', address: here(urls.arrival(publicId)), forged, sample } as const;
}

export type Arrival = NonNullable<Awaited<ReturnType<typeof arrivalOf>>>;
