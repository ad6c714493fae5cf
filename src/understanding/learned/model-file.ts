import { checksum, makeReader, makeWriter, type Reader, type Writer } from './bytes.ts';
import { denseCount } from './cold.ts';
import { gridOf } from './grid.ts';
import { readManifest, writeManifest } from './manifest.ts';
import type { Calibration, Model } from './model.ts';

/** Why a file is not used; the model that was there stays. */
export interface Unreadable {
  readonly problem: 'foreign' | 'newer' | 'damaged';
  readonly sentence: string;
}

export function isUnreadable(read: object): read is Unreadable {
  return 'problem' in read;
}

/** Compresses or restores bytes; gzip in practice. This module knows no library and no disk. */
export type Pack = (bytes: Uint8Array) => Uint8Array;

const mark = [...'POLDERM'].map((letter) => letter.charCodeAt(0));
const version = 1;
const sumLength = 16;

/** The whole model as bytes: a mark and a version in clear, then, packed, header, weights, manifest and checksum. */
export function writeModel(model: Model, pack: Pack): Uint8Array {
  const writer = makeWriter();
  writer.words(JSON.stringify(headerOf(model)));
  writer.bytes(model.rarity);
  writeWeights(writer, model);
  writeManifest(writer, model.manifest);
  const content = writer.done();
  writer.bytes(new TextEncoder().encode(checksum(content)));
  const packed = pack(writer.done());
  const file = new Uint8Array(mark.length + 1 + packed.length);
  file.set([...mark, version]);
  file.set(packed, mark.length + 1);
  return file;
}

/** The model in a file, or why not: of something else, of a newer Polder, or damaged. Never throws. */
export function readModel(bytes: Uint8Array, unpack: Pack): Model | Unreadable {
  if (mark.some((byte, at) => bytes[at] !== byte)) {
    return { problem: 'foreign', sentence: 'This file is no Polder model.' };
  }
  const found = bytes[mark.length] ?? 0;
  if (found > version) {
    return {
      problem: 'newer',
      sentence: `This model has format ${found} and this Polder reads up to ${version}. Update Polder, or train the model here again.`,
    };
  }
  try {
    if (found !== version) throw new RangeError('version');
    const content = unpack(bytes.subarray(mark.length + 1));
    const body = content.subarray(0, content.length - sumLength);
    if (new TextDecoder().decode(content.subarray(body.length)) !== checksum(body))
      throw new RangeError('checksum');
    return modelFrom(makeReader(body));
  } catch {
    return {
      problem: 'damaged',
      sentence: 'This model is damaged or incomplete. Restore the file, or train the model again.',
    };
  }
}

type Header = Pick<
  Model,
  'head' | 'kind' | 'rules' | 'classes' | 'trained' | 'seed' | 'when' | 'counts' | 'bits'
> & {
  calibration: Record<keyof Calibration, number | number[]>;
};

function headerOf({ calibration, ...model }: Model): Header {
  const { givenFrom, ...numbers } = calibration;
  return {
    head: model.head,
    kind: model.kind,
    rules: model.rules,
    classes: model.classes,
    trained: model.trained,
    seed: model.seed,
    when: model.when,
    counts: model.counts,
    bits: model.bits,
    calibration: { ...numbers, givenFrom: [...givenFrom] },
  };
}

function modelFrom(reader: Reader): Model {
  const header: Header = JSON.parse(reader.words());
  const { calibration, ...rest } = header;
  const { givenFrom, ...numbers } = calibration;
  const floats = (values: number | number[]) => Float32Array.from(Array.isArray(values) ? values : [values]);
  const rarity = Uint8Array.from(reader.bytes(1 << header.bits));
  return {
    ...rest,
    rarity,
    ...readWeights(reader, header),
    calibration: {
      ...(numbers as Omit<Calibration, 'givenFrom'>),
      givenFrom: floats(givenFrom),
    },
    manifest: readManifest(reader),
  };
}

/** Features in order, as steps; then class by class a scale, a bias and one byte per feature. */
function writeWeights(writer: Writer, { rowOf, weights, bias, classes }: Model): void {
  const width = classes.length;
  const features = [...rowOf.keys()].filter((feature) => rowOf[feature] !== 0);
  writer.number(features.length);
  features.forEach((feature, at) => {
    writer.number(feature - (features[at - 1] ?? 0));
  });
  for (let number = 0; number < width; number++) {
    const column = Float32Array.from(
      features,
      (feature) => weights[(rowOf[feature] ?? 0) * width + number] ?? 0,
    );
    const grid = gridOf(column);
    writer.float(grid);
    writer.float(bias[number] ?? 0);
    writer.bytes(
      Uint8Array.from(column, (weight) => Math.max(-127, Math.min(127, Math.round(weight / grid))) & 0xff),
    );
  }
}

function readWeights(reader: Reader, { bits, classes }: Header): Pick<Model, 'rowOf' | 'weights' | 'bias'> {
  const width = classes.length;
  const rowOf = new Int32Array((1 << bits) + denseCount);
  const count = reader.number();
  if (count * width > reader.left()) throw new RangeError('weights');
  let feature = 0;
  for (let row = 1; row <= count; row++) {
    feature += reader.number();
    rowOf[feature] = row;
  }
  const weights = new Float32Array((count + 1) * width);
  const bias = new Float32Array(width);
  for (let number = 0; number < width; number++) {
    const grid = reader.float();
    bias[number] = reader.float();
    new Int8Array(reader.bytes(count)).forEach((byte, at) => {
      weights[(at + 1) * width + number] = byte * grid;
    });
  }
  return { rowOf, weights, bias };
}
