import { gunzipSync, gzipSync } from 'node:zlib';
import type { Model } from '../../understanding/learned/model.ts';
import { readModel, type Unreadable, writeModel } from '../../understanding/learned/model-file.ts';

/** A model unpacked is at most this; a file that swells beyond it is no model. */
const largest = 512 * 1024 * 1024;

export function packModel(model: Model): Uint8Array {
  return writeModel(model, (bytes) => gzipSync(bytes, { level: 9 }));
}

export function unpackModel(bytes: Uint8Array): Model | Unreadable {
  return readModel(bytes, (packed) => gunzipSync(packed, { maxOutputLength: largest }));
}
