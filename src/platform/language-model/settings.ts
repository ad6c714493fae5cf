import { readFileSync } from 'node:fs';
import { Refusal } from '../refusal.ts';

/** Where the model runs: on machines of the organisation, or at a company that becomes a processor. */
export type ModelPlace = 'local' | 'outside';

export interface LanguageModelSettings {
  /** The address that `/chat/completions` is put behind, without a slash at its end. */
  url: string;
  /** As the endpoint calls it. */
  name: string;
  key: string | null;
  place: ModelPlace;
  /** Most questions in a minute, and in 24 hours, over all processes. */
  perMinute: number;
  perDay: number;
}

export const languageModelKeys = [
  'POLDER_LANGUAGE_MODEL_URL',
  'POLDER_LANGUAGE_MODEL_NAME',
  'POLDER_LANGUAGE_MODEL_KEY',
  'POLDER_LANGUAGE_MODEL_KEY_FILE',
  'POLDER_LANGUAGE_MODEL_PLACE',
  'POLDER_LANGUAGE_MODEL_PER_MINUTE',
  'POLDER_LANGUAGE_MODEL_PER_DAY',
] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The language model that the environment names; null without one. Where it runs must be said: Polder cannot see it,
 * and what customers allow depends on it.
 * @throws Refusal `config.language-model` that says which variable is wrong and how to mend it.
 */
export function languageModelOf(env: Environment): LanguageModelSettings | null {
  const given = env.POLDER_LANGUAGE_MODEL_URL;
  if (!given) {
    const stray = languageModelKeys.find((key) => env[key]);
    if (stray) throw wrong(stray, 'means nothing without POLDER_LANGUAGE_MODEL_URL');
    return null;
  }
  const place = env.POLDER_LANGUAGE_MODEL_PLACE;
  if (place !== 'local' && place !== 'outside')
    throw wrong('POLDER_LANGUAGE_MODEL_PLACE', 'must be "local" (on your own machines) or "outside"');
  const name = env.POLDER_LANGUAGE_MODEL_NAME?.trim();
  if (!name) throw wrong('POLDER_LANGUAGE_MODEL_NAME', 'must name the model');
  return {
    url: addressOf(given, place),
    name,
    key: keyOf(env),
    place,
    perMinute: countOf(env, 'POLDER_LANGUAGE_MODEL_PER_MINUTE', 30),
    perDay: countOf(env, 'POLDER_LANGUAGE_MODEL_PER_DAY', 1000),
  };
}

function addressOf(given: string, place: ModelPlace): string {
  const key = 'POLDER_LANGUAGE_MODEL_URL';
  const url = URL.parse(given);
  if (!url || !/^https?:$/.test(url.protocol)) throw wrong(key, 'must begin with http:// or https://');
  if (url.username || url.password || url.search || url.hash)
    throw wrong(key, 'must be an address alone; the key has a variable of its own');
  if (place === 'outside' && url.protocol !== 'https:' && !isThisMachine(url.hostname))
    throw wrong(key, 'must be https: what customers wrote would be readable on the way');
  return url.href.replace(/\/+$/, '');
}

/** Names that never leave this machine. */
export function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function keyOf(env: Environment): string | null {
  const { POLDER_LANGUAGE_MODEL_KEY: key, POLDER_LANGUAGE_MODEL_KEY_FILE: file } = env;
  if (key && file) throw wrong('POLDER_LANGUAGE_MODEL_KEY', 'and …_KEY_FILE are both set; keep one');
  if (!file) return key?.trim() || null;
  try {
    const read = readFileSync(file, 'utf8').trim();
    if (read === '') throw wrong('POLDER_LANGUAGE_MODEL_KEY_FILE', 'names an empty file');
    return read;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw wrong('POLDER_LANGUAGE_MODEL_KEY_FILE', 'names a file that cannot be read');
  }
}

function countOf(env: Environment, key: (typeof languageModelKeys)[number], otherwise: number): number {
  const given = env[key];
  if (given === undefined || given === '') return otherwise;
  const count = Number(given);
  if (!Number.isInteger(count) || count < 0) throw wrong(key, 'must be a whole number, 0 or more');
  return count;
}

/** The value is never repeated: it may be a key that stands in the wrong variable. */
function wrong(key: string, why: string): Refusal {
  return new Refusal('config.language-model', { key, sentence: `${key} ${why}.` });
}
