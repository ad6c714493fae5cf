import { expect, test } from 'vitest';
import { keepsTheContract } from '../fixtures/contract.ts';
import {
  type AskedThere,
  networkDouble,
  openingAt,
  outgoingTo,
  type ToldThere,
} from '../fixtures/network-double.ts';
import { openTrustpilot } from './connector.ts';

const businessUnitId = '46d6a890000064000500e0c3';
const businessUserId = '507f191e810c19729de860ea';
const settings = { name: 'Waterkracht', businessUnitId, businessUserId };
const secrets = { apiKey: 'een-sleutel', apiSecret: 'een-geheim' };

interface Review {
  id: string;
  text: string;
  title: string;
  stars: number;
  createdAt: string;
  updatedAt: string | null;
  consumer: { id: string; displayName: string };
  companyReply: { text: string; createdAt: string } | null;
}

function network() {
  const reviews: Review[] = [];
  const answer = ({ method, path, body, headers }: AskedThere): ToldThere => {
    if (path.endsWith('/accesstoken')) {
      const basic = `Basic ${Buffer.from('een-sleutel:een-geheim').toString('base64')}`;
      if (headers.authorization !== basic) return { status: 401 };
      return { json: { access_token: 'toegang', expires_in: '359999' } };
    }
    if (path === `/v1/business-units/${businessUnitId}`) return { json: { displayName: 'Waterkracht BV' } };
    if (headers.authorization !== 'Bearer toegang') return { status: 401 };
    if (path.endsWith('/reviews')) return { json: { reviews: reviews.toReversed() } };
    const review = reviews.find(({ id }) => path.includes(id));
    if (!review) return { status: 404, json: { message: 'no' } };
    if (method === 'GET') return { json: review };
    const { message, authorBusinessUserId } = body as { message: string; authorBusinessUserId: string };
    if (authorBusinessUserId !== businessUserId) return { status: 400 };
    review.companyReply = { text: message, createdAt: new Date().toISOString() };
    return { status: 201 };
  };
  const say = (text: string): Review => {
    const id = reviews.length.toString(16).padStart(24, 'b');
    reviews.push({
      ...{ id, text, title: 'Monteur', stars: 2, createdAt: new Date().toISOString(), updatedAt: null },
      ...{ consumer: { id: 'c1', displayName: 'Fatima' }, companyReply: null },
    });
    return reviews.at(-1) as Review;
  };
  return { answer, reviews, say };
}

async function opened() {
  const double = network();
  const there = await networkDouble(double.answer);
  const opening = openingAt(there.host, { settings, secrets });
  return { double, there, connection: openTrustpilot(opening, { origin: there.origin, pause: 50 }) };
}

keepsTheContract('trustpilot', async () => {
  const { double, there, connection } = await opened();
  return {
    connection,
    say: async (text) => double.say(text).id,
    seen: async () => double.reviews.flatMap(({ companyReply }) => (companyReply ? [companyReply.text] : [])),
    close: there.close,
  };
});

test('a review comes with its stars, may be revised, and takes one answer that can be seen', async () => {
  const { double, there, connection } = await opened();
  const start = await connection.receive(null);
  const review = double.say('Kwam te laat.');
  const heard = await connection.receive(start.cursor);
  expect(heard.happened).toMatchObject([
    { heard: { text: '★★☆☆☆ Monteur\n\nKwam te laat.', authorName: 'Fatima' } },
  ]);
  const outgoing = outgoingTo(review.id);
  expect(await connection.find(outgoing)).toEqual({ kind: 'absent' });
  expect(await connection.send(outgoing)).toMatchObject({ kind: 'sent', externalId: `reply:${review.id}` });
  expect(await connection.find(outgoing)).toMatchObject({ kind: 'there' });
  // Somebody answered over there, in other words: that is not this one.
  if (review.companyReply) review.companyReply.text = 'Sorry. Joost';
  expect(await connection.find(outgoing)).toEqual({ kind: 'unsure' });
  Object.assign(review, { stars: 5, updatedAt: new Date(Date.now() + 1000).toISOString() });
  expect((await connection.receive(heard.cursor)).happened).toMatchObject([
    { kind: 'edited', text: expect.stringContaining('★★★★★') },
  ]);
  await there.close();
});
