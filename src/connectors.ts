import { blueskyConnector } from './channels/bluesky/connector.ts';
import type { Connector } from './channels/connector.ts';
import { discourseConnector } from './channels/discourse/connector.ts';
import { facebookConnector } from './channels/facebook/connector.ts';
import { messengerConnector } from './channels/facebook/messenger-connector.ts';
import { feedConnector } from './channels/feed/connector.ts';
import { instagramConnector, instagramDirectConnector } from './channels/instagram/connector.ts';
import { linkedinConnector } from './channels/linkedin/connector.ts';
import { mailConnector } from './channels/mail/connector.ts';
import { mastodonConnector } from './channels/mastodon/connector.ts';
import { siteConnector } from './channels/site/connector.ts';
import { telegramConnector } from './channels/telegram/connector.ts';
import { trustpilotConnector } from './channels/trustpilot/connector.ts';
import { webhookConnector } from './channels/webhook/connector.ts';
import { whatsappConnector } from './channels/whatsapp/connector.ts';
import { xConnector } from './channels/x/connector.ts';
import { youtubeConnector } from './channels/youtube/connector.ts';
import { Refusal } from './platform/refusal.ts';

/** Every way to connect an account, in the order in which they are offered. */
export const connectors: readonly Connector[] = [
  mailConnector,
  siteConnector,
  blueskyConnector,
  mastodonConnector,
  telegramConnector,
  webhookConnector,
  discourseConnector,
  feedConnector,
  facebookConnector,
  messengerConnector,
  instagramConnector,
  instagramDirectConnector,
  whatsappConnector,
  xConnector,
  linkedinConnector,
  youtubeConnector,
  trustpilotConnector,
];

/** @throws Refusal `not-found.connector` */
export function getConnector(key: string): Connector {
  const connector = connectors.find(({ channel }) => channel.key === key);
  if (!connector) throw new Refusal('not-found.connector', { connector: key });
  return connector;
}
