import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { asBlock, asLine, linesOf, printAll } from './understand.ts';

async function printed(...chunks: (string | Uint8Array)[]): Promise<string> {
  const output = new PassThrough();
  let text = '';
  output.on('data', (chunk) => {
    text += chunk;
  });
  await printAll(linesOf(Readable.from(chunks.map((chunk) => Buffer.from(chunk)))), asLine, output);
  return text;
}

test('gives one line of JSON for every line, also an empty one and a last one without an end', async () => {
  const lines = (await printed('Hallo Els\n\nDe app ', 'werkt niet\r\nniet af')).split('\n');
  expect(lines.length).toBe(5);
  expect(lines.slice(0, 4).map((line) => JSON.parse(line).intent)).toEqual([
    expect.any(String),
    'other',
    'outage',
    expect.any(String),
  ]);
  expect(lines[4]).toBe('');
});

test('no input gives no output', async () => {
  expect(await printed()).toBe('');
});

test('reads on after broken UTF-8 and lines of megabytes', async () => {
  const huge = 'a'.repeat(3_000_000);
  const lines = (await printed(new Uint8Array([0xff, 0xfe, 0x0a]), `${huge}\n`, 'kapot\n'))
    .trim()
    .split('\n');
  expect(lines.length).toBe(3);
});

test('whoever stops reading ends the work quietly', async () => {
  const output = new PassThrough({ highWaterMark: 10 });
  setTimeout(() => output.destroy(Object.assign(new Error('gone'), { code: 'EPIPE' })), 5);
  await expect(printAll(Array(1000).fill('hallo'), asLine, output)).resolves.toBeUndefined();
});

test('the readable form names what was understood and the words that made it so', () => {
  const block = asBlock('Waar blijft bestelling WK-123456? Belachelijk! Groet, Fatima');
  expect(block).toContain('negative');
  expect(block).toContain('Belachelijk');
  expect(block).toContain('order WK-123456');
  expect(block.split('\n').length).toBeLessThan(14);
});
