import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transact } from '../../platform/context.ts';
import { type Classroom, classroom, lessons } from '../fixtures/classroom.ts';
import { confirm, correct } from '../learning/correcting.ts';
import { headOverview } from '../learning/judging.ts';
import { retrain } from '../learning/learning.ts';
import { readerOf } from '../learning/reading.ts';
import { readTeaching } from '../learning/teaching.ts';
import { verdictsOn } from '../learning/verdicts.ts';
import { saidCounts } from '../measures.ts';
import { addClass, deleteClass, mergeClass, renameClass } from './changing.ts';
import { addHead, configureHead } from './configuring.ts';
import { getHead } from './head.ts';

let room: Classroom;

beforeAll(async () => {
  room = await classroom();
});
afterAll(() => room?.close());

const els = () => room.people.els.context;
const ravi = () => room.people.ravi.context;
const rows = <T>(query: ReturnType<typeof sql<T>>) =>
  transact(room.context, 'service', async (ctx) => (await query.execute(ctx.database)).rows);
const said = (nl: string, words: string[] = [], parent: string | null = null) => ({
  nl,
  en: nl,
  parent,
  words,
});
const heldBy = async (id: string, head: string) =>
  (await verdictsOn(els(), [id])).find((verdict) => verdict.head === head)?.labels;
const taught = async (head: string) =>
  (await transact(room.context, 'train', (ctx) => readTeaching(ctx, head))).examples.map(
    ({ labels }) => labels,
  );

describe('topics of an organisation', () => {
  test('are known by their words before anybody taught them, and a colleague corrects to several', async () => {
    await addClass(ravi(), 'topic', said('energie'));
    await addClass(ravi(), 'topic', said('zonnepanelen', ['zonnepane*', 'terugleveren'], 'energie'));
    await addClass(ravi(), 'topic', said('rekening', ['factuur', 'rekening'], null));
    const id = await room.say('Mijn zonnepanelen doen niets en de factuur klopt ook al niet.');
    const [verdict] = (await verdictsOn(els(), [id])).filter(({ head }) => head === 'topic');
    expect(verdict).toMatchObject({ by: 'rules', labels: ['zonnepanelen', 'rekening'], confidence: null });
    expect(verdict?.because.map(({ word }) => word)).toEqual(['zonnepanelen', 'factuur']);
    expect(await confirm(els(), id, { head: 'topic' })).toMatchObject({
      labels: ['zonnepanelen', 'rekening'],
    });
    const other = await room.say('Iets over zonnepanelen');
    await correct(els(), other, { head: 'topic', labels: ['rekening'] });
    expect(await heldBy(other, 'topic')).toEqual(['rekening']);
  });

  test('count what falls under them', async () => {
    const { labelled, drift } = await headOverview(els(), 'topic');
    const counts = Object.fromEntries(labelled.perClass.map(({ label, n }) => [label, n]));
    expect(counts).toEqual({ energie: 1, zonnepanelen: 1, rekening: 2 });
    expect(drift.shares.map(({ label }) => label)).toContain('energie');
  });

  test('that get other words keep their key, labels and lessons', async () => {
    await renameClass(ravi(), 'topic', { key: 'rekening', said: said('factuur', ['factuur']) });
    expect((await getHead(room.context, 'topic')).classes.map(({ key, nl }) => [key, nl])).toContainEqual([
      'rekening',
      'factuur',
    ]);
    expect((await taught('topic')).flat()).toContain('rekening');
    const told = sql`select data from event where verb = 'head.changed' order by seq desc limit 1`;
    expect(await rows(told)).toEqual([
      { data: { head: 'topic', change: 'class-renamed', class: 'rekening' } },
    ]);
  });

  test('that are merged change what was said, what is taught, and a page that still names the old one', async () => {
    const id = await room.say('Ik wil stroom terugleveren.');
    await correct(els(), id, { head: 'topic', labels: ['zonnepanelen'] });
    await mergeClass(ravi(), 'topic', { key: 'zonnepanelen', into: 'energie' });
    expect(await heldBy(id, 'topic')).toEqual(['energie']);
    expect((await taught('topic')).flat()).not.toContain('zonnepanelen');
    expect(await correct(els(), id, { head: 'topic', labels: ['zonnepanelen'] })).toMatchObject({
      labels: ['energie'],
    });
    expect(
      await rows(sql`select distinct labels from correction where 'zonnepanelen' = any(labels)`),
    ).not.toEqual([]);
  });

  test('that are deleted are never answered again: corrections of them are kept and teach nothing', async () => {
    const id = await room.say('Wanneer komt de factuur?');
    await correct(els(), id, { head: 'topic', labels: ['rekening'] });
    await deleteClass(ravi(), 'topic', 'rekening');
    expect(await heldBy(id, 'topic')).toBeUndefined();
    expect((await taught('topic')).flat()).not.toContain('rekening');
    const kept = sql`select 1 from correction where 'rekening' = any(labels)`;
    expect((await rows(kept)).length).toBeGreaterThanOrEqual(3);
    expect(await heldBy(await room.say('Weer een factuur.'), 'topic')).toBeUndefined();
    await expect(correct(els(), id, { head: 'topic', labels: ['rekening'] })).rejects.toMatchObject({
      code: 'invalid.label',
    });
    await addClass(ravi(), 'topic', said('rekening', ['factuur']));
    expect(await heldBy(await room.say('En nog een factuur.'), 'topic')).toEqual(['rekening_2']);
  });
});

describe('aspects', () => {
  test('are praised or blamed clause by clause, and corrected like any other', async () => {
    const id = await room.say('De bezorging was super snel, maar jullie prijs is belachelijk duur.');
    expect(await heldBy(id, 'aspects')).toEqual(['price_negative', 'delivery_positive']);
    expect(await correct(els(), id, { head: 'aspects', labels: ['delivery_positive'] })).toMatchObject({
      labels: ['delivery_positive'],
    });
    await deleteClass(ravi(), 'aspects', 'delivery');
    expect(await heldBy(id, 'aspects')).toEqual(['price_negative']);
    const later = await room.say('De bezorging was geweldig, de prijs ook heel fijn laag.');
    expect(await heldBy(later, 'aspects')).toEqual(['price_positive']);
  });
});

describe('the bond', () => {
  test('is heard where customers speak of it unasked, and counted for the journey', async () => {
    const id = await room.say(
      'Dankzij jullie is mijn leven zoveel makkelijker geworden, ik vertrouw jullie volledig!',
    );
    expect(await heldBy(id, 'relation')).toEqual(['trust', 'life_better']);
    expect(await heldBy(await room.say('Kan ik jullie wel vertrouwen?'), 'relation')).toBeUndefined();
    const period = { after: new Date('2026-11-01T00:00:00Z'), until: new Date('2026-11-30T00:00:00Z') };
    const counts = await transact(room.context, 'service', (ctx) => saidCounts(ctx, 'relation', period));
    expect(Object.fromEntries(counts.perClass)).toEqual({ trust: 1, life_better: 1 });
    expect(counts.messages).toBeGreaterThan(5);
  });
});

describe('intents', () => {
  test('that are merged or deleted change on every message and in the list, and rules answer so from then on', async () => {
    const id = await room.say('Waar blijft mijn factuur van oktober?');
    expect((await room.messageOf(id)).intent).toBe('invoice_question');
    await mergeClass(ravi(), 'intent', { key: 'invoice_question', into: 'question' });
    expect((await room.messageOf(id)).intent).toBe('question');
    const listed = sql`select o.intent from conversation_open o join conversation_item i using (conversation_id)
      join message m on m.id = i.message_id where m.public_id = ${id}`;
    expect(await rows(listed)).toEqual([{ intent: 'question' }]);
    expect((await room.messageOf(await room.say('Waar blijft mijn factuur van mei?'))).intent).toBe(
      'question',
    );
    await deleteClass(ravi(), 'intent', 'question');
    expect((await room.messageOf(id)).intent).toBe('other');
    expect((await room.messageOf(await room.say('Waar blijft mijn factuur van juni?'))).intent).toBe('other');
  });

  test('and scales keep what figures and everything else count on', async () => {
    const refusals = [
      [() => deleteClass(ravi(), 'intent', 'other'), 'conflict.class-needed'],
      [() => deleteClass(ravi(), 'urgency', '3'), 'conflict.head-fixed'],
      [() => mergeClass(ravi(), 'sentiment', { key: 'mixed', into: 'neutral' }), 'conflict.head-fixed'],
      [() => addClass(ravi(), 'intent', said('sollicitatie')), 'conflict.head-fixed'],
      [() => addClass(ravi(), 'weather', said('regen')), 'not-found.head'],
      [() => addClass(els(), 'topic', said('regen')), 'forbidden.action'],
      [() => configureHead(els(), 'topic', { promised: 0.9, enabled: false }), 'forbidden.action'],
    ] as const;
    for (const [act, code] of refusals) await expect(act()).rejects.toMatchObject({ code });
    await renameClass(ravi(), 'urgency', { key: '3', said: said('direct') });
    expect((await getHead(room.context, 'urgency')).classes.at(-1)).toEqual({
      key: '3',
      nl: 'direct',
      en: 'direct',
    });
  });
});

describe('a head of the organisation itself', () => {
  test('is configuration, answers at once by words, and is off when somebody says so', async () => {
    const names = { nl: 'Product', en: 'Product' };
    const classes = [
      { nl: 'warmtepomp', en: 'heat pump' },
      { nl: 'laadpaal', en: 'charger' },
    ];
    const made = { names, kind: 'single', promised: 0.8, rules: 'words', classes } as const;
    expect(await addHead(ravi(), made)).toBe('product');
    await expect(addHead(ravi(), made)).rejects.toMatchObject({ code: 'conflict.head-exists' });
    await expect(
      addHead(ravi(), { ...made, names: { nl: 'x', en: 'New' } }),
      'a page is called so',
    ).rejects.toMatchObject({ code: 'conflict.head-exists' });
    await renameClass(ravi(), 'product', {
      key: 'charger',
      said: said('laadpaal', ['laadpaal', 'laadpunt']),
    });
    const id = await room.say('De laadpaal bij het station is stuk.');
    expect(await heldBy(id, 'product')).toEqual(['charger']);
    await configureHead(ravi(), 'product', { promised: 0.95, enabled: false });
    expect(await heldBy(await room.say('Weer een laadpaal kapot?'), 'product')).toBeUndefined();
    expect(await getHead(room.context, 'product')).toMatchObject({ promised: 0.95, enabled: false });
  });
});

describe('what is bad to learn from', () => {
  const teach = async (head: string, said: readonly { text: string; label: string }[]) => {
    for (const { text, label } of said) await correct(els(), await room.say(text), { head, labels: [label] });
  };

  test('one class only makes no model, and says so', async () => {
    await addHead(ravi(), {
      names: { nl: 'Land', en: 'Country' },
      kind: 'single',
      promised: 0.9,
      rules: 'none',
      classes: ['water', 'land', 'lucht'].map((nl) => ({ nl, en: nl })),
    });
    await teach(
      'country',
      lessons(4).map(({ text }) => ({ text, label: 'water' })),
    );
    expect(await retrain(ravi(), 'country')).toMatchObject({ outcome: 'nothing', why: 'one-class' });
  });

  test('few labels, and colleagues who contradict each other, make a model that never decides alone', async () => {
    await teach(
      'country',
      lessons(3).map(({ text, intent }) => ({ text, label: intent === 'idea' ? 'land' : 'lucht' })),
    );
    expect(await retrain(ravi(), 'country')).toMatchObject({ outcome: 'swapped' });
    await readerOf(room.context).refresh(room.context);
    const id = await room.say('Een heel ander verhaal over niets');
    const [verdict] = (await verdictsOn(els(), [id])).filter(({ head }) => head === 'country');
    expect(verdict).toMatchObject({ by: 'model', automatic: false });
  });

  test('a class that is merged or deleted changes the model that answers at once, and one that is put back', async () => {
    await teach(
      'country',
      lessons(60).map(({ text, intent }) => ({
        text: `${text}!`,
        label: intent === 'idea' ? 'water' : 'land',
      })),
    );
    await retrain(ravi(), 'country');
    const pond = 'goudvis Sanne kikker en waterlelie bij Sanne met libel en riet';
    const now = async () => {
      await readerOf(room.context).refresh(room.context);
      const live = readerOf(room.context).find('country');
      return live?.predictor.model.classes;
    };
    expect(await heldBy(await room.say(pond), 'country')).toEqual(['water']);
    await mergeClass(ravi(), 'country', { key: 'water', into: 'lucht' });
    expect(await now()).toEqual(['lucht', 'land', 'lucht']);
    expect(await heldBy(await room.say(`${pond} nu`), 'country')).toEqual(['lucht']);
    await deleteClass(ravi(), 'country', 'lucht');
    expect(await now()).toEqual([null, 'land', null]);
    const jobs = sql`select data ->> 'head' as head from pgboss.job where name = 'retrain' and data ->> 'head' = 'country'`;
    expect((await rows(jobs)).length).toBe(1);
    expect(await retrain(ravi(), 'country')).toMatchObject({ outcome: 'nothing', why: 'one-class' });
    expect(await heldBy(await room.say(`${pond} weer`), 'country')).toEqual([]);
  });
});
