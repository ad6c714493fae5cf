import { describe, expect, test } from 'vitest';
import { isForValidation } from '../../understanding/learned/comparing.ts';
import { understand } from '../../understanding/reading.ts';
import { lessons } from '../fixtures/classroom.ts';
import type { Head } from '../heads/head.ts';
import { rightByRules } from '../heads/ruling.ts';
import { trainTask } from './lesson.ts';
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
  stream: said.map(({ text }) => text),
  leanOn: [],
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
  test('is compared with the rules on messages that it had not seen, and refused when it is worse', () => {
    const byRules = messages.map((text) => ({ text, label: understand(text).sentiment.label }));
    const like = trainTask(task(moods, byRules));
    expect(rightByRules(moods, task(moods, byRules).examples)).toBe(1);
    expect(like).toMatchObject({ learned: true, figures: { validation: { before: 1 } } });
    expect(like.learned && like.notWorse).toBe(like.learned && like.figures.accuracy === 1);
    for (const every of [2, 3, 5]) {
      const mixed = byRules.map(({ text, label }, at) => ({
        text,
        label: at % every === 0 ? 'mixed' : label,
      }));
      const trained = trainTask(task(moods, mixed));
      if (!trained.learned) throw new Error(trained.why);
      const lessonsOnly = task(moods, mixed).examples.filter(({ id }) => !isForValidation(id));
      expect(trained.notWorse).toBe(trained.figures.accuracy >= (rightByRules(moods, lessonsOnly) ?? 0));
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
    expect(rightByRules(head, said)).toBe(0.75);
    expect(rightByRules({ ...head, rules: 'none' }, said)).toBeUndefined();
  });
});
