import type { Connection, FoundThere, Outcome, Outgoing } from '../connection.ts';
import type { Connector, Opening } from '../connector.ts';
import { at, textOf, timeOf } from '../json.ts';
import { findAmong } from '../looking.ts';
import { heardPlainly, listOf } from '../meta/entry.ts';
import { type Double, type Network, openNetwork } from '../network.ts';
import { type Found, receivesByAsking } from '../polling.ts';
import { openTokens } from '../token.ts';
import { trustpilotSecrets, trustpilotSettings } from './settings.ts';
import { trustpilot } from './trustpilot.ts';

export const trustpilotConnector: Connector = {
  channel: trustpilot,
  form: trustpilotSettings.extend(trustpilotSecrets.omit({ accessToken: true, accessUntil: true }).shape),
  fields: [
    { name: 'name', kind: 'text', fixed: true },
    { name: 'businessUnitId', kind: 'text', fixed: true },
    { name: 'businessUserId', kind: 'text' },
    { name: 'apiKey', kind: 'secret' },
    { name: 'apiSecret', kind: 'secret' },
  ],
  test: 'none',
  nameOf: ({ name }) => String(name),
  open: (opening) => openTrustpilot(opening),
};

const api = 'https://api.trustpilot.com';
const pause = 300_000;

export function openTrustpilot(opening: Opening, double: Double = {}): Connection {
  const { origin = api } = double;
  const { businessUnitId, businessUserId, name } = trustpilotSettings.parse(opening.settings);
  const secrets = trustpilotSecrets.parse(opening.secrets);
  const { allowed, clock, keepSecrets } = opening;
  const tokens = openTokens({
    tokenUrl: `${origin}/v1/oauth/oauth-business-users-for-applications/accesstoken`,
    ...{
      grant: 'client_credentials',
      basic: true,
      clientId: secrets.apiKey,
      clientSecret: secrets.apiSecret,
    },
    ...{ allowed, clock, keepSecrets },
    secrets: opening.secrets,
  });
  const network = openNetwork({
    ...{ origin, allowed, clock },
    headers: async () => ({ Authorization: `Bearer ${await tokens.token()}`, apikey: secrets.apiKey }),
    meaningOf: ({ status }) => {
      if (status === 401) tokens.drop();
      return undefined;
    },
  });
  return {
    channel: trustpilot,
    check: async () => {
      const unit = await network.read(`/v1/business-units/${businessUnitId}`);
      return { as: textOf(at(unit, 'displayName')) ?? name, expiresAt: null };
    },
    ...receivesByAsking({
      clock,
      pause: double.pause ?? pause,
      since: (from) => reviewsSince(network, businessUnitId, from),
    }),
    nameOf: () => null,
    send: (outgoing) => sendReply(network, businessUserId, outgoing),
    find: (outgoing) => findReply(network, opening, outgoing),
    close: async () => {},
  };
}

const mostPages = 5;

async function reviewsSince(network: Network, unit: string, from: string): Promise<Found[]> {
  const found: Found[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const said = await network.read(`/v1/private/business-units/${unit}/reviews`, {
      ...{ orderBy: 'createdat.desc', perPage: 100, page },
    });
    const reviews = listOf(at(said, 'reviews'));
    found.push(...reviews.flatMap(readReview));
    const oldest = timeOf(at(reviews.at(-1), 'createdAt'));
    if (reviews.length < 100 || oldest === null || oldest < from) break;
  }
  return found;
}

/** A review as a message: its stars stand before its words. */
function readReview(review: unknown): Found[] {
  const said = (path: string) => textOf(at(review, path));
  const id = said('id');
  const when = timeOf(at(review, 'createdAt'));
  if (id === null || when === null) return [];
  const stars = Math.max(0, Math.min(5, Number(at(review, 'stars') ?? 0) || 0));
  const head = `${'★'.repeat(stars)}${'☆'.repeat(5 - stars)} ${said('title') ?? ''}`.trim();
  const text = [head, said('text') ?? ''].filter(Boolean).join('\n\n');
  const heard = heardPlainly({
    ...{
      externalId: id,
      text,
      author: said('consumer.id'),
      name: said('consumer.displayName'),
      sentAt: when,
    },
    ...{ replyTo: null, thread: id, facts: { stars } },
  });
  const found: Found = { key: id, at: when, happened: [{ kind: 'said', heard }] };
  const changed = timeOf(at(review, 'updatedAt'));
  if (changed === null || changed <= when) return [found];
  const edit = { kind: 'edited', externalId: id, text, at: changed } as const;
  return [found, { key: `${id}@${changed}`, at: changed, happened: [edit] }];
}

/** The network gives an answer no number of its own: there is one for each review. */
const nameOfReply = (review: string) => `reply:${review}`;

async function sendReply(
  network: Network,
  businessUserId: string,
  { answers, text }: Outgoing,
): Promise<Outcome> {
  if (!answers) return { kind: 'refused', answer: 'nothing-to-answer' };
  return network.send({
    path: `/v1/private/reviews/${encodeURIComponent(answers.externalId)}/reply`,
    body: { authorBusinessUserId: businessUserId, message: text },
    idIn: () => nameOfReply(answers.externalId),
  });
}

async function findReply(network: Network, opening: Opening, outgoing: Outgoing): Promise<FoundThere> {
  try {
    if (!outgoing.answers) return { kind: 'unsure' };
    const { externalId } = outgoing.answers;
    const said = await network.read(`/v1/private/reviews/${encodeURIComponent(externalId)}`);
    const text = textOf(at(said, 'companyReply.text'));
    if (text === null) return { kind: 'absent' };
    const own = { externalId: nameOfReply(externalId), text, at: timeOf(at(said, 'companyReply.createdAt')) };
    return await findAmong([own], outgoing, opening.heardOf);
  } catch {
    return { kind: 'unsure' };
  }
}
