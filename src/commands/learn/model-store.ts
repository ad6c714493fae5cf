import { readFile, rename, writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Refusal } from '../../platform/refusal.ts';
import type { Model } from '../../understanding/learned/model.ts';
import { isUnreadable, readModel, writeModel } from '../../understanding/learned/model-file.ts';

/** A model unpacked is at most this; a file that swells beyond it is no model. */
const largest = 512 * 1024 * 1024;

/** Writes beside and renames, so that an interrupted write never replaces a good model. Gives its size in bytes. */
export async function saveModel(file: string, model: Model): Promise<number> {
  const bytes = packModel(model);
  const beside = `${file}.${process.pid}.part`;
  await writeFile(beside, bytes);
  await rename(beside, file);
  return bytes.length;
}

export function packModel(model: Model): Uint8Array {
  return writeModel(model, (bytes) => gzipSync(bytes, { level: 9 }));
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
  const read = readModel(bytes, (packed) => gunzipSync(packed, { maxOutputLength: largest }));
  if (isUnreadable(read)) throw new Refusal(`invalid.model.${read.problem}`, { sentence: read.sentence });
  return read;
}
