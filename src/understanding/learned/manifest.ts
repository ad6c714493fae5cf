import type { Reader, Writer } from './bytes.ts';
import type { Manifest, Model } from './model.ts';

const plainNumber = /^(0|[1-9]\d{0,29})$/;

/** Sorted, each once: numbers by value, then everything else by its characters. */
export function inOrder(ids: readonly string[]): string[] {
  const numbers = ids.filter((id) => plainNumber.test(id)).map(BigInt);
  const others = ids.filter((id) => !plainNumber.test(id));
  numbers.sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  return [...new Set([...numbers.map(String), ...others.sort()])];
}

export function writeManifest(writer: Writer, { messages, persons }: Manifest): void {
  writeIds(writer, messages);
  writeIds(writer, persons);
}

export function readManifest(reader: Reader): Manifest {
  return { messages: readIds(reader), persons: readIds(reader) };
}

/** Numbers as the step from the one before, others as what differs from the one before. */
function writeIds(writer: Writer, ids: readonly string[]): void {
  const sorted = inOrder(ids);
  const numbers = sorted.filter((id) => plainNumber.test(id)).map(BigInt);
  writer.number(numbers.length);
  numbers.forEach((id, at) => {
    writer.number(id - (numbers[at - 1] ?? 0n));
  });
  const others = sorted.slice(numbers.length);
  writer.number(others.length);
  others.forEach((id, at) => {
    const shared = sharedLength(others[at - 1] ?? '', id);
    writer.number(shared);
    writer.words(id.slice(shared));
  });
}

function readIds(reader: Reader): string[] {
  const ids: string[] = [];
  let before = 0n;
  for (let left = reader.number(); left > 0; left--) {
    before += reader.big();
    ids.push(String(before));
  }
  let last = '';
  for (let left = reader.number(); left > 0; left--) {
    last = last.slice(0, reader.number()) + reader.words();
    ids.push(last);
  }
  return ids;
}

/** Never cuts a surrogate pair in two: halves do not survive UTF-8. */
function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  const last = one.charCodeAt(length - 1);
  return last >= 0xd800 && last < 0xdc00 ? length - 1 : length;
}

/** Which of these persons and messages the model was made with; empty both = proof that it knows none of them. */
export function presentIn({ manifest }: Model, asked: Manifest): Manifest {
  const messages = new Set(manifest.messages);
  const persons = new Set(manifest.persons);
  return {
    messages: asked.messages.filter((id) => messages.has(id)),
    persons: asked.persons.filter((id) => persons.has(id)),
  };
}
