import { describe, expect, test } from 'vitest';
import { keepsTheContract } from '../fixtures/contract.ts';
import { handingIn } from '../fixtures/handing-in.ts';
import {
  type AskedThere,
  networkDouble,
  openingAt,
  outgoingTo,
  type ToldThere,
} from '../fixtures/network-double.ts';
import { signatureOf } from '../pushed.ts';
import { openLinkedin } from './connector.ts';
import { pushedByLinkedin } from './judging.ts';
import { readNotifications } from './reading.ts';

const organization = 'urn:li:organization:2414183';
const settings = { name: 'Waterkracht', organizationId: '2414183', clientId: 'een-client' };
const secrets = { clientSecret: 'een-client-secret', token: 'een-token-van-de-test' };
const activity = 'urn:li:activity:6500';

function network() {
  const comments: { urn: string; below: string; text: string }[] = [];
  const state = { scope: 'r_organization_social,w_organization_social', active: true };
  const answer = ({ method, path, body, headers }: AskedThere): ToldThere => {
    if (path === '/oauth/v2/introspectToken')
      return { json: { active: state.active, expires_at: 1_800_000_000, scope: state.scope } };
    if (headers.authorization !== `Bearer ${secrets.token}` || !headers['linkedin-version'])
      return { status: 401 };
    if (path === '/rest/organizations/2414183') return { json: { localizedName: 'Waterkracht BV' } };
    const below = path.replace('/rest/socialActions/', '').replace('/comments', '');
    if (method === 'GET') {
      const own = comments.filter((one) => one.below === below);
      const elements = own.map(({ urn, text }) => ({
        ...{ commentUrn: urn, actor: organization, message: { text }, created: { time: Date.now() } },
      }));
      return { json: { elements } };
    }
    const { message } = body as { message: { text: string } };
    comments.push({ urn: `urn:li:comment:(${activity},9${comments.length})`, below, text: message.text });
    return { status: 201, json: { commentUrn: comments.at(-1)?.urn } };
  };
  return { answer, comments, state };
}

const comment = (n: number, text: string, more: object = {}) => ({
  ...{ notificationId: n, organizationalEntity: organization, action: 'COMMENT', sourcePost: activity },
  ...{ generatedActivity: `urn:li:comment:(${activity},${n})`, lastModifiedAt: Date.now() },
  ...{ decoratedGeneratedActivity: { comment: { owner: 'urn:li:person:fatima', text } } },
  ...more,
});
const bodyOf = (...notifications: object[]) =>
  JSON.stringify({ type: 'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS', notifications });

async function opened() {
  const double = network();
  const there = await networkDouble(double.answer);
  const { deliveries, handIn } = handingIn(() => pushedByLinkedin(secrets.clientSecret), Date.now);
  const connection = openLinkedin(openingAt(there.host, { settings, secrets, deliveries }), {
    origin: there.origin,
  });
  return { double, there, connection, handIn };
}

keepsTheContract('linkedin', async () => {
  const { double, there, connection, handIn } = await opened();
  let count = 0;
  return {
    connection,
    say: async (text) => {
      count += 1;
      const body = bodyOf(comment(count, text));
      const signature = signatureOf(secrets.clientSecret, ['hmacsha256=', body], 'hex');
      expect(handIn(body, { 'x-li-signature': signature })).toBe(200);
      return `urn:li:comment:(${activity},${count})`;
    },
    seen: async () => double.comments.map(({ text }) => text),
    close: there.close,
  };
});

describe('what LinkedIn hands in', () => {
  const pushed = pushedByLinkedin(secrets.clientSecret);
  // Both made by openssl, not by our code; the code is the one of their documentation.
  test('is signed with its prefix, and asks every two hours whether we know the secret', () => {
    const judge = (body: string, signature: string) =>
      pushed.judge({
        headers: { 'x-li-signature': signature },
        query: new URLSearchParams(),
        body: Buffer.from(body),
        now: 0,
      }).kind;
    const right = 'c8e0f083c4cecc44378c0e1f8b4c626718531544bc4f0d0a78bd351c2f12e2a0';
    expect(judge(bodyOf(), right)).toBe('taken');
    expect(judge(`${bodyOf()}\n`, right)).toBe('forged');
    expect(judge(bodyOf(), signatureOf(secrets.clientSecret, [bodyOf()], 'hex'))).toBe('forged');
    const challengeCode = '890e4665-4dfe-4ab1-b689-ed553bceeed0';
    const told = pushed.greet?.(new URLSearchParams({ challengeCode }), 0);
    expect(JSON.parse(told?.body ?? '')).toEqual({
      challengeCode,
      challengeResponse: '2beab850cab2d46d0575cbe364957966b61cb40661b43260423080f744627ab5',
    });
    expect(pushed.greet?.(new URLSearchParams({ challengeCode: '"><script>' }), 0)).toBeUndefined();
  });

  test('tells of changes and of what is taken back, not of our own people nor of another page', () => {
    const read = (...all: object[]) => readNotifications(Buffer.from(bodyOf(...all)), organization, '');
    expect(read(comment(1, 'Anders', { action: 'COMMENT_EDIT' }))[0]).toMatchObject({
      kind: 'edited',
      text: 'Anders',
    });
    expect(read(comment(1, '', { action: 'COMMENT_DELETE' }))[0]?.kind).toBe('removed');
    expect(read(comment(1, 'Wij', { action: 'ADMIN_COMMENT' }), comment(2, '', { action: 'LIKE' }))).toEqual(
      [],
    );
    expect(read(comment(1, 'x', { organizationalEntity: 'urn:li:organization:1' }))).toEqual([]);
    const share = { share: { owner: 'urn:li:person:henk', text: 'Goed gedaan @Waterkracht' } };
    const mention = comment(3, '', {
      action: 'SHARE_MENTION',
      generatedActivity: 'urn:li:share:3',
      decoratedGeneratedActivity: share,
    });
    expect(read(mention)[0]).toMatchObject({
      heard: { externalId: 'urn:li:share:3', thread: 'urn:li:share:3' },
    });
  });
});

test('an answer on LinkedIn is found under what it answers; the health says until when and which right is missing', async () => {
  const { double, there, connection } = await opened();
  const outgoing = outgoingTo(`urn:li:comment:(${activity},1)`, { post: activity });
  expect(await connection.find(outgoing)).toEqual({ kind: 'absent' });
  await connection.send(outgoing);
  expect(there.asked.at(-1)?.body).toMatchObject({
    actor: organization,
    object: activity,
    parentComment: outgoing.answers.externalId,
  });
  expect((await connection.find(outgoing)).kind).toBe('there');
  expect(await connection.check()).toEqual({ as: 'Waterkracht BV', expiresAt: '2027-01-15T08:00:00.000Z' });
  double.state.scope = 'r_organization_social';
  await expect(connection.check()).rejects.toMatchObject({ message: 'rights: w_organization_social' });
  double.state.active = false;
  await expect(connection.check()).rejects.toMatchObject({ message: 'sign-in' });
  await there.close();
});
