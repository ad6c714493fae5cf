import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Classes, inTreeOrder, labelNow, labelsNow, rolledUp, withAncestors } from './classes.ts';
import { type ClassWords, deleted, merged, withClass, withWords } from './reshaping.ts';

const none: Classes = { classes: [], gone: {} };
const said = (nl: string, more: Partial<ClassWords> = {}): ClassWords => ({
  nl,
  en: nl,
  parent: null,
  words: [],
  ...more,
});
const keys = ({ classes }: Classes) => classes.map(({ key }) => key);
const topics = ['energie', 'stroom', 'gas', 'rekening'].reduce(
  (state, nl) =>
    withClass(state, said(nl, nl === 'stroom' || nl === 'gas' ? { parent: 'energie' } : {}), false),
  none,
);
const aspects = ['prijs', 'levering'].reduce((state, nl) => withClass(state, said(nl), true), none);

describe('the classes of a head', () => {
  test('get a key from their name, and a renamed one keeps it', () => {
    expect(keys(withClass(none, said('Te laat!?'), false))).toEqual(['te_laat']);
    expect(keys(withClass(none, said('Überraschung 3'), false))).toEqual(['uberraschung_3']);
    expect(keys(withClass(none, said('请求'), false))).toEqual(['class']);
    const renamed = withWords(topics, 'gas', said('aardgas', { words: ['gasmeter'] }));
    expect(renamed.classes.find(({ key }) => key === 'gas')).toMatchObject({
      nl: 'aardgas',
      words: ['gasmeter'],
    });
    expect(renamed.gone).toEqual({});
  });

  test('never get the key of one that was, so that an old label cannot come to mean something else', () => {
    const again = withClass(deleted(topics, 'gas'), said('gas'), false);
    expect(keys(again)).toContain('gas_2');
    expect(labelNow(again.gone, 'gas')).toBeNull();
  });

  test('are refused a name that is there, a place under themselves or too deep, and one that is not there', () => {
    const refuses = (act: () => unknown, code: string) =>
      expect(act).toThrow(expect.objectContaining({ code }));
    refuses(() => withClass(topics, said('GAS'), false), 'conflict.class-exists');
    refuses(() => withWords(topics, 'gas', said('stroom')), 'conflict.class-exists');
    refuses(() => withWords(topics, 'energie', said('energie', { parent: 'gas' })), 'invalid.class-parent');
    refuses(
      () => withWords(topics, 'energie', said('energie', { parent: 'energie' })),
      'invalid.class-parent',
    );
    refuses(() => withClass(topics, said('x', { parent: 'weer' }), false), 'invalid.class-parent');
    const deep = ['a', 'b', 'c'].reduce(
      (state, nl, at) => withClass(state, said(nl, { parent: ['gas', 'a', 'b'][at] ?? null }), false),
      withClass(none, said('gas'), false),
    );
    refuses(() => withClass(deep, said('d', { parent: 'c' }), false), 'invalid.class-parent');
    refuses(() => merged(topics, 'gas', 'gas'), 'invalid.class-merge');
    refuses(() => merged(topics, 'gas', 'weer'), 'not-found.class');
    refuses(() => deleted(topics, 'weer'), 'not-found.class');
  });

  test('lead every old label to a class of now in one step, however often they went into another', () => {
    const once = merged(topics, 'gas', 'stroom');
    const twice = merged(once, 'stroom', 'rekening');
    expect(labelsNow(twice.gone, ['gas', 'stroom', 'rekening'])).toEqual(['rekening']);
    expect(labelsNow(deleted(twice, 'rekening').gone, ['gas', 'energie'])).toEqual(['energie']);
  });

  test('stay a tree: what fell under one that went falls under what it went into, or moves up', () => {
    expect(withAncestors(deleted(topics, 'energie').classes, 'gas')).toEqual(['gas']);
    const into = merged(topics, 'energie', 'rekening');
    expect(withAncestors(into.classes, 'gas')).toEqual(['gas', 'rekening']);
    const below = merged(topics, 'energie', 'gas');
    expect(inTreeOrder(below.classes).map(({ own, depth }) => [own.key, depth])).toEqual([
      ['gas', 0],
      ['stroom', 1],
      ['rekening', 0],
    ]);
  });

  test('count what falls under them, each message once', () => {
    const counted = [
      { labels: ['gas', 'stroom'], n: 3 },
      { labels: ['energie'], n: 2 },
      { labels: ['gas', 'rekening'], n: 1 },
    ];
    expect(Object.fromEntries(rolledUp(topics.classes, counted))).toEqual({
      gas: 4,
      stroom: 3,
      energie: 6,
      rekening: 1,
    });
  });
});

describe('an aspect', () => {
  test('has two poles, which have its name and go where it goes', () => {
    expect(keys(aspects)).toEqual(
      ['prijs', 'levering'].flatMap((key) => [key, `${key}_positive`, `${key}_negative`]),
    );
    const renamed = withWords(aspects, 'prijs', said('kosten'));
    expect(renamed.classes.find(({ key }) => key === 'prijs_negative')?.nl).toBe('kosten: negatief');
    const one = merged(aspects, 'prijs', 'levering');
    expect(labelsNow(one.gone, ['prijs_negative', 'prijs'])).toEqual(['levering_negative', 'levering']);
    expect(labelsNow(deleted(aspects, 'prijs').gone, ['prijs_positive', 'levering'])).toEqual(['levering']);
    for (const act of [
      () => deleted(aspects, 'prijs_positive'),
      () => merged(aspects, 'prijs', 'levering_negative'),
      () => withWords(aspects, 'prijs_positive', said('duur')),
    ])
      expect(act).toThrow(expect.objectContaining({ code: 'conflict.class-pole' }));
  });
});

/** What a run of changes is held to, whatever acts make it. */
type Acts = Pick<typeof real, 'add' | 'merge' | 'remove'>;
const real = {
  add: (state: Classes, name: string) => withClass(state, said(name), false),
  merge: merged,
  remove: deleted,
};
type Step = { kind: 'add' | 'merge' | 'remove' | 'move'; one: number; other: number };

/**
 * After any run of changes: every label that was ever given leads to where a person who followed the changes by hand
 * would say it went, every class there is leads to itself, and the classes are still a tree.
 */
function followsEveryLabel(acts: Acts): void {
  const step = fc.record({
    kind: fc.constantFrom<Step['kind'][]>('add', 'merge', 'merge', 'remove', 'move'),
    one: fc.nat(12),
    other: fc.nat(12),
  });
  fc.assert(
    fc.property(fc.array(step, { size: 'max', maxLength: 40 }), (steps) => {
      let state = ['a', 'b', 'c', 'd'].reduce((all, name) => acts.add(all, name), none);
      const byHand = new Map(keys(state).map((key) => [key, key as string | null]));
      for (const { kind, one, other } of steps) {
        const [key, to] = [one, other].map((at) => keys(state)[at % Math.max(1, keys(state).length)]);
        if (kind === 'add') {
          state = acts.add(state, `n${state.classes.length}x${Object.keys(state.gone).length}`);
          for (const added of keys(state)) if (!byHand.has(added)) byHand.set(added, added);
        }
        if (key === undefined || to === undefined) continue;
        if (kind === 'remove') state = acts.remove(state, key);
        if (kind === 'merge' && key !== to) state = acts.merge(state, key, to);
        if (kind === 'move') state = moved(state, key, to);
        const went = kind === 'remove' ? null : kind === 'merge' ? to : key;
        for (const [label, now] of byHand) if (now === key) byHand.set(label, went);
      }
      for (const [label, now] of byHand) expect(labelNow(state.gone, label)).toBe(now);
      for (const key of keys(state)) expect(labelNow(state.gone, key)).toBe(key);
      expect(inTreeOrder(state.classes).length).toBe(state.classes.length);
    }),
    { numRuns: 200 },
  );
}

function moved(state: Classes, key: string, parent: string): Classes {
  const own = state.classes.find((one) => one.key === key);
  try {
    return withWords(state, key, said(own?.nl ?? key, { en: own?.en ?? key, parent }));
  } catch {
    return state;
  }
}

describe('any run of changes', () => {
  test('leads every label where a person who followed it by hand would say', () => {
    followsEveryLabel(real);
  });

  const mutants: Record<string, Partial<Acts>> = {
    'a merge that forgets what went into the class before': {
      merge: (state, from, into) => ({
        ...merged(state, from, into),
        gone: { ...state.gone, [from]: { into, nl: '', en: '' } },
      }),
    },
    'a deletion that leaves earlier labels leading to the deleted class': {
      remove: (state, key) => ({
        ...deleted(state, key),
        gone: { ...state.gone, [key]: { into: null, nl: '', en: '' } },
      }),
    },
    'a merge that keeps the class': {
      merge: (state, from, into) => ({ ...merged(state, from, into), classes: state.classes }),
    },
    'a merge that leaves children under the class that went': {
      merge: (state, from, into) => ({
        ...merged(state, from, into),
        classes: state.classes.filter(({ key }) => key !== from),
      }),
    },
    'a key that is used again': {
      add: (state, name) => ({ ...withClass({ ...state, gone: {} }, said(name), false), gone: state.gone }),
      remove: (state, key) => ({ ...deleted(state, key), gone: {} }),
    },
    'a deletion that merges': {
      remove: (state, key) => merged(state, key, keys(state).find((one) => one !== key) ?? key),
    },
  };
  test.each(Object.keys(mutants))('would show %s', (name) => {
    expect(() => followsEveryLabel({ ...real, ...mutants[name] })).toThrow();
  });
});
