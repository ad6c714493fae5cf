import { bluesky } from './channel-kinds/bluesky.ts';
import { discourse, feed } from './channel-kinds/forums.ts';
import { mail } from './channel-kinds/mail.ts';
import { mastodon } from './channel-kinds/mastodon.ts';
import { facebook, instagram, instagramDirect, messenger, whatsapp } from './channel-kinds/meta.ts';
import { linkedin, trustpilot, x, youtube } from './channel-kinds/networks.ts';
import { site } from './channel-kinds/site.ts';
import { telegram } from './channel-kinds/telegram.ts';
import { webhook } from './channel-kinds/webhook.ts';

/** The words around connecting an account of each kind: what it is, what to do there, its fields. */
export const channelKinds = {
  mastodon,
  telegram,
  bluesky,
  mail,
  site,
  webhook,
  discourse,
  feed,
  facebook,
  messenger,
  instagram,
  'instagram-direct': instagramDirect,
  whatsapp,
  x,
  linkedin,
  youtube,
  trustpilot,
};
