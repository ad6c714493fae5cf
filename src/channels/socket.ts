import { WebSocket } from 'ws';
import { type Address, placeOf, whyNotUrl } from '../platform/reaching/place.ts';
import { Outage } from './connection.ts';

export interface SocketBounds {
  readonly allowed: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Most bytes of one message. */
  readonly largest: number;
}

/**
 * A WebSocket to an address that somebody else chose, under the rules of `reach`: what its name means is looked at
 * once, and the connection goes there and nowhere else. Open when given, and silent until
 * `resume`. @throws Outage
 */
export async function openSocket(
  address: string,
  { allowed, headers = {}, largest }: SocketBounds,
): Promise<WebSocket> {
  const web = URL.parse(address.replace(/^ws/, 'http'));
  if (web === null || whyNotUrl(web, { allowed }) !== null) throw new Outage('within');
  const place = await placeOf(web, { allowed });
  if ('why' in place) throw new Outage(place.why === 'name' ? 'unreachable' : 'within');
  const [first] = place as readonly [Address, ...Address[]];
  const socket = new WebSocket(address, {
    maxPayload: largest,
    handshakeTimeout: 15_000,
    followRedirects: false,
    headers,
    lookup: (_host, options, give) => {
      if (options.all) give(null, [...place]);
      else give(null, first.address, first.family);
    },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => {
      // What comes along with the opening waits until somebody listens.
      socket.pause();
      resolve();
    });
    socket.on('error', () => reject(new Outage('unreachable')));
  });
  return socket;
}
