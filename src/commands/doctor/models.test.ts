import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../platform/config.ts';
import { type MockModel, mockModel } from '../../platform/language-model/fixtures/mock-model.ts';
import { examineModels } from './models.ts';

let mock: MockModel;
beforeAll(async () => {
  mock = await mockModel();
});
afterAll(() => mock.close());

const examine = (env: Record<string, string> = {}) =>
  examineModels(
    readConfig({
      POLDER_LANGUAGE_MODEL_URL: mock.settings.url,
      POLDER_LANGUAGE_MODEL_NAME: 'mock-1',
      POLDER_LANGUAGE_MODEL_PLACE: 'local',
      ...env,
    }),
  );

test('what is off is not spoken of', async () => {
  expect(await examineModels(readConfig({}))).toEqual([]);
});

test('a model that answers is good', async () => {
  mock.says('{"ready":true}');
  expect(await examine()).toMatchObject([{ about: 'language model', state: 'good' }]);
});

test('one that does not is wrong, with what to look at', async () => {
  mock.does((response) => response.writeHead(401).end());
  expect(await examine()).toMatchObject([
    { state: 'wrong', sentence: expect.stringContaining('Check the key') },
  ]);
  expect(await examine({ POLDER_LANGUAGE_MODEL_URL: 'http://127.0.0.1:9/v1' })).toMatchObject([
    { state: 'wrong', sentence: expect.stringContaining('cannot be reached') },
  ]);
});

test('one that is called local but has a name on the internet is noted', { timeout: 60_000 }, async () => {
  const verdicts = await examine({ POLDER_LANGUAGE_MODEL_URL: 'https://model.invalid.example/v1' });
  expect(verdicts.at(-1)).toMatchObject({
    state: 'note',
    sentence: expect.stringContaining('say "outside"'),
  });
});

test('a transformer folder that is not there is wrong', async () => {
  const config = readConfig({ POLDER_TRANSFORMER_FOLDER: '/nowhere/model' });
  expect(await examineModels(config)).toMatchObject([{ about: 'transformer', state: 'wrong' }]);
});
