import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { transact } from '../../platform/context.ts';
import type { Category } from '../../privacy/category.ts';
import { recordUses } from '../../privacy/ledger.ts';
import { beginDraft, changeDraft } from '../../privacy/offer/drafting.ts';
import { withPurpose } from '../../privacy/offer/offer.ts';
import { confirmOffer, proposeOffer } from '../../privacy/offer/publishing.ts';
import { type Classroom, classroom, lessons } from '../fixtures/classroom.ts';
import { nextToLabel } from './asking.ts';
import { correct } from './correcting.ts';
import { retrain, retrainDue } from './learning.ts';
import { readTeaching } from './teaching.ts';

/** What the organisation leaves out of its offer is learned from no more, although nobody decided anything. */
let room: Classroom;

beforeAll(async () => {
  room = await classroom();
  for (const { text, intent } of lessons(40)) {
    const id = await room.say(text);
    await correct(room.people.els.context, id, { head: 'intent', labels: [intent] });
  }
});
afterAll(() => room?.close());

async function offer(categories: readonly Category[]): Promise<void> {
  const { els, joost } = room.people;
  const { publicId, body } = await beginDraft(els.context);
  const purpose = body.purposes.find(({ key }) => key === 'train');
  if (!purpose) throw new Error('train is not offered');
  const changed = withPurpose(body, 'train', { ...purpose, categories: [...categories] });
  await changeDraft(els.context, publicId, changed);
  await proposeOffer(els.context, publicId, { material: ['train'], note: 'voorlopig zo' });
  await confirmOffer(joost.context, publicId);
}

const learnedFrom = async () => {
  const { examples, stream } = await transact(room.context, 'train', (ctx) => readTeaching(ctx, 'intent'));
  return { examples: examples.length, stream: stream.length };
};
const asked = async () => (await nextToLabel(room.people.els.context, 'intent', 5)).length;
const persons = async () => {
  const found = await transact(room.context, 'train', (ctx) =>
    sql<{ id: string }>`select id from person order by id limit 3`.execute(ctx.database),
  );
  return found.rows.map(({ id }) => id);
};
/** How many rows of the ledger one use of many writes. */
const used = (activity: 'model.trained' | 'mail.service') =>
  transact(room.context, activity === 'mail.service' ? 'service' : 'train', async (ctx) => {
    const count = async () => {
      const found = await sql<{ n: number }>`select count(*)::int as n from data_use`.execute(ctx.database);
      return found.rows[0]?.n ?? 0;
    };
    const before = await count();
    await recordUses(ctx, await persons(), { activity, reference: 'proef' });
    return (await count()) - before;
  });

test('a category that the offer leaves out stops the training, and the model of before goes', async () => {
  await room.say('Nog een bericht dat niemand benoemde.');
  expect(await retrain(room.context, 'intent')).toMatchObject({ outcome: 'swapped' });
  expect(await learnedFrom()).toEqual({ examples: 40, stream: 41 });
  expect([await asked(), await used('model.trained')]).toEqual([1, 3]);

  await offer(['msg_public', 'label']);
  expect(await learnedFrom()).toEqual({ examples: 0, stream: 0 });
  expect([await asked(), await used('model.trained'), await used('mail.service')]).toEqual([0, 0, 3]);
  await retrainDue(room.context);
  const left = await transact(room.context, 'train', (ctx) =>
    sql`select from model where file is not null`.execute(ctx.database),
  );
  expect(left.rows).toEqual([]);

  await offer(['msg_private', 'msg_public', 'label']);
  expect(await learnedFrom()).toEqual({ examples: 40, stream: 41 });
});
