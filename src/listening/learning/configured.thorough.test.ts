import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transact } from '../../platform/context.ts';
import { type Classroom, classroom, lessons } from '../fixtures/classroom.ts';
import { getHead, listHeads } from '../heads/head.ts';
import { nextToLabel } from './asking.ts';
import { confirm, correct } from './correcting.ts';
import { headOverview } from './judging.ts';
import { retrain } from './learning.ts';
import { verdictsOn } from './verdicts.ts';

let room: Classroom;

beforeAll(async () => {
  room = await classroom();
  const classes = ['pond', 'bicycle', 'both'].map((key) => ({ key, nl: key, en: key }));
  await transact(room.context, null, (ctx) =>
    sql`insert into head (key, kind, classes, made_at) values ('product', 'several', ${JSON.stringify(classes)}, now())`.execute(
      ctx.database,
    ),
  );
});
afterAll(() => room?.close());

const els = () => room.people.els.context;

describe('the heads', () => {
  test('of the start are seven, with the classes of the rules, in two languages', async () => {
    const heads = await listHeads(room.context);
    expect(heads.map(({ key }) => key).sort()).toEqual([
      'answerable',
      'aspects',
      'intent',
      'product',
      'relation',
      'sentiment',
      'topic',
      'urgency',
    ]);
    expect((await getHead(room.context, 'intent')).classes.length).toBe(17);
    expect(await getHead(room.context, 'topic')).toMatchObject({
      kind: 'several',
      classes: [],
      promised: 0.9,
    });
    await expect(getHead(room.context, 'nothing')).rejects.toMatchObject({ code: 'not-found.head' });
  });
});

describe('a head that was added as a row', () => {
  test('is taught, learned, answered and shown without any code of its own', async () => {
    const first = await room.say('goudvis en fietsbel tegelijk in de sloot');
    await correct(els(), first, { head: 'product', labels: ['bicycle', 'pond'] });
    expect(await verdictsOn(els(), [first])).toMatchObject([
      { head: 'product', labels: ['pond', 'bicycle'] },
    ]);
    expect(await correct(els(), first, { head: 'product', labels: [] })).toMatchObject({ labels: [] });
    for (const { text, intent } of lessons(80)) {
      const id = await room.say(text);
      await correct(els(), id, { head: 'product', labels: [intent === 'idea' ? 'pond' : 'bicycle'] });
    }
    expect(await retrain(room.context, 'product')).toMatchObject({ outcome: 'swapped', version: 1 });
    const id = await room.say('goudvis Sanne kikker en waterlelie bij Sanne met libel en riet');
    expect(await verdictsOn(els(), [id])).toMatchObject([{ head: 'product', by: 'model', labels: ['pond'] }]);
    expect(await nextToLabel(els(), 'product', 1)).toMatchObject([{ publicId: id, labels: ['pond'] }]);
    expect(await confirm(els(), id, { head: 'product' })).toMatchObject({ labels: ['pond'] });
    const overview = await headOverview(els(), 'product');
    expect(overview).toMatchObject({
      labelled: { total: 82, waiting: 1 },
      current: { version: 1, why: 'first', figures: { confusion: { classes: [] } } },
    });
    expect(overview.drift.shares.map(({ label }) => label)).toEqual(['pond', 'bicycle']);
  });
});
