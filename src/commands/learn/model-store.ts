import { readFile, rename, writeFile } from 'node:fs/promises';
import { packModel, unpackModel as unpack } from '../../listening/learning/packing.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Model } from '../../understanding/learned/model.ts';
import { isUnreadable } from '../../understanding/learned/model-file.ts';

/** Writes beside and renames, so that an interrupted write never replaces a good model. Gives its size in bytes. */
export async function saveModel(file: string, model: Model): Promise<number> {
  const bytes = packModel(model);
  const beside = `${file}.${process.pid}.part`;
  await writeFile(beside, bytes);
  await rename(beside, file);
  return bytes.length;
}

/**
 * @throws Refusal `not-found.file`, or `invalid.model.foreign`, `invalid.model.newer`, `invalid.model.damaged`.
 */
export async function openModel(file: string): Promise<Model> {
  const bytes = await readFile(file).catch(() => {
    throw new Refusal('not-found.file', { file });
  });
  return unpackModel(bytes);
}

export function unpackModel(bytes: Uint8Array): Model {
  const read = unpack(bytes);
  if (isUnreadable(read)) throw new Refusal(`invalid.model.${read.problem}`, { sentence: read.sentence });
  return read;
}
