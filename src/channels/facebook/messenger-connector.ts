import type { Connector, Opening } from '../connector.ts';
import { at, textOf } from '../json.ts';
import { openGraph } from '../meta/graph.ts';
import type { Double } from '../network.ts';
import { metaFields } from './connector.ts';
import { openConversations } from './conversations.ts';
import { messenger } from './facebook.ts';
import { messengerSecrets, pageSettings } from './settings.ts';

const rights = ['pages_messaging', 'pages_read_engagement', 'pages_manage_metadata'];

export const messengerConnector: Connector = {
  channel: messenger,
  form: pageSettings.extend(messengerSecrets.shape),
  fields: [
    { name: 'name', kind: 'text', fixed: true },
    { name: 'pageId', kind: 'text', fixed: true },
    ...metaFields,
  ],
  test: 'none',
  nameOf: ({ name }) => String(name),
  open: (opening) => openMessenger(opening),
};

export function openMessenger(opening: Opening, double: Double = {}) {
  const { pageId, appId, name } = pageSettings.parse(opening.settings);
  const { appSecret, token } = messengerSecrets.parse(opening.secrets);
  const { allowed, clock } = opening;
  const graph = openGraph({ appId, appSecret, token, allowed, clock, double });
  const check = async () => {
    const page = await graph.read(`/${pageId}`, { fields: 'name' });
    return graph.health(textOf(at(page, 'name')) ?? name, rights);
  };
  const mailbox = {
    channel: messenger,
    graph,
    owner: pageId,
    platform: 'messenger',
    self: pageId,
    check,
  } as const;
  return openConversations(mailbox, opening, double);
}
