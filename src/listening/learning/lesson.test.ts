import { describe, expect, test } from 'vitest';
import { isForValidation } from '../../understanding/learned/comparing.ts';
import { isUnreadable } from '../../understanding/learned/model-file.ts';
import { understand } from '../../understanding/reading.ts';
import { lessons } from '../fixtures/classroom.ts';
import type { Head } from '../heads/head.ts';
import { rightByRules } from '../heads/ruling.ts';
import { beatsRules, isNoWorseThanRules } from './figures.ts';
import { trainTask } from './lesson.ts';
import { unpackModel } from './packing.ts';
import type { TrainingTask } from './training.ts';

const moods: Head = {
  key: 'sentiment',
  kind: 'single',
  names: null,
  classes: ['positive', 'neutral', 'negative', 'mixed'].map((key) => ({ key, nl: key, en: key })),
  gone: {},
  promised: 0.9,
  rules: 'sentiment',
  enabled: true,
};
const task = (head: Head, said: readonly { text: string; label: string }[]): TrainingTask => ({
  head,
  examples: said.map(({ text, label }, at) => ({ id: String(at), personId: null, text, labels: [label] })),
  stream: said.map(({ text }, at) => ({ id: String(at), personId: null, text })),
  current: null,
  when: '2026-11-24T10:00:00Z',
});
const feelings = [
  'geweldig geholpen',
  'waardeloze service',
  'de monteur komt morgen',
  'heel blij mee',
  'schandalig lang gewacht',
];
const messages = Array.from(
  { length: 60 },
  (_, at) => `${feelings[at % 5]}, zei nummer ${at} van de ${at * 7}`,
);

describe('a first model', () => {
  test('of the mood may be behind the rules by as much as chance makes, and then speaks; of other heads it may not', () => {
    const behind = { accuracy: 0.77, byRules: 0.81 };
    const asked = (chance: number, figures = behind) => [
      isNoWorseThanRules({ ...figures, chance }),
      beatsRules({ ...figures, chance }),
    ];
    expect(asked(0.06)).toEqual([true, true]);
    expect(asked(0.03)).toEqual([false, false]);
    expect(asked(0)).toEqual([false, false]);
    const even = { accuracy: 0.81, byRules: 0.81 };
    expect([asked(0.06, even), asked(0, even)]).toEqual([
      [true, true],
      [true, false],
    ]);
    const ahead = { accuracy: 0.82, byRules: 0.81 };
    expect([asked(0.06, ahead), asked(0, ahead)]).toEqual([
      [true, true],
      [true, true],
    ]);
    expect(beatsRules({ accuracy: 1, byRules: null, chance: 1 })).toBe(false);
  });

  test('is measured beside the rules message by message: what both have right or wrong is no chance', () => {
    const said = messages.map((text, at) => ({
      text,
      label: at % 4 === 0 ? 'mixed' : understand(text).sentiment.label,
    }));
    const trained = trainTask(task(moods, said));
    if (!trained.learned) throw new Error(trained.why);
    const { accuracy, byRules = 0, chance = 0, messages: n } = trained.figures;
    const most = Math.min(1, 2 - accuracy - (byRules ?? 0), accuracy + (byRules ?? 0));
    const onlyOne = (chance / 1.64) ** 2 * n;
    expect(onlyOne).toBeGreaterThanOrEqual(Math.abs(accuracy - (byRules ?? 0)) - 1e-9);
    expect(onlyOne).toBeLessThanOrEqual(most + 1e-9);
    const intents = { ...moods, key: 'intent', rules: 'intent' } as const;
    expect(trainTask(task(intents, said))).toMatchObject({ learned: true, figures: { chance: 0 } });
  });

  test('is compared with the rules on messages that it had not seen, and refused when it is worse', () => {
    const byRules = messages.map((text) => ({ text, label: understand(text).sentiment.label }));
    const like = trainTask(task(moods, byRules));
    expect(rightByRules(moods, task(moods, byRules).examples)?.every(Boolean)).toBe(true);
    expect(like).toMatchObject({ learned: true, figures: { validation: { before: 1 } } });
    expect(like.learned && like.notWorse).toBe(like.learned && isNoWorseThanRules(like.figures));
    for (const every of [2, 3, 5]) {
      const mixed = byRules.map(({ text, label }, at) => ({
        text,
        label: at % every === 0 ? 'mixed' : label,
      }));
      const trained = trainTask(task(moods, mixed));
      if (!trained.learned) throw new Error(trained.why);
      const lessonsOnly = task(moods, mixed).examples.filter(({ id }) => !isForValidation(id));
      const right = rightByRules(moods, lessonsOnly)?.filter(Boolean) ?? [];
      expect(trained.figures.byRules).toBe(right.length / lessonsOnly.length);
      expect(trained.notWorse).toBe(isNoWorseThanRules(trained.figures));
    }
  });

  test('of a head without rules has nothing to be compared with', () => {
    const head = {
      ...moods,
      key: 'product',
      rules: 'none',
      classes: ['idea', 'complaint'].map((key) => ({ key, nl: key, en: key })),
    } as const;
    const trained = trainTask(
      task(
        head,
        lessons(60).map(({ text, intent }) => ({ text, label: intent })),
      ),
    );
    expect(trained).toMatchObject({
      learned: true,
      notWorse: true,
      figures: { validation: { before: null } },
    });
  });

  test('of heads that know words is compared with those', () => {
    const classes = [
      { key: 'pond', nl: 'vijver', en: 'pond', words: ['goudvis', 'vijver'] },
      { key: 'bicycle', nl: 'fiets', en: 'bicycle', words: ['fiets*'] },
    ];
    const head: Head = { ...moods, key: 'topic', kind: 'several', rules: 'words', classes };
    const said = [
      { text: 'De goudvis en de fietsbel', labels: ['pond', 'bicycle'] },
      { text: 'Een goudvis', labels: ['pond'] },
      { text: 'Niets', labels: [] },
      { text: 'Een vijver', labels: ['bicycle'] },
    ].map((one, at) => ({ id: String(at), personId: null, ...one }));
    expect(rightByRules(head, said)).toEqual([true, true, true, false]);
    expect(rightByRules({ ...head, rules: 'none' }, said)).toBeUndefined();
  });
});

describe('whoever writes much', () => {
  test('teaches no more than five messages while there are few, the newest', () => {
    const said = lessons(80).map(({ text, intent }) => ({ text, label: intent }));
    const head = { ...moods, key: 'product', rules: 'none' } as const;
    const classes = ['idea', 'complaint'].map((key) => ({ key, nl: key, en: key }));
    const among = task({ ...head, classes }, said);
    const examples = among.examples.map((one, at) => ({ ...one, personId: at < 60 ? '7' : String(at) }));
    const trained = trainTask({ ...among, examples });
    if (!trained.learned) throw new Error(trained.why);
    const model = unpackModel(trained.file);
    if (isUnreadable(model)) throw new Error(model.problem);
    const taught = [...examples.slice(0, 5), ...examples.slice(60)].filter(({ id }) => !isForValidation(id));
    expect(model.manifest.messages).toEqual(taught.map(({ id }) => id));
  });
});
