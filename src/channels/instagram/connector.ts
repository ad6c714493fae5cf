import type { Connection, FoundThere, Outcome, Outgoing } from '../connection.ts';
import type { Connector, Opening } from '../connector.ts';
import { metaFields } from '../facebook/connector.ts';
import { openConversations } from '../facebook/conversations.ts';
import { at, textOf, timeOf } from '../json.ts';
import { findAmong, type Own } from '../looking.ts';
import { isWhole, listOf } from '../meta/entry.ts';
import { type Graph, idOfMade, openGraph } from '../meta/graph.ts';
import { pushedByMeta } from '../meta/judging.ts';
import type { Double } from '../network.ts';
import { receivesPushed } from '../pushed.ts';
import { instagram, instagramDirect } from './instagram.ts';
import { readInstagram } from './reading.ts';
import { directSecrets, directSettings, instagramSecrets, instagramSettings } from './settings.ts';

const rights = ['instagram_basic', 'instagram_manage_comments', 'pages_show_list', 'pages_read_engagement'];
const directRights = ['instagram_basic', 'instagram_manage_messages', 'pages_manage_metadata'];

export const instagramConnector: Connector = {
  channel: instagram,
  form: instagramSettings.extend(instagramSecrets.shape),
  fields: [
    { name: 'name', kind: 'text', fixed: true },
    { name: 'accountId', kind: 'text', fixed: true },
    ...metaFields,
    { name: 'verifyToken', kind: 'secret' },
  ],
  test: 'none',
  nameOf: ({ name }) => String(name),
  open: (opening) => openInstagram(opening),
  pushed: ({ secrets }) => pushedByMeta(instagramSecrets.parse(secrets)),
};

export const instagramDirectConnector: Connector = {
  channel: instagramDirect,
  form: directSettings.extend(directSecrets.shape),
  fields: [
    { name: 'name', kind: 'text', fixed: true },
    { name: 'accountId', kind: 'text', fixed: true },
    { name: 'pageId', kind: 'text' },
    ...metaFields,
  ],
  test: 'none',
  nameOf: ({ name }) => String(name),
  open: (opening) => openInstagramDirect(opening),
};

export function openInstagram(opening: Opening, double: Double = {}): Connection {
  const { accountId, appId, name } = instagramSettings.parse(opening.settings);
  const { appSecret, token } = instagramSecrets.parse(opening.secrets);
  const { allowed, clock } = opening;
  const graph = openGraph({ appId, appSecret, token, allowed, clock, double });
  return {
    channel: instagram,
    check: () => checkAccount(graph, { accountId, name, rights }),
    ...receivesPushed(opening.deliveries, (given) =>
      readInstagram(given.body, { accountId, graph, came: given.at }),
    ),
    nameOf: () => null,
    send: (outgoing) => sendComment(graph, accountId, outgoing),
    find: (outgoing) => findComment(graph, { accountId, opening }, outgoing),
    close: async () => {},
  };
}

async function checkAccount(
  graph: Graph,
  { accountId, name, rights }: { accountId: string; name: string; rights: readonly string[] },
) {
  const account = await graph.read(`/${accountId}`, { fields: 'username' });
  return graph.health(textOf(at(account, 'username')) ?? name, rights);
}

async function sendComment(graph: Graph, accountId: string, outgoing: Outgoing): Promise<Outcome> {
  const { answers, text } = outgoing;
  if (!answers) return { kind: 'refused', answer: 'nothing-to-answer' };
  const { media, mention } = answers.facts;
  if (mention !== undefined) {
    const body = { media_id: media, ...(mention ? { comment_id: mention } : {}), message: text };
    return graph.send({ path: `/${accountId}/mentions`, body, idIn: idOfMade });
  }
  const path = `/${encodeURIComponent(answers.externalId)}/replies`;
  return graph.send({ path, body: { message: text }, idIn: idOfMade });
}

async function findComment(
  graph: Graph,
  { accountId, opening }: { accountId: string; opening: Pick<Opening, 'heardOf'> },
  outgoing: Outgoing,
): Promise<FoundThere> {
  try {
    // What stands under the post of somebody else cannot be listed.
    if (!outgoing.answers || outgoing.answers.facts.mention !== undefined) return { kind: 'unsure' };
    const page = await graph.read(`/${encodeURIComponent(outgoing.answers.externalId)}/replies`, {
      ...{ fields: 'id,text,from,timestamp', limit: 100 },
    });
    const own = listOf(at(page, 'data')).flatMap((one): Own[] => {
      const id = textOf(at(one, 'id'));
      if (id === null) return [];
      const ours = textOf(at(one, 'from.id')) === accountId;
      return [
        { externalId: id, text: textOf(at(one, 'text')) ?? '', at: timeOf(at(one, 'timestamp')), ours },
      ];
    });
    return await findAmong(own, { ...outgoing, whole: isWhole(page) }, opening.heardOf);
  } catch {
    return { kind: 'unsure' };
  }
}

export function openInstagramDirect(opening: Opening, double: Double = {}): Connection {
  const { accountId, pageId, appId, name } = directSettings.parse(opening.settings);
  const { appSecret, token } = directSecrets.parse(opening.secrets);
  const { allowed, clock } = opening;
  const graph = openGraph({ appId, appSecret, token, allowed, clock, double });
  const check = () => checkAccount(graph, { accountId, name, rights: directRights });
  const mailbox = {
    channel: instagramDirect,
    graph,
    owner: pageId,
    platform: 'instagram',
    self: accountId,
    check,
  } as const;
  return openConversations(mailbox, opening, double);
}
