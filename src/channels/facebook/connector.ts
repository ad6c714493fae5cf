import type { FoundThere, Outgoing } from '../connection.ts';
import type { Connector, ConnectorField, Opening } from '../connector.ts';
import { at, textOf, timeOf } from '../json.ts';
import { findAmong, type Own } from '../looking.ts';
import { isWhole, listOf } from '../meta/entry.ts';
import { type Graph, idOfMade, openGraph } from '../meta/graph.ts';
import { pushedByMeta } from '../meta/judging.ts';
import type { Double } from '../network.ts';
import { receivesPushed } from '../pushed.ts';
import { facebook } from './facebook.ts';
import { readFeed } from './reading.ts';
import { pageSecrets, pageSettings } from './settings.ts';

export const metaFields: readonly ConnectorField[] = [
  { name: 'appId', kind: 'text', group: 'app' },
  { name: 'appSecret', kind: 'secret', group: 'app' },
  { name: 'token', kind: 'secret' },
];

/** The least that reading and answering comments takes. */
const rights = [
  'pages_read_engagement',
  'pages_read_user_content',
  'pages_manage_engagement',
  'pages_manage_metadata',
];

export const facebookConnector: Connector = {
  channel: facebook,
  form: pageSettings.extend(pageSecrets.shape),
  fields: [
    { name: 'name', kind: 'text', fixed: true },
    { name: 'pageId', kind: 'text', fixed: true },
    ...metaFields,
    { name: 'verifyToken', kind: 'secret' },
  ],
  test: 'none',
  nameOf: ({ name }) => String(name),
  open: (opening) => openFacebook(opening),
  pushed: ({ secrets }) => pushedByMeta(pageSecrets.parse(secrets)),
};

export function openFacebook(opening: Opening, double: Double = {}) {
  const { pageId, appId, name } = pageSettings.parse(opening.settings);
  const { appSecret, token } = pageSecrets.parse(opening.secrets);
  const { allowed, clock } = opening;
  const graph = openGraph({ appId, appSecret, token, allowed, clock, double });
  return {
    channel: facebook,
    check: async () => {
      const page = await graph.read(`/${pageId}`, { fields: 'name' });
      return graph.health(textOf(at(page, 'name')) ?? name, rights);
    },
    ...receivesPushed(opening.deliveries, (given) => readFeed(given.body, pageId, given.at)),
    nameOf: () => null,
    send: async ({ answers, text }: Outgoing) => {
      if (!answers) return { kind: 'refused', answer: 'nothing-to-answer' } as const;
      const path = `/${encodeURIComponent(answers.externalId)}/comments`;
      return graph.send({ path, body: { message: text }, idIn: idOfMade });
    },
    find: (outgoing: Outgoing) => findComment(graph, { pageId, opening }, outgoing),
    close: async () => {},
  };
}

async function findComment(
  graph: Graph,
  { pageId, opening }: { pageId: string; opening: Pick<Opening, 'heardOf'> },
  outgoing: Outgoing,
): Promise<FoundThere> {
  try {
    if (!outgoing.answers) return { kind: 'unsure' };
    const page = await graph.read(`/${encodeURIComponent(outgoing.answers.externalId)}/comments`, {
      ...{
        fields: 'id,message,from,created_time',
        filter: 'stream',
        order: 'reverse_chronological',
        limit: 100,
      },
    });
    const own = listOf(at(page, 'data')).flatMap((one): Own[] => {
      const id = textOf(at(one, 'id'));
      if (id === null) return [];
      const ours = textOf(at(one, 'from.id')) === pageId;
      const text = textOf(at(one, 'message')) ?? '';
      return [{ externalId: id, text, at: timeOf(at(one, 'created_time')), ours }];
    });
    return await findAmong(own, { ...outgoing, whole: isWhole(page) }, opening.heardOf);
  } catch {
    return { kind: 'unsure' };
  }
}
