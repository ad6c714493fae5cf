import { describe, expect, test } from 'vitest';
import { keepsTheContract } from '../fixtures/contract.ts';
import {
  type AskedThere,
  networkDouble,
  openingAt,
  outgoingTo,
  purse,
  type ToldThere,
} from '../fixtures/network-double.ts';
import { openYoutube } from './connector.ts';

const channelId = `UC${'a'.repeat(22)}`;
const settings = { name: 'Waterkracht', channelId, clientId: 'een-client-van-de-test' };
const secrets = { clientSecret: 'een-geheim', refreshToken: 'een-refresh-token' };

interface Comment {
  id: string;
  snippet: Record<string, unknown>;
}

function network() {
  const threads: { top: Comment; below: Comment[] }[] = [];
  let next: ToldThere | undefined;
  const made = (id: string, text: string, author: string): Comment => {
    const now = new Date().toISOString();
    return {
      id,
      snippet: {
        textOriginal: text,
        authorChannelId: { value: author },
        authorDisplayName: '@fatima',
        publishedAt: now,
        updatedAt: now,
        videoId: 'v',
      },
    };
  };
  const answer = ({ method, path, query, body }: AskedThere): ToldThere => {
    if (path === '/token') return { json: { access_token: 'toegang', expires_in: 3599 } };
    if (next) {
      const told = next;
      next = undefined;
      return told;
    }
    if (path === '/youtube/v3/channels')
      return { json: { items: [{ id: channelId, snippet: { title: 'Waterkracht TV' } }] } };
    if (path === '/youtube/v3/commentThreads')
      return {
        json: {
          items: threads.toReversed().map(({ top, below }) => ({
            id: top.id,
            snippet: { topLevelComment: top, totalReplyCount: below.length },
            // As the network does: of many below, a few are shown.
            replies: { comments: below.slice(0, 1) },
          })),
        },
      };
    if (method === 'GET')
      return { json: { items: threads.find(({ top }) => top.id === query.get('parentId'))?.below ?? [] } };
    const { parentId, textOriginal } = (body as { snippet: { parentId: string; textOriginal: string } })
      .snippet;
    const thread = threads.find(({ top }) => top.id === parentId);
    if (!thread)
      return {
        status: 404,
        json: { error: { errors: [{ reason: 'parentCommentNotFound' }], message: 'no' } },
      };
    thread.below.push(made(`${parentId}.r${thread.below.length}`, textOriginal, channelId));
    return { json: { id: thread.below.at(-1)?.id } };
  };
  const say = (text: string, below?: string) => {
    const thread = threads.find(({ top }) => top.id === below);
    const comment = made(
      thread ? `${below}.c${thread.below.length}` : `Ug${threads.length}`,
      text,
      'UCfatima',
    );
    if (thread) thread.below.push(comment);
    else threads.push({ top: comment, below: [] });
    return comment;
  };
  return { answer, threads, say, failNext: (told: ToldThere) => (next = told) };
}

async function opened() {
  const double = network();
  const there = await networkDouble(double.answer);
  const spending = purse();
  const opening = openingAt(there.host, { settings, secrets, spending });
  return { double, there, spending, connection: openYoutube(opening, { origin: there.origin, pause: 50 }) };
}

keepsTheContract('youtube', async () => {
  const { double, there, connection } = await opened();
  return {
    connection,
    say: async (text) => double.say(text).id,
    seen: async () =>
      double.threads.flatMap(({ below }) => below.map(({ snippet }) => String(snippet.textOriginal))),
    close: there.close,
  };
});

describe('comments on YouTube', () => {
  test('below others, and changed ones, are heard too; an answer hangs on the first of the thread', async () => {
    const { double, there, connection } = await opened();
    const first = double.say('Wanneer is het klaar?');
    const start = await connection.receive(null);
    double.say('Hier ook', first.id);
    const below = double.say('En hier', first.id);
    const second = await connection.receive(start.cursor);
    expect(second.happened.flatMap((one) => (one.kind === 'said' ? [one.heard.text] : []))).toEqual([
      'Hier ook',
      'En hier',
    ]);
    expect(second.happened[0]).toMatchObject({ heard: { replyTo: first.id } });
    below.snippet.textOriginal = 'En hier nog';
    below.snippet.updatedAt = new Date(Date.now() + 1000).toISOString();
    expect((await connection.receive(second.cursor)).happened).toEqual([
      { kind: 'edited', externalId: below.id, text: 'En hier nog', at: below.snippet.updatedAt },
    ]);
    const outgoing = outgoingTo(below.id);
    expect(await connection.find(outgoing)).toEqual({ kind: 'absent' });
    expect((await connection.send(outgoing)).kind).toBe('sent');
    expect((await connection.find(outgoing)).kind).toBe('there');
    await there.close();
  });

  test('cost a unit to ask for and fifty to answer, and stop with the day', async () => {
    const { double, there, spending, connection } = await opened();
    const { id } = double.say('Hoi');
    const { cursor } = await connection.receive(null);
    await connection.send(outgoingTo(id));
    expect(spending.spent).toBe(1 + 50);
    // Reading leaves something of the day for answers.
    spending.spent = 8000;
    await expect(connection.receive(cursor)).rejects.toMatchObject({ message: 'budget' });
    expect((await connection.send(outgoingTo(id))).kind).toBe('sent');
    spending.spent = 10_000;
    await expect(connection.receive(cursor)).rejects.toMatchObject({ message: 'budget' });
    expect(await connection.send(outgoingTo(id))).toMatchObject({ kind: 'later', reason: 'budget' });
    await there.close();
  });

  test('below a thread are asked for when there are more of them, not each time', async () => {
    const { double, there, connection } = await opened();
    const first = double.say('Wanneer is het klaar?');
    for (let n = 0; n < 3; n += 1) double.say(`Hier ook ${n}`, first.id);
    const asks = () =>
      there.asked.filter(({ path, method }) => method === 'GET' && path.endsWith('/comments')).length;
    let { cursor } = await connection.receive(null);
    for (let n = 0; n < 5; n += 1) ({ cursor } = await connection.receive(cursor));
    expect(asks()).toBe(2);
    double.say('En hier', first.id);
    const { happened } = await connection.receive(cursor);
    expect(happened).toMatchObject([{ heard: { text: 'En hier' } }]);
    expect(asks()).toBe(3);
    await there.close();
  });

  test.each([
    [
      { status: 403, json: { error: { errors: [{ reason: 'quotaExceeded' }] } } },
      { kind: 'later', after: 3600 },
    ],
    [
      { status: 403, json: { error: { errors: [{ reason: 'commentsDisabled' }], message: 'uit' } } },
      { kind: 'refused', answer: 'commentsDisabled uit' },
    ],
    [{ status: 401 }, { kind: 'later', reason: 'sign-in' }],
  ])('end by the reason that is given: %o', async (told, outcome) => {
    const { double, there, connection } = await opened();
    double.say('Hoi');
    double.failNext(told);
    expect(await connection.send(outgoingTo('Ug0'))).toMatchObject(outcome);
    await there.close();
  });
});
