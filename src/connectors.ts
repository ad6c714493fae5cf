import type { Connector } from './channels/connector.ts';
import { mailConnector } from './channels/mail/connector.ts';
import { Refusal } from './platform/refusal.ts';

/** Every way to connect an account, in the order in which they are offered. */
export const connectors: readonly Connector[] = [mailConnector];

/** @throws Refusal `not-found.connector` */
export function getConnector(key: string): Connector {
  const connector = connectors.find(({ channel }) => channel.key === key);
  if (!connector) throw new Refusal('not-found.connector', { connector: key });
  return connector;
}
