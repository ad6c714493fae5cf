import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { languageModelOf } from './settings.ts';

const local = {
  POLDER_LANGUAGE_MODEL_URL: 'http://10.0.0.7:8080/v1/',
  POLDER_LANGUAGE_MODEL_NAME: 'gemma',
  POLDER_LANGUAGE_MODEL_PLACE: 'local',
};

describe('the language model in the environment', () => {
  it('is off by default', () => {
    expect(languageModelOf({})).toBeNull();
  });

  it('is read as a whole, with limits of its own', () => {
    expect(languageModelOf(local)).toEqual({
      url: 'http://10.0.0.7:8080/v1',
      name: 'gemma',
      key: null,
      place: 'local',
      perMinute: 30,
      perDay: 1000,
    });
  });

  it('takes its key from a file', () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'polder-key-')), 'key');
    writeFileSync(file, 'geheim\n');
    expect(languageModelOf({ ...local, POLDER_LANGUAGE_MODEL_KEY_FILE: file })?.key).toBe('geheim');
  });

  const wrong: [string, Record<string, string | undefined>][] = [
    ['a name without an address', { POLDER_LANGUAGE_MODEL_URL: '' }],
    ['no place: Polder cannot see it', { POLDER_LANGUAGE_MODEL_PLACE: undefined }],
    ['another place', { POLDER_LANGUAGE_MODEL_PLACE: 'inside' }],
    ['no name', { POLDER_LANGUAGE_MODEL_NAME: ' ' }],
    ['no web address', { POLDER_LANGUAGE_MODEL_URL: 'file:///etc/passwd' }],
    ['a key in the address', { POLDER_LANGUAGE_MODEL_URL: 'https://els:geheim@model.example/v1' }],
    ['outside without TLS', { POLDER_LANGUAGE_MODEL_PLACE: 'outside' }],
    ['two keys', { POLDER_LANGUAGE_MODEL_KEY: 'geheim', POLDER_LANGUAGE_MODEL_KEY_FILE: '/nowhere' }],
    ['a key file that is not there', { POLDER_LANGUAGE_MODEL_KEY_FILE: '/nowhere/geheim' }],
    ['a budget that is no number', { POLDER_LANGUAGE_MODEL_PER_DAY: 'veel' }],
  ];
  it.each(wrong)('%s stops the start, and repeats no secret', (_, change) => {
    const read = () => languageModelOf({ ...local, ...change });
    expect(read).toThrow(/config\.language-model/);
    expect(read).not.toThrow(/geheim/);
  });
});
