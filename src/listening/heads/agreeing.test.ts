import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transact } from '../../platform/context.ts';
import { makeFeatures } from '../../understanding/learned/features.ts';
import { countMessages, noFrequencies } from '../../understanding/learned/frequencies.ts';
import { isUnlearnable, type Model } from '../../understanding/learned/model.ts';
import { trainHead } from '../../understanding/learned/training.ts';
import { type Classroom, classroom } from '../fixtures/classroom.ts';
import { correct } from '../learning/correcting.ts';
import { readTeaching } from '../learning/teaching.ts';
import { addClass, deleteClass, mergeClass, renameClass } from './changing.ts';
import { type Classes, labelsNow } from './classes.ts';
import { addHead, configureHead } from './configuring.ts';
import { getHead } from './head.ts';
import { inClassesOfNow } from './model-now.ts';

let room: Classroom;
beforeAll(async () => {
  room = await classroom();
});
afterAll(() => room?.close());

const ravi = () => room.people.ravi.context;
const ask = <T>(query: ReturnType<typeof sql<T>>) =>
  transact(room.context, 'train', async (ctx) => (await query.execute(ctx.database)).rows);

describe('labels in the classes of now', () => {
  type Now = (
    labels: readonly string[],
    gone: Classes['gone'],
  ) => Promise<readonly string[]> | readonly string[];
  const inDatabase: Now = async (labels, gone) => {
    const found = await ask(
      sql<{ now: string[] }>`select labels_now(${labels}::text[], ${JSON.stringify(gone)}::jsonb) as now`,
    );
    return found[0]?.now ?? [];
  };
  const keys = fc.constantFrom('a', 'b', 'c', 'd', 'e', "it's", 'Ж "', '\\');
  const gone = fc.dictionary(
    keys,
    fc.record({ into: fc.option(keys), nl: fc.constant('x'), en: fc.constant('x') }),
    { size: 'max', maxKeys: 8 },
  );
  const agrees = (now: Now) =>
    fc.assert(
      fc.asyncProperty(fc.array(keys, { size: 'max', maxLength: 6 }), gone, async (labels, gone) => {
        expect(await now(labels, gone)).toEqual(labelsNow(gone, labels));
      }),
      { numRuns: 150 },
    );

  test('are the same in the database and in the program', () => agrees(inDatabase));

  const mutants: Record<string, Now> = {
    'a deleted class that stays': (labels, gone) => labels.map((label) => gone[label]?.into ?? label),
    'a merged class that is there twice': (labels, gone) =>
      labels.flatMap((label) => (gone[label] ? (gone[label].into ?? []) : label)),
    'classes in another order': async (labels, gone) => [...(await inDatabase(labels, gone))].sort(),
    'labels as they were said': (labels) => [...new Set(labels)],
  };
  test.each(Object.keys(mutants))('would show %s', async (name) => {
    await expect(agrees(mutants[name] ?? inDatabase)).rejects.toThrow();
  });
});

/** Where the classes of a head are looked up after any run of changes. */
interface Places {
  taught(head: string): Promise<readonly string[]>;
  standing(head: string): Promise<readonly string[]>;
  model(model: Model, head: string): Promise<readonly (string | null)[]>;
}

const real: Places = {
  taught: async (head) =>
    (await transact(room.context, 'train', (ctx) => readTeaching(ctx, head))).examples.flatMap(
      ({ labels }) => labels,
    ),
  standing: async (head) =>
    (await ask(sql<{ labels: string[] }>`select labels from label_now where head = ${head}`)).flatMap(
      ({ labels }) => labels,
    ),
  model: async (model, head) => inClassesOfNow(model, (await getHead(room.context, head)).gone).classes,
};

const first = ['alpha', 'bravo', 'charlie', 'delta'];
const step = fc.record({
  kind: fc.constantFrom('merge', 'delete', 'rename', 'add'),
  one: fc.nat(9),
  other: fc.nat(9),
});
let made = 0;

async function agree(places: Places): Promise<void> {
  const messages: string[] = [];
  for (const key of first) messages.push(await room.say(`Over ${key} en niets dan ${key}, nummer ${++made}`));
  const model = modelOf(first);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { size: 'max', minLength: 2, maxLength: 7 }), async (steps) => {
      const name = `thing ${++made}`;
      const classes = first.map((nl) => ({ nl, en: nl }));
      const settings = { kind: 'several', promised: 0.9, rules: 'none', classes } as const;
      const head = await addHead(ravi(), { ...settings, names: { nl: name, en: name } });
      for (const [at, id] of messages.entries())
        await correct(room.people.els.context, id, { head, labels: [first[at] ?? ''] });
      const byHand = new Map(first.map((key) => [key, key as string | null]));
      for (const { kind, one, other } of steps) {
        const keys = (await getHead(room.context, head)).classes.map(({ key }) => key);
        const [key, into] = [keys[one % keys.length], keys[other % keys.length]];
        const said = { nl: `n${++made}`, en: `n${made}`, parent: null, words: [] };
        if (kind === 'add') await addClass(ravi(), head, said);
        if (!key || !into) continue;
        if (kind === 'rename') await renameClass(ravi(), head, { key, said });
        if (kind === 'delete') await deleteClass(ravi(), head, key);
        if (kind === 'merge' && key !== into) await mergeClass(ravi(), head, { key, into });
        const went = kind === 'delete' ? null : kind === 'merge' ? into : key;
        for (const [label, now] of byHand) if (now === key) byHand.set(label, went);
      }
      const expected = [...byHand.values()];
      const there = expected.filter((label) => label !== null).sort();
      expect([...(await places.taught(head))].sort()).toEqual(there);
      expect([...(await places.standing(head))].sort()).toEqual(there);
      expect(await places.model(model, head)).toEqual(expected);
      await configureHead(ravi(), head, { promised: 0.9, enabled: false });
    }),
    { numRuns: 6, endOnFailure: true },
  );
}

function modelOf(classes: readonly string[]): Model {
  const examples = classes.flatMap((label) =>
    ['een', 'twee', 'drie'].map((word) => ({
      id: label + word,
      personId: null,
      text: `${label} ${word}`,
      labels: [label],
    })),
  );
  const frequencies = countMessages(noFrequencies(12), [], makeFeatures(12));
  const learned = trainHead({
    head: 'thing',
    kind: 'several',
    examples,
    frequencies,
    classes,
    calibrate: false,
  });
  if (isUnlearnable(learned)) throw new Error(learned.sentence);
  return learned.model;
}

describe('after any run of merging, deleting, renaming and adding', () => {
  test('what was said, what is taught and what the model answers lead to the same classes', () =>
    agree(real));

  const mutants: Record<string, Partial<Places>> = {
    'lessons as they were said': {
      taught: async (head) =>
        (await ask(sql<{ labels: string[] }>`select labels from correction where head = ${head}`)).flatMap(
          ({ labels }) => labels,
        ),
    },
    'labels as they were said': {
      standing: async (head) =>
        (await ask(sql<{ labels: string[] }>`select labels from label where head = ${head}`)).flatMap(
          ({ labels }) => labels,
        ),
    },
    'a model that does not follow': { model: async (model) => model.classes },
    'a model that forgets every class that went': {
      model: async (model, head) => {
        const { gone } = await getHead(room.context, head);
        return model.classes.map((key) => (key !== null && gone[key] ? null : key));
      },
    },
  };
  test.each(Object.keys(mutants))('would show %s', async (name) => {
    await expect(agree({ ...real, ...mutants[name] })).rejects.toThrow();
  });
});
