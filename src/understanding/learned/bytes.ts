/** Writes numbers and words one after the other into bytes that grow. */
export interface Writer {
  byte(value: number): void;
  /** A whole number from 0, seven bits a byte, the lowest first. */
  number(value: number | bigint): void;
  float(value: number): void;
  words(text: string): void;
  bytes(values: Uint8Array): void;
  done(): Uint8Array;
}

export function makeWriter(): Writer {
  let buffer = new Uint8Array(1 << 16);
  let length = 0;
  const room = (wanted: number) => {
    if (length + wanted <= buffer.length) return;
    const grown = new Uint8Array(Math.max(buffer.length * 2, length + wanted));
    grown.set(buffer);
    buffer = grown;
  };
  const byte = (value: number) => {
    room(1);
    buffer[length++] = value;
  };
  const bytes = (values: Uint8Array) => {
    room(values.length);
    buffer.set(values, length);
    length += values.length;
  };
  const number = (value: number | bigint) => {
    let rest = BigInt(value);
    for (; rest > 127n; rest >>= 7n) byte(Number(rest & 127n) | 128);
    byte(Number(rest));
  };
  return {
    byte,
    number,
    float: (value) => bytes(new Uint8Array(Float32Array.of(value).buffer)),
    words: (text) => {
      const encoded = new TextEncoder().encode(text);
      number(encoded.length);
      bytes(encoded);
    },
    bytes,
    done: () => buffer.slice(0, length),
  };
}

/** Reads what a `Writer` wrote, in the same order. Every method throws a RangeError at the end of the bytes. */
export interface Reader {
  byte(): number;
  number(): number;
  big(): bigint;
  float(): number;
  words(): string;
  bytes(count: number): Uint8Array;
  left(): number;
}

export function makeReader(buffer: Uint8Array): Reader {
  let at = 0;
  const bytes = (count: number) => {
    if (!(count >= 0) || at + count > buffer.length) throw new RangeError('the bytes end here');
    at += count;
    return buffer.subarray(at - count, at);
  };
  const byte = () => bytes(1)[0] ?? 0;
  const big = () => {
    let value = 0n;
    for (let shift = 0n; shift < 640n; shift += 7n) {
      const next = byte();
      value |= BigInt(next & 127) << shift;
      if (next < 128) return value;
    }
    throw new RangeError('the number does not end');
  };
  const number = () => {
    const value = Number(big());
    if (!Number.isSafeInteger(value)) throw new RangeError('the number is too large');
    return value;
  };
  return {
    byte,
    number,
    big,
    float: () => new DataView(Uint8Array.from(bytes(4)).buffer).getFloat32(0, true),
    words: () => new TextDecoder('utf-8', { fatal: true }).decode(bytes(number())),
    bytes,
    left: () => buffer.length - at,
  };
}

/** Two FNV-1a hashes side by side: damage shows, malice does not need to. */
export function checksum(bytes: Uint8Array): string {
  let one = 0x811c9dc5;
  let other = 0x2f0b4c47;
  for (const byte of bytes) {
    one = Math.imul(one ^ byte, 0x01000193);
    other = Math.imul(other ^ byte, 0x5bd1e995) + (other >>> 15);
  }
  return [one, other].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
