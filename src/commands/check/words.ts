import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { en } from '../../../locales/en/catalogue.ts';
import { nl } from '../../../locales/nl/catalogue.ts';
import { hasSentence } from '../refusing.ts';
import type { Outcome } from './steps.ts';
import { root } from './tools.ts';

type Words = Readonly<Record<string, unknown>>;

/** The compiler finds missing keys; this finds what it cannot: open records, empty and untranslated words. */
export async function wordsStep(): Promise<Outcome> {
  const gaps = [...gapsBetween({ nl, en }), ...wordless(await codesForPeople(), { nl, en })];
  return { ok: gaps.length === 0, output: gaps.join('\n') };
}

/** What one language has and another lacks, in sentences. */
export function gapsBetween(languages: Readonly<Record<string, Words>>): string[] {
  const all = Object.entries(languages).map(([language, words]) => ({ language, leaves: leavesOf(words) }));
  const paths = [...new Set(all.flatMap(({ leaves }) => [...leaves.keys()]))];
  return paths.flatMap((path) => [
    ...all.flatMap(({ language, leaves }) => gap(leaves.get(path), `${language} ${path}`)),
    ...unlike(
      path,
      all.map(({ leaves }) => leaves.get(path)),
    ),
  ]);
}

function leavesOf(words: Words, before = ''): Map<string, unknown> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, unknown][] =>
      typeof value === 'object' && value !== null
        ? [...leavesOf(value as Words, `${before}${key} › `)]
        : [[`${before}${key}`, value]],
    ),
  );
}

function gap(value: unknown, where: string): string[] {
  if (value === undefined) return [`${where} is missing`];
  if (typeof value === 'string') return value.trim() === '' ? [`${where} is empty`] : [];
  return typeof value === 'function' ? [] : [`${where} is no word: ${String(value)}`];
}

/** Short words may be the same in two languages; a sentence that is the same was not translated. */
function unlike(path: string, values: readonly unknown[]): string[] {
  const [first, ...others] = values.filter((value) => value !== undefined);
  if (others.some((value) => typeof value !== typeof first))
    return [`${path} is a text here and a function there`];
  if (typeof first === 'function') {
    const differs = others.some((value) => (value as { length: number }).length !== first.length);
    return differs ? [`${path} is told more in one language than in another`] : [];
  }
  const sentence = typeof first === 'string' && first.split(' ').length > 3;
  return sentence && others.includes(first) ? [`${path} is the same in two languages: “${first}”`] : [];
}

/** Codes of refusals for which a person would only read "this cannot be done". */
export function wordless(codes: readonly string[], languages: Readonly<Record<string, { refusals: Words }>>) {
  return codes.flatMap((code) =>
    Object.entries(languages)
      .filter(([, { refusals }]) => !hasWords(refusals, code))
      .map(([language]) => `${language} refusals › ${code} has no words`),
  );
}

function hasWords(refusals: Words, code: string): boolean {
  const parts = code.split('.');
  return parts.some((_, index) => Object.hasOwn(refusals, parts.slice(0, index + 1).join('.')));
}

/** What only the one who installs can meet is said by the command line, in English like all of it. */
async function codesForPeople(): Promise<string[]> {
  return (await refusalCodes(join(root, 'src'))).filter((code) => !hasSentence(code));
}

async function refusalCodes(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  const files = entries.filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return codesIn(texts.join('\n'));
}

/** Codes written in the code; not those whose details bring a sentence of their own, for the one who installs. */
export function codesIn(text: string): string[] {
  const thrown = [...text.matchAll(/new Refusal\(\s*'([^']+)'([^;]*)/g)];
  const codes = thrown.filter(([, , rest]) => !/\bsentence\b/.test(rest ?? '')).map(([, code]) => code ?? '');
  return [...new Set(codes)].toSorted();
}
