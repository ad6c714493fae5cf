import { expect, test } from 'vitest';
import { readRawBody } from './raw-body.ts';

/** A body of which the second half comes later, or never. */
function slow(later: Promise<void>): Request {
  const body = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      controller.enqueue(Buffer.from('half '));
      await later;
      controller.enqueue(Buffer.from('whole'));
      controller.close();
    },
  });
  return new Request('http://polder.example/', { method: 'POST', body, duplex: 'half' } as RequestInit);
}

test('a slow body has the time that its reader gives it, and no more', async () => {
  const never = readRawBody(slow(new Promise(() => undefined)), 100, 20);
  await expect(never).rejects.toMatchObject({ code: 'invalid.slow-body', status: 408 });
  const later = new Promise<void>((resolve) => setTimeout(resolve, 60));
  expect(Buffer.from(await readRawBody(slow(later), 100, 60_000)).toString()).toBe('half whole');
});
