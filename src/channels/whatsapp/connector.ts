import { reach } from '../../platform/reaching/reaching.ts';
import type { Connection } from '../connection.ts';
import type { Connector, Opening } from '../connector.ts';
import { metaFields } from '../facebook/connector.ts';
import { at, textOf } from '../json.ts';
import { attachedOf } from '../mail/attaching.ts';
import { type Graph, openGraph } from '../meta/graph.ts';
import { pushedByMeta } from '../meta/judging.ts';
import type { Double } from '../network.ts';
import { receivesPushed } from '../pushed.ts';
import { type Getting, readWhatsapp } from './reading.ts';
import { sendWhatsapp } from './sending.ts';
import { whatsappSecrets, whatsappSettings } from './settings.ts';
import { whatsapp } from './whatsapp.ts';

const rights = ['whatsapp_business_messaging', 'whatsapp_business_management'];

export const whatsappConnector: Connector = {
  channel: whatsapp,
  form: whatsappSettings.extend(whatsappSecrets.shape),
  fields: [
    { name: 'name', kind: 'text', fixed: true },
    { name: 'phoneNumberId', kind: 'text', fixed: true },
    { name: 'accountId', kind: 'text' },
    ...metaFields,
    { name: 'verifyToken', kind: 'secret' },
  ],
  test: 'name',
  nameOf: ({ name }) => String(name),
  open: (opening) => openWhatsapp(opening),
  pushed: ({ secrets }) => pushedByMeta(whatsappSecrets.parse(secrets)),
};

export function openWhatsapp(opening: Opening, double: Double = {}): Connection {
  const { accountId, phoneNumberId, appId, name } = whatsappSettings.parse(opening.settings);
  const { appSecret, token } = whatsappSecrets.parse(opening.secrets);
  const { allowed, clock } = opening;
  const graph = openGraph({ appId, appSecret, token, allowed, clock, double });
  const get = gettingFrom(graph, { token, allowed });
  return {
    channel: whatsapp,
    check: async () => {
      const number = await graph.read(`/${phoneNumberId}`, { fields: 'display_phone_number,verified_name' });
      const as = [textOf(at(number, 'verified_name')) ?? name, textOf(at(number, 'display_phone_number'))];
      return graph.health(as.filter((one) => one !== null).join(' '), rights);
    },
    ...receivesPushed(opening.deliveries, (given) =>
      readWhatsapp(given.body, { accountId, phoneNumberId, get, came: given.at }),
    ),
    nameOf: () => null,
    send: (outgoing) => sendWhatsapp({ graph, accountId, phoneNumberId, clock }, outgoing),
    find: async () => ({ kind: 'unsure' }),
    close: async () => {},
  };
}

const largestFile = 10_000_000;

/** Files are asked for by number, and then lie for minutes at an address that wants the token too. */
function gettingFrom(
  graph: Graph,
  { token, allowed }: { token: string; allowed: readonly string[] },
): Getting {
  return async (id, mediaType, name) => {
    const url = textOf(at(await graph.read(`/${id}`), 'url'));
    if (url === null || !isTheirs(url, allowed)) return null;
    const got = await reach(url, {
      ...{ timeout: 20_000, largest: largestFile, allowed, headers: { Authorization: `Bearer ${token}` } },
    });
    if (got.why !== null || got.status !== 200) return null;
    const content = new Uint8Array(got.body);
    const file = { filename: name, mimeType: mediaType, content, disposition: 'attachment' as const };
    return attachedOf([file])[0] ?? null;
  };
}

/** The token goes to them and to nobody else. */
function isTheirs(url: string, allowed: readonly string[]): boolean {
  const there = URL.parse(url);
  if (there === null) return false;
  return (
    /(^|\.)(fbsbx\.com|facebook\.com|fbcdn\.net|whatsapp\.net)$/.test(there.hostname) ||
    allowed.includes(there.host)
  );
}
