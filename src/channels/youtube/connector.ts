import type { Said } from '../asking.ts';
import { type Budget, budgetOf } from '../budget.ts';
import type { Connection, FoundThere, Outcome, Outgoing } from '../connection.ts';
import type { Connector, Opening } from '../connector.ts';
import { at, textOf, timeOf } from '../json.ts';
import { findAmong, type Own } from '../looking.ts';
import { listOf } from '../meta/entry.ts';
import { type Double, type Meaning, type Network, openNetwork, outcomeOfError } from '../network.ts';
import { type Found, receivesByAsking } from '../polling.ts';
import { openTokens } from '../token.ts';
import { parentOf, readComment, readThread } from './reading.ts';
import { youtubeSecrets, youtubeSettings } from './settings.ts';
import { youtube } from './youtube.ts';

export const youtubeConnector: Connector = {
  channel: youtube,
  form: youtubeSettings.extend(youtubeSecrets.omit({ accessToken: true, accessUntil: true }).shape),
  fields: [
    { name: 'name', kind: 'text', fixed: true },
    { name: 'channelId', kind: 'text', fixed: true },
    { name: 'clientId', kind: 'text', group: 'app' },
    { name: 'clientSecret', kind: 'secret', group: 'app' },
    { name: 'refreshToken', kind: 'secret' },
  ],
  test: 'none',
  nameOf: ({ name }) => String(name),
  open: (opening) => openYoutube(opening),
};

const [api, tokenApi] = ['https://www.googleapis.com', 'https://oauth2.googleapis.com'];
const { list = 0, reply = 0 } = youtube.costs?.acts ?? {};
const most = youtube.costs?.most ?? 0;
/** Once a minute is 1,440 units a day at least; what is left is for answers. */
const pause = 60_000;
/** Of a day's budget so much is not spent on reading: forty answers. */
const forAnswers = 40 * reply;
/** What lies below one thread is asked for so often at one count: a second time in case the first was not kept. */
const askedEnough = 2;
const mostCounted = 5000;
const mostPages = 5;

export function openYoutube(opening: Opening, double: Double = {}): Connection {
  const { channelId, name, clientId } = youtubeSettings.parse(opening.settings);
  const secrets = youtubeSecrets.parse(opening.secrets);
  const { allowed, clock, keepSecrets } = opening;
  const tokens = openTokens({
    ...{ tokenUrl: `${double.origin ?? tokenApi}/token`, grant: 'refresh_token', basic: false },
    ...{ clientId, clientSecret: secrets.clientSecret, allowed, clock, keepSecrets },
    secrets: opening.secrets,
  });
  const network = openNetwork({
    ...{ origin: double.origin ?? api, allowed, clock },
    headers: async () => ({ Authorization: `Bearer ${await tokens.token()}` }),
    meaningOf: (said) => {
      if (said.status === 401) tokens.drop();
      return meaningOf(said);
    },
  });
  const budget = budgetOf(opening.spending, most);
  const ours = { network, budget, channelId };
  const spare = budgetOf(opening.spending, most - forAnswers);
  const reading = { network, channelId, budget: spare, counted: new Map<string, Counted>() };
  return {
    channel: youtube,
    check: async () => {
      await budget.take(list);
      const said = await network.read('/youtube/v3/channels', { part: 'snippet', mine: 'true' });
      const mine = listOf(at(said, 'items')).find((one) => textOf(at(one, 'id')) === channelId);
      return { as: textOf(at(mine, 'snippet.title')) ?? name, expiresAt: null };
    },
    ...receivesByAsking({
      clock,
      pause: double.pause ?? pause,
      since: (from) => threadsSince(reading, from),
    }),
    nameOf: () => null,
    send: (outgoing) => sendReply(ours, outgoing),
    find: (outgoing) => findReply(ours, opening, outgoing),
    close: async () => {},
  };
}

interface Ours {
  readonly network: Network;
  readonly budget: Budget;
  readonly channelId: string;
}

interface Counted {
  readonly count: number;
  readonly asked: number;
}

/** `counted`: by thread how many lay below it when it was asked for them last, and how often at that count. */
interface Reading extends Ours {
  readonly counted: Map<string, Counted>;
}

/** Reasons that stand in the body say more than the status, which is 403 for most of them. */
function meaningOf({ json, status }: Said): Meaning | undefined {
  const reason = textOf(at(json, 'error.errors[0].reason')) ?? '';
  if (/^(quotaExceeded|dailyLimitExceeded)$/.test(reason)) return { kind: 'busy', after: 3600 };
  if (/^(rateLimitExceeded|userRateLimitExceeded)$/.test(reason)) return { kind: 'busy', after: 60 };
  if (status === 400 || status === 403 || status === 404)
    return { kind: 'refused', answer: `${reason} ${textOf(at(json, 'error.message')) ?? ''}`.trim() };
  return undefined;
}

async function threadsSince(reading: Reading, from: string): Promise<Found[]> {
  const { network, budget, channelId, counted } = reading;
  if (counted.size > mostCounted) counted.clear();
  const found: Found[] = [];
  let pageToken: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    await budget.take(list);
    const said = await network.read('/youtube/v3/commentThreads', {
      ...{ part: 'snippet,replies', allThreadsRelatedToChannelId: channelId, order: 'time' },
      ...{ maxResults: 100, textFormat: 'plainText', pageToken },
    });
    const threads = listOf(at(said, 'items'));
    for (const thread of threads) found.push(...(await wholeThread(reading, thread)));
    const oldest = timeOf(at(threads.at(-1), 'snippet.topLevelComment.snippet.publishedAt'));
    pageToken = textOf(at(said, 'nextPageToken')) ?? undefined;
    if (pageToken === undefined || oldest === null || oldest < from) break;
  }
  return found;
}

/** A thread comes with some of the comments below it; the others are asked for when there are more than before. */
async function wholeThread(
  { network, budget, channelId, counted }: Reading,
  thread: unknown,
): Promise<Found[]> {
  const shown = listOf(at(thread, 'replies.comments')).length;
  const count = Number(at(thread, 'snippet.totalReplyCount') ?? 0);
  const id = textOf(at(thread, 'id'));
  if (count <= shown || id === null) return readThread(thread, channelId);
  const before = counted.get(id);
  const asked = before?.count === count ? before.asked : 0;
  if (asked >= askedEnough) return readThread(thread, channelId);
  await budget.take(list);
  const said = await network.read('/youtube/v3/comments', {
    ...{ part: 'snippet', parentId: id, maxResults: 100, textFormat: 'plainText' },
  });
  counted.set(id, { count, asked: asked + 1 });
  const below = listOf(at(said, 'items')).flatMap((one) => readComment(one, channelId));
  return [...readComment(at(thread, 'snippet.topLevelComment'), channelId), ...below];
}

async function sendReply({ network, budget }: Ours, { answers, text }: Outgoing): Promise<Outcome> {
  if (!answers) return { kind: 'refused', answer: 'nothing-to-answer' };
  try {
    await budget.take(reply);
    return await network.send({
      ...{ path: '/youtube/v3/comments', query: { part: 'snippet' } },
      body: { snippet: { parentId: parentOf(answers.externalId), textOriginal: text } },
      idIn: (json) => textOf(at(json, 'id')),
    });
  } catch (error) {
    return outcomeOfError(error);
  }
}

async function findReply(
  { network, budget, channelId }: Ours,
  opening: Opening,
  outgoing: Outgoing,
): Promise<FoundThere> {
  try {
    if (!outgoing.answers) return { kind: 'unsure' };
    await budget.take(list);
    const said = await network.read('/youtube/v3/comments', {
      ...{
        part: 'snippet',
        parentId: parentOf(outgoing.answers.externalId),
        maxResults: 100,
        textFormat: 'plainText',
      },
    });
    if (at(said, 'nextPageToken') !== undefined) return { kind: 'unsure' };
    const own = listOf(at(said, 'items')).flatMap((one): Own[] => {
      const id = textOf(at(one, 'id'));
      if (id === null || textOf(at(one, 'snippet.authorChannelId.value')) !== channelId) return [];
      const text = textOf(at(one, 'snippet.textOriginal')) ?? textOf(at(one, 'snippet.textDisplay')) ?? '';
      return [{ externalId: id, text, at: timeOf(at(one, 'snippet.publishedAt')) }];
    });
    return await findAmong(own, outgoing, opening.heardOf);
  } catch {
    return { kind: 'unsure' };
  }
}
