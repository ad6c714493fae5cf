import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Refusal } from '../refusal.ts';

export const transformerPackage = '@huggingface/transformers';

export interface TransformerFolder {
  readonly path: string;
  readonly name: string;
  /** In the order of the model's outputs. */
  readonly labels: readonly string[];
}

/**
 * Looks whether a folder holds a text classifier, without loading it.
 * @throws Refusal `config.transformer` that says which file is missing or damaged, and what should stand there.
 */
export function readFolder(folder: string): TransformerFolder {
  if (!isThere(folder, 'folder')) throw wrong(`there is no folder ${folder}`);
  const config = readJson(folder, 'config.json');
  readJson(folder, 'tokenizer.json');
  readJson(folder, 'tokenizer_config.json');
  const model = path.join('onnx', 'model.onnx');
  if (!isThere(path.join(folder, model), 'file')) throw wrong(`${model} is missing from ${folder}, or empty`);
  return { path: folder, name: path.basename(folder), labels: labelsOf(config, folder) };
}

/**
 * Where the package begins that runs transformers. It is not installed with Polder: half a gigabyte for what few use.
 * `from`: a file from which it is looked for.
 * @throws Refusal `config.transformer`
 */
export function findPackage(from: string): string {
  try {
    return createRequire(from).resolve(transformerPackage);
  } catch {
    throw wrong(
      `the package ${transformerPackage} is not installed; "npm install --no-save ${transformerPackage}" adds it`,
    );
  }
}

function labelsOf(config: Readonly<Record<string, unknown>>, folder: string): string[] {
  const found = config.id2label;
  const labels = typeof found === 'object' && found !== null ? Object.entries(found) : [];
  const inOrder = labels.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, label]) => label);
  if (inOrder.length < 2 || !inOrder.every((label) => typeof label === 'string'))
    throw wrong(`config.json in ${folder} names no labels: id2label must hold two or more`);
  return inOrder;
}

function readJson(folder: string, name: string): Readonly<Record<string, unknown>> {
  const file = path.join(folder, name);
  if (!isThere(file, 'file')) throw wrong(`${name} is missing from ${folder}, or empty`);
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Told below, in the same words.
  }
  throw wrong(`${name} in ${folder} is damaged: it is no JSON object`);
}

function isThere(place: string, kind: 'file' | 'folder'): boolean {
  const found = statSync(place, { throwIfNoEntry: false });
  return kind === 'folder'
    ? (found?.isDirectory() ?? false)
    : (found?.isFile() ?? false) && (found?.size ?? 0) > 0;
}

export function wrong(why: string): Refusal {
  return new Refusal('config.transformer', { sentence: `POLDER_TRANSFORMER_FOLDER: ${why}.` });
}
