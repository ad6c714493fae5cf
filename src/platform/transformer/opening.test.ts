import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tinyFolder } from './fixtures/tiny-model.ts';
import { findPackage } from './folder.ts';
import { openTransformer } from './opening.ts';

/**
 * The package is not installed with Polder. Where it is (in the project, or in the folder that TRANSFORMERS_FROM
 * names), a model made by hand is run; elsewhere the refusals are what there is to test.
 */
const from = path.join(process.env.TRANSFORMERS_FROM ?? import.meta.dirname, 'here.js');

function isInstalled(): boolean {
  try {
    return existsSync(findPackage(from));
  } catch {
    return false;
  }
}

const damaged: [string, (folder: string) => void, RegExp][] = [
  ['no folder', (folder) => rmSync(folder, { recursive: true }), /there is no folder/],
  ['no config.json', (folder) => rmSync(path.join(folder, 'config.json')), /config\.json is missing/],
  [
    'a config.json that is cut',
    (folder) => writeFileSync(path.join(folder, 'config.json'), '{"id2label":'),
    /config\.json .* is damaged/,
  ],
  [
    'no labels',
    (folder) => writeFileSync(path.join(folder, 'config.json'), '{"model_type":"bert"}'),
    /names no labels/,
  ],
  ['no tokenizer', (folder) => rmSync(path.join(folder, 'tokenizer.json')), /tokenizer\.json is missing/],
  [
    'an empty tokenizer',
    (folder) => writeFileSync(path.join(folder, 'tokenizer.json'), ''),
    /tokenizer\.json is missing/,
  ],
  ['no model', (folder) => rmSync(path.join(folder, 'onnx'), { recursive: true }), /model\.onnx is missing/],
];

describe('a folder that holds no transformer', () => {
  it.each(damaged)('%s is refused in a sentence', (_, damage, sentence) => {
    const folder = tinyFolder();
    damage(folder);
    expect(() => openTransformer(folder, { from })).toThrow(/config\.transformer/);
    expect(() => openTransformer(folder, { from })).toThrow(sentence);
  });
});

describe('without the package', () => {
  it('the refusal says which one, and how to add it', () => {
    expect(() => openTransformer(tinyFolder(), { from: '/nowhere/here.js' })).toThrow(
      /@huggingface\/transformers is not installed/,
    );
  });
});

describe.runIf(isInstalled())('with the package', () => {
  it('a model made by hand answers in its own labels, and nothing is fetched', {
    timeout: 60_000,
  }, async () => {
    const transformer = openTransformer(tinyFolder(), { from });
    await transformer.load();
    expect(transformer.labels).toEqual(['complaint', 'idea', 'question']);
    const best = async (text: string) => {
      const answer = await transformer.classify(text);
      return 'scores' in answer ? answer.scores[0] : answer.outcome;
    };
    expect(await best('De thermostaat is kapot, slecht!')).toMatchObject({ label: 'complaint' });
    expect(await best('Ik heb een IDEE, een voorstel')).toMatchObject({ label: 'idea' });
    expect(await best('Waarom en wanneer?')).toMatchObject({ label: 'question' });
    const odd = ['', ' ', '\0', '\ud800', 'x'.repeat(100_000), '😀'.repeat(500)];
    for (const text of odd) expect((await transformer.classify(text)).outcome).toBe('answered');
    const many = await Promise.all(Array.from({ length: 50 }, () => best('kapot')));
    expect(new Set(many.map((one) => JSON.stringify(one))).size).toBe(1);
    await transformer.close();
  });

  it('a model that is damaged inside is refused when it is loaded, and answers nothing', {
    timeout: 60_000,
  }, async () => {
    const folder = tinyFolder();
    writeFileSync(path.join(folder, 'onnx', 'model.onnx'), 'no model at all');
    const transformer = openTransformer(folder, { from });
    await expect(transformer.load()).rejects.toThrow(/config\.transformer.*does not load/);
    expect(await transformer.classify('kapot')).toEqual({ outcome: 'failed' });
    await transformer.close();
  });

  it('a thread that hangs is ended, and the next text gets a new one', { timeout: 60_000 }, async () => {
    const hasty = openTransformer(tinyFolder(), { from, timeout: 0 });
    expect(await hasty.classify('kapot')).toEqual({ outcome: 'timed-out' });
    await hasty.close();
    expect((await hasty.classify('kapot')).outcome).toMatch(/timed-out|failed|answered/);
    await hasty.close();
  });
});
