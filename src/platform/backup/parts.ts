import { damaged, endOfRows, headingStart } from './format.ts';

/** A line that says something, a piece of a table's rows (whole rows only), or the end of a table. */
export interface Part {
  kind: 'line' | 'rows' | 'end';
  bytes: Buffer;
}

/** Divides the bytes of a backup. A line outside the rows begins a table, except the first and the last. */
export async function* partsOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Part> {
  let unfinished: Buffer[] = [];
  let inRows = false;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(10) + 1;
    if (end === 0) {
      unfinished.push(chunk);
      continue;
    }
    let bytes: Buffer = Buffer.concat([...unfinished, chunk.subarray(0, end)]);
    unfinished = end < chunk.length ? [chunk.subarray(end)] : [];
    while (bytes.length > 0) {
      const part: Part = inRows ? rowsOf(bytes) : lineOf(bytes);
      inRows = part.kind === 'rows' || (part.kind === 'line' && begins(part.bytes, headingStart));
      bytes = bytes.subarray(part.bytes.length);
      yield part;
    }
  }
  if (unfinished.length > 0) throw damaged('it stops in the middle of a line');
}

function lineOf(bytes: Buffer): Part {
  return { kind: 'line', bytes: bytes.subarray(0, bytes.indexOf(10) + 1) };
}

/** The rows up to the end of the table, or its end when there are none left. */
function rowsOf(bytes: Buffer): Part {
  if (begins(bytes, endOfRows)) return { kind: 'end', bytes: bytes.subarray(0, endOfRows.length) };
  const end = bytes.indexOf(`\n${endOfRows}`);
  return { kind: 'rows', bytes: end === -1 ? bytes : bytes.subarray(0, end + 1) };
}

function begins(bytes: Buffer, start: string): boolean {
  return bytes.toString('latin1', 0, start.length) === start;
}
