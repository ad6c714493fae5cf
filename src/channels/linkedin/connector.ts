import { askNetwork } from '../asking.ts';
import {
  type Connection,
  type FoundThere,
  type Health,
  Outage,
  type Outcome,
  type Outgoing,
  Refused,
} from '../connection.ts';
import type { Connector, Opening } from '../connector.ts';
import { at, textOf, timeOf } from '../json.ts';
import { findAmong, type Own } from '../looking.ts';
import { listOf } from '../meta/entry.ts';
import { type Double, type Network, openNetwork } from '../network.ts';
import { receivesPushed } from '../pushed.ts';
import { pushedByLinkedin } from './judging.ts';
import { linkedin } from './linkedin.ts';
import { readNotifications } from './reading.ts';
import { linkedinSecrets, linkedinSettings } from './settings.ts';

/** Each lives about a year; the one whose documentation this follows. */
const version = '202605';
const rights = ['r_organization_social', 'w_organization_social'];

export const linkedinConnector: Connector = {
  channel: linkedin,
  form: linkedinSettings.extend(linkedinSecrets.shape),
  fields: [
    { name: 'name', kind: 'text', fixed: true },
    { name: 'organizationId', kind: 'text', fixed: true },
    { name: 'clientId', kind: 'text', group: 'app' },
    { name: 'clientSecret', kind: 'secret', group: 'app' },
    { name: 'token', kind: 'secret' },
  ],
  test: 'none',
  nameOf: ({ name }) => String(name),
  open: (opening) => openLinkedin(opening),
  pushed: ({ secrets }) => pushedByLinkedin(linkedinSecrets.parse(secrets).clientSecret),
};

const [api, www] = ['https://api.linkedin.com', 'https://www.linkedin.com'];

export function openLinkedin(opening: Opening, { origin }: Double = {}): Connection {
  const { organizationId, name, clientId } = linkedinSettings.parse(opening.settings);
  const { clientSecret, token } = linkedinSecrets.parse(opening.secrets);
  const { allowed, clock } = opening;
  const organization = `urn:li:organization:${organizationId}`;
  const network = openNetwork({
    ...{ origin: origin ?? api, allowed, clock },
    headers: async () => ({
      ...{ Authorization: `Bearer ${token}`, 'LinkedIn-Version': version },
      'X-Restli-Protocol-Version': '2.0.0',
    }),
    meaningOf: ({ status, json }) =>
      status >= 400 && status < 500 && status !== 401 && status !== 429
        ? { kind: 'refused', answer: textOf(at(json, 'message')) ?? String(status) }
        : undefined,
  });
  return {
    channel: linkedin,
    check: async () => {
      const page = await network.read(`/rest/organizations/${organizationId}`);
      const as = textOf(at(page, 'localizedName')) ?? name;
      return healthOf(as, { www: origin ?? www, clientId, clientSecret, token, allowed });
    },
    ...receivesPushed(opening.deliveries, (given) => readNotifications(given.body, organization, given.at)),
    nameOf: () => null,
    send: (outgoing) => sendComment(network, organization, outgoing),
    find: (outgoing) => findComment(network, { organization, opening }, outgoing),
    close: async () => {},
  };
}

interface Asked {
  readonly www: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly token: string;
  readonly allowed: readonly string[];
}

/** Tokens hold sixty days; the network itself says until when (RFC 7662). @throws Outage, Refused */
async function healthOf(as: string, { www, clientId, clientSecret, token, allowed }: Asked): Promise<Health> {
  const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, token });
  const said = await askNetwork(`${www}/oauth/v2/introspectToken`, {
    ...{ method: 'POST', body: body.toString(), allowed },
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  if (said.status >= 500 || said.status === 429) throw new Outage('busy', 60);
  if (said.status >= 400 || at(said.json, 'active') !== true) throw new Refused('sign-in');
  const held = (textOf(at(said.json, 'scope')) ?? '').split(/[\s,]+/);
  const missing = rights.filter((right) => !held.includes(right));
  if (missing.length > 0) throw new Refused(`rights: ${missing.join(', ')}`);
  return { as, expiresAt: timeOf(at(said.json, 'expires_at')) };
}

const pathOf = (urn: string) => `/rest/socialActions/${encodeURIComponent(urn)}/comments`;

async function sendComment(network: Network, organization: string, outgoing: Outgoing): Promise<Outcome> {
  const { answers, text } = outgoing;
  if (!answers) return { kind: 'refused', answer: 'nothing-to-answer' };
  const post = typeof answers.facts.post === 'string' ? answers.facts.post : answers.externalId;
  const below = answers.externalId.startsWith('urn:li:comment:') ? { parentComment: answers.externalId } : {};
  return network.send({
    path: pathOf(answers.externalId),
    body: { actor: organization, object: post, message: { text }, ...below },
    idIn: (json, { headers }) =>
      textOf(at(json, 'commentUrn')) ?? textOf(at(json, 'id')) ?? headers['x-restli-id'] ?? null,
  });
}

async function findComment(
  network: Network,
  { organization, opening }: { organization: string; opening: Pick<Opening, 'heardOf'> },
  outgoing: Outgoing,
): Promise<FoundThere> {
  try {
    if (!outgoing.answers) return { kind: 'unsure' };
    const said = await network.read(pathOf(outgoing.answers.externalId), { count: 100 });
    const own = listOf(at(said, 'elements')).flatMap((one): Own[] => {
      const id = textOf(at(one, 'commentUrn')) ?? textOf(at(one, 'id'));
      if (id === null) return [];
      const ours = textOf(at(one, 'actor')) === organization;
      const text = textOf(at(one, 'message.text')) ?? '';
      return [{ externalId: id, text, at: timeOf(at(one, 'created.time')), ours }];
    });
    const links = listOf(at(said, 'paging.links'));
    const whole = own.length < 100 && !links.some((one) => textOf(at(one, 'rel')) === 'next');
    return await findAmong(own, { ...outgoing, whole }, opening.heardOf);
  } catch {
    return { kind: 'unsure' };
  }
}
