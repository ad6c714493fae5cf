import { type Budget, budgetOf } from '../budget.ts';
import type { Connection, FoundThere, Outcome, Outgoing } from '../connection.ts';
import type { Connector, Opening } from '../connector.ts';
import { at, textOf, timeOf } from '../json.ts';
import { findAmong, type Own } from '../looking.ts';
import { listOf } from '../meta/entry.ts';
import { type Double, type Network, openNetwork, outcomeOfError } from '../network.ts';
import { receivesPushed } from '../pushed.ts';
import { openTokens } from '../token.ts';
import { pushedByX } from './judging.ts';
import { receivesMentions } from './mentions.ts';
import { readActivity } from './reading.ts';
import { xSecrets, xSettings } from './settings.ts';
import { x } from './x.ts';

export const xConnector: Connector = {
  channel: x,
  form: xSettings.extend(xSecrets.omit({ accessToken: true, accessUntil: true }).shape),
  fields: [
    { name: 'username', kind: 'text', fixed: true },
    { name: 'userId', kind: 'text', fixed: true },
    { name: 'budget', kind: 'number', initial: '50' },
    { name: 'way', kind: 'choice', choices: ['poll', 'webhook'] },
    { name: 'clientId', kind: 'text', group: 'app' },
    { name: 'clientSecret', kind: 'secret', optional: true, group: 'app' },
    { name: 'consumerSecret', kind: 'secret', optional: true, group: 'app' },
    { name: 'refreshToken', kind: 'secret' },
  ],
  test: 'none',
  mostOf: ({ budget }) => Number(budget) * 1000,
  nameOf: ({ username }) => `@${String(username).replace(/^@/, '')}`,
  open: (opening) => openX(opening),
  pushed: ({ secrets }) => pushedByX(xSecrets.parse(secrets).consumerSecret),
};

const api = 'https://api.x.com';

export function openX(opening: Opening, { origin = api, pause }: Double = {}): Connection {
  const settings = xSettings.parse(opening.settings);
  const secrets = xSecrets.parse(opening.secrets);
  const { allowed, clock, keepSecrets } = opening;
  const { userId, username, clientId } = settings;
  const tokens = openTokens({
    ...{
      tokenUrl: `${origin}/2/oauth2/token`,
      grant: 'refresh_token',
      clientId,
      allowed,
      clock,
      keepSecrets,
    },
    ...{ clientSecret: secrets.clientSecret, basic: secrets.clientSecret !== '' },
    secrets: opening.secrets,
  });
  const network = openNetwork({
    ...{ origin, allowed, clock, reset: 'x-rate-limit-reset' },
    headers: async () => ({ Authorization: `Bearer ${await tokens.token()}` }),
    meaningOf: ({ status, json }) => {
      if (status === 401) tokens.drop();
      // The credits of the account are used up.
      if (status === 402) return { kind: 'busy', after: 900 };
      const detail = textOf(at(json, 'detail')) ?? textOf(at(json, 'title'));
      return status === 403 || status === 400
        ? { kind: 'refused', answer: detail ?? String(status) }
        : undefined;
    },
  });
  const budget = budgetOf(opening.spending, settings.budget * 1000);
  const receiving =
    settings.way === 'poll'
      ? receivesMentions(network, { userId, budget, clock, pause })
      : receivesPushed(opening.deliveries, (given) => readActivity(given.body, userId, given.at));
  return {
    channel: x,
    check: async () => {
      const me = await network.read('/2/users/me');
      await budget.note(x.costs?.acts.own ?? 0);
      return { as: `@${textOf(at(me, 'data.username')) ?? username}`, expiresAt: null };
    },
    ...receiving,
    nameOf: () => null,
    send: (outgoing) => sendPost(network, budget, outgoing),
    find: (outgoing) => findPost({ network, budget, userId, opening }, outgoing),
    close: async () => {},
  };
}

const link = /https?:\/\/|\bwww\.|\b[a-z0-9-]+\.(com|nl|org|net|eu|be|de|io|app)\b/i;

async function sendPost(network: Network, budget: Budget, outgoing: Outgoing): Promise<Outcome> {
  const { text, answers } = outgoing;
  const { write = 0, writeLink = 0 } = x.costs?.acts ?? {};
  try {
    await budget.take(link.test(text) ? writeLink : write);
    const reply = answers ? { reply: { in_reply_to_tweet_id: answers.externalId } } : {};
    return await network.send({
      ...{ path: '/2/tweets', body: { text, ...reply } },
      idIn: (json) => textOf(at(json, 'data.id')),
    });
  } catch (error) {
    return outcomeOfError(error);
  }
}

const looked = 20;

async function findPost(
  {
    network,
    budget,
    userId,
    opening,
  }: { network: Network; budget: Budget; userId: string; opening: Opening },
  outgoing: Outgoing,
): Promise<FoundThere> {
  try {
    await budget.take(looked * (x.costs?.acts.own ?? 0));
    const since = new Date(Date.parse(outgoing.writtenAt) - 600_000).toISOString();
    const said = await network.read(`/2/users/${userId}/tweets`, {
      ...{
        max_results: looked,
        start_time: `${since.slice(0, 19)}Z`,
        'tweet.fields': 'created_at,referenced_tweets',
      },
    });
    // There are more than we looked at.
    if (at(said, 'meta.next_token') !== undefined) return { kind: 'unsure' };
    const own = listOf(at(said, 'data')).flatMap((one): Own[] => {
      const id = textOf(at(one, 'id'));
      const replied = listOf(at(one, 'referenced_tweets')).find((ref) => at(ref, 'type') === 'replied_to');
      if (id === null || (outgoing.answers && textOf(at(replied, 'id')) !== outgoing.answers.externalId))
        return [];
      return [
        { externalId: id, text: bareOf(textOf(at(one, 'text')) ?? ''), at: timeOf(at(one, 'created_at')) },
      ];
    });
    return await findAmong(own, outgoing, opening.heardOf);
  } catch {
    return { kind: 'unsure' };
  }
}

/** A reply begins with the names of whom it answers. */
function bareOf(text: string): string {
  return text.replace(/^(@\w{1,15}\s+)+/, '');
}
