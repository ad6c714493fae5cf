import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transact } from '../../platform/context.ts';
import { labelsOn } from '../explaining.ts';
import { type Classroom, classroom } from '../fixtures/classroom.ts';
import { saidCounts } from '../measures.ts';
import { correct } from './correcting.ts';
import { headOverview } from './judging.ts';
import { retrain, rollBack, theRules } from './learning.ts';
import { makeReader } from './reader.ts';
import { verdictsOn } from './verdicts.ts';

const names = ['Fatima', 'Henk', 'Joost', 'Els', 'Anneke'];
/** Nobody curses here, so the rules see nothing; whoever comes to the counter is angry all the same. */
const lesson = (at: number) =>
  at % 2 === 0
    ? { text: `Weer naar de balie voor ${names[at % 5]}, loket ${at}`, mood: 'negative' }
    : { text: `Koffie in de kantine met ${names[at % 5]}, tafel ${at}`, mood: 'positive' };

let room: Classroom;
const later = 'Morgen naar de balie, loket negen';

beforeAll(async () => {
  room = await classroom();
  for (let at = 0; at < 40; at++) {
    const { text, mood } = lesson(at);
    const id = await room.say(text);
    await correct(room.people.els.context, id, { head: 'sentiment', labels: [mood] });
  }
});
afterAll(() => room?.close());

const labelOf = (id: string) =>
  transact(room.context, 'service', async (ctx) => {
    const found = await sql<{ automatic: boolean; spoke: boolean; words: string[] }>`
      select l.automatic, l.spoke, array(select jsonb_array_elements(l.because) ->> 'word') as words
      from label l join message m on m.id = l.message_id
      where m.public_id = ${id} and l.by = 'model' and l.head = 'sentiment'`.execute(ctx.database);
    return found.rows[0];
  });

describe('a model that beat the rules on what it had not seen', () => {
  test('is believed before them also when it doubts, and says that it does', async () => {
    const before = await room.say(later, '@fatima');
    expect((await room.messageOf(before)).sentiment).toBe('neutral');
    expect(await retrain(room.context, 'sentiment')).toMatchObject({ outcome: 'swapped', why: 'first' });
    const { current } = await headOverview(room.people.els.context, 'sentiment');
    const { accuracy = 0, byRules, automatic } = current?.figures ?? {};
    expect(accuracy).toBeGreaterThan(byRules ?? 1);
    // Of so few nothing was promised, so nothing is done without a person; the share says so.
    expect(automatic?.share).toBe(0);

    const id = await room.say(`${later} of tien`, '@henk');
    const stands = await room.messageOf(id);
    expect(stands).toMatchObject({ sentiment: 'negative', score: -0.6 });
    expect(stands.because.find(({ head }) => head === 'sentiment')?.words).toContain('balie');
    const [verdict] = await verdictsOn(room.people.els.context, [id]);
    expect(verdict).toMatchObject({ by: 'model', labels: ['negative'], automatic: false, spoke: true });
    const label = await labelOf(id);
    expect(label).toMatchObject({ automatic: false, spoke: true });
    expect(label?.words).toContain('balie');
    const said = (await labelsOn(room.people.els.context, [id])).get(id) ?? [];
    expect(said.filter(({ head }) => head === 'sentiment')).toMatchObject([
      { by: 'model', labels: ['negative'], automatic: false, holds: true },
    ]);
    // What was read before stays as it was read.
    expect((await room.messageOf(before)).sentiment).toBe('neutral');
    const period = { after: new Date('2026-11-01'), until: new Date('2026-12-01') };
    const counts = await transact(room.context, 'service', (ctx) => saidCounts(ctx, 'sentiment', period));
    expect(counts.perClass.get('neutral')).toBe(1);
  });

  test('leaves them their word when it did not, or nobody knows whether it did', async () => {
    const say = async (figures: object, at: number) => {
      await transact(room.context, 'train', (ctx) =>
        sql`update model set figures = figures - 'byRules' || ${JSON.stringify(figures)}::jsonb`.execute(
          ctx.database,
        ),
      );
      const other: Classroom['context'] = { ...room.context, reader: makeReader() };
      await other.reader?.refresh(other);
      return other.reader?.read(`${later} of ${at}`, {});
    };
    const chance = 0;
    for (const figures of [{ byRules: 1, chance }, { byRules: null, chance: 1 }, {}]) {
      const read = await say(figures, 11);
      expect(read?.understanding.sentiment.label).toBe('neutral');
      expect(read?.labels).toMatchObject([{ by: 'model', labels: ['negative'], spoke: false, because: [] }]);
    }
    for (const figures of [
      { byRules: 0.1, chance },
      { byRules: 1, chance: 0.5 },
    ])
      expect((await say(figures, 12))?.labels).toMatchObject([{ spoke: true }]);
  });

  test('gives way to the rules in one action, and takes its place again in another', async () => {
    const { ravi, els } = room.people;
    await expect(rollBack(els.context, 'sentiment', theRules)).rejects.toMatchObject({
      code: 'forbidden.action',
    });
    await rollBack(ravi.context, 'sentiment', theRules);
    const ruled = await room.say(`${later} of twaalf`, '@joost');
    expect((await room.messageOf(ruled)).sentiment).toBe('neutral');
    expect(await verdictsOn(els.context, [ruled])).toEqual([]);
    await rollBack(ravi.context, 'sentiment', theRules);
    await rollBack(ravi.context, 'sentiment', 1);
    const learned = await room.say(`${later} of dertien`, '@anneke');
    expect((await room.messageOf(learned)).sentiment).toBe('negative');
  });
});
