import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { run as evaluate } from './evaluate.ts';
import { unpackModel } from './learn/model-store.ts';
import { secondOpinion } from './learn/second-opinion.ts';
import { run as learn } from './learn.ts';
import { asLine } from './understand.ts';

const folder = mkdtempSync(join(tmpdir(), 'polder-learn-'));
const file = join(folder, 'messages.csv');
const model = join(folder, 'topic.model');
const meter = [
  'De meter staat stil',
  'Mijn meterstand klopt niet',
  'Waar vul ik de meterstand in?',
  'Nieuwe meter geplaatst',
];
const bill = [
  'Mijn factuur is te hoog',
  'Waar vind ik de factuur?',
  'Twee keer een rekening gehad',
  'De rekening klopt niet',
];
const rows = [...meter.map((text) => [text, 'meter']), ...bill.map((text) => [text, 'bill'])];
writeFileSync(
  file,
  [
    'tekst,onderwerp',
    ...rows.map(([text, label]) => `"${text}",${label}`),
    'Zonder onderwerp,',
    ',meter',
  ].join('\r\n'),
);

const printed: string[] = [];
beforeEach(() => {
  printed.length = 0;
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => rm(folder, { recursive: true }));

const columns = ['--text', 'tekst', '--label', 'onderwerp'];

test('learns a head from a labelled file and says how right it is on unseen messages', async () => {
  expect(await learn([file, '--head', 'topic', ...columns, '--out', model])).toBe(0);
  const report = JSON.parse(printed.join(''));
  expect(report).toMatchObject({
    head: 'topic',
    labelled: 8,
    stream: 9,
    rejected: 1,
    classes: ['bill', 'meter'],
  });
  for (const share of [
    report.accuracy,
    report.macroF1,
    report.macroRecall,
    report.ece,
    report.automatic.share,
  ]) {
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1);
  }
  expect(report.model.bytes).toBe(readFileSync(model).length);
});

test('evaluates a model, as JSON and in words', async () => {
  expect(await evaluate([model, file, ...columns, '--json'])).toBe(0);
  const figures = JSON.parse(printed.join(''));
  expect(figures).toMatchObject({ accuracy: 1, macroF1: 1, macroRecall: 1, messages: 8 });
  expect(figures.perSecond).toBeGreaterThan(0);
  expect(figures.perClass.map(({ label }: { label: string }) => label)).toEqual(['bill', 'meter']);
  printed.length = 0;
  await evaluate([model, file, ...columns]);
  expect(printed.join('')).toContain('accuracy     100.0 %');
});

test('a trained head gives a second opinion, with its words', () => {
  const learned = secondOpinion(unpackModel(readFileSync(model)));
  expect(JSON.parse(asLine('Mijn factuur klopt niet', learned)).learned).toMatchObject({
    head: 'topic',
    label: 'bill',
    automatic: false,
    because: expect.arrayContaining(['factuur']),
  });
});

test('a model that is damaged, or none, is refused with a code, and so is a column that is not there', async () => {
  const bytes = readFileSync(model);
  const damaged = join(folder, 'damaged.model');
  writeFileSync(damaged, bytes.subarray(0, bytes.length / 2));
  await expect(evaluate([damaged, file, ...columns])).rejects.toMatchObject({
    code: 'invalid.model.damaged',
  });
  await expect(evaluate([file, file, ...columns])).rejects.toMatchObject({ code: 'invalid.model.foreign' });
  await expect(evaluate([join(folder, 'none'), file, ...columns])).rejects.toMatchObject({
    code: 'not-found.file',
  });
  await expect(
    learn([file, '--head', 'topic', '--text', 'text', '--label', 'onderwerp']),
  ).rejects.toMatchObject({
    code: 'invalid.column',
    details: { sentence: expect.stringContaining('tekst, onderwerp') },
  });
  await expect(
    learn([file, '--head', 'topic', '--text', 'tekst', '--label', 'tekst', '--promise', '90']),
  ).rejects.toMatchObject({ code: 'usage' });
});

test('one class only is refused with a sentence', async () => {
  const single = join(folder, 'single.csv');
  writeFileSync(single, ['tekst,onderwerp', 'een meter,meter', 'nog een meter,meter'].join('\n'));
  await expect(learn([single, '--head', 'topic', ...columns])).rejects.toMatchObject({
    code: 'invalid.learning.one-class',
    details: { sentence: expect.stringContaining('"meter"') },
  });
});
