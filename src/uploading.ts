import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { registerExchange } from './customers/exchanging/exchange.ts';
import { registerImport } from './listening/imports.ts';
import { type Action, requires } from './organisation/authority.ts';
import type { Context } from './platform/context.ts';
import { findFile } from './platform/http/multipart.ts';
import { publicId } from './platform/public-id.ts';
import { isRefusal, Refusal } from './platform/refusal.ts';
import { urls } from './urls.ts';

/** Two gigabytes: more than any export of messages we know; anything above is a mistake. */
const largest = 2 * 1024 ** 3;

/** What becomes of a file once it is here. */
export interface Desk {
  action: Action;
  register(ctx: Context, file: { fileName: string; path: string; bytes: number }): Promise<string>;
  home(query: { refused?: string }): string;
  page(id: string): string;
}

const messageFiles: Desk = {
  action: 'import.run',
  register: registerImport,
  home: urls.imports,
  page: urls.import,
};

/** Customers, orders, invoices and deliveries. */
export const customerFiles: Desk = {
  action: 'customer.exchange',
  register: registerExchange,
  home: urls.customerFiles,
  page: urls.customerFile,
};

/**
 * The upload as a browser meets it: what is refused comes back as a page with words. Programs get the problem, as
 * everywhere outside pages.
 */
export async function answerUpload(
  colleague: Promise<Context>,
  request: Request,
  { dataFolder, desk = messageFiles }: { dataFolder: string; desk?: Desk },
): Promise<Response> {
  try {
    return await receiveUpload(await colleague, request, { dataFolder, desk });
  } catch (error) {
    const refusal = refusalIn(error);
    if (!isRefusal(refusal) || !request.headers.get('accept')?.includes('text/html')) throw refusal;
    await readOut(request);
    if (refusal.status === 401) return seeOther(urls.signIn(desk.home({})));
    return seeOther(desk.home({ refused: refusal.code }));
  }
}

/** Reads on to the end: a browser that is cut off while it sends never shows the answer. */
async function readOut({ body, bodyUsed }: Request): Promise<void> {
  if (!body || bodyUsed || body.locked) return;
  let left = 4 * largest;
  try {
    for await (const chunk of body) {
      left -= chunk.length;
      if (left < 0) return;
    }
  } catch {
    // It hung up, so there is nobody left to answer.
  }
}

function refusalIn(error: unknown): unknown {
  const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
  return full ? new Refusal('too-large.disk') : error;
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location } });
}

/**
 * Takes an uploaded file straight to the data folder, in constant memory, and goes on to its preview. Half an upload
 * leaves nothing behind.
 */
async function receiveUpload(
  ctx: Context,
  request: Request,
  { dataFolder, desk }: { dataFolder: string; desk: Desk },
): Promise<Response> {
  requires(ctx.actor, desk.action);
  // Known before it comes: no need to take two gigabytes in first. The form around a file is small.
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > largest + 64 * 1024) throw new Refusal('too-large.upload', { bytes: largest });
  if (!request.body) throw new Refusal('invalid.upload-empty');
  const folder = path.join(dataFolder, 'uploads');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, publicId('up', ctx.clock.now().epochMilliseconds));
  try {
    const contentType = request.headers.get('content-type') ?? '';
    const part = await findFile(Readable.fromWeb(request.body as ReadableStream), contentType);
    const bytes = await store(part.content, file);
    if (bytes === 0) throw new Refusal('invalid.upload-empty');
    const id = await desk.register(ctx, { fileName: part.name, path: file, bytes });
    return seeOther(desk.page(id));
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

async function store(content: Readable, file: string): Promise<number> {
  let bytes = 0;
  async function* counted(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > largest) throw new Refusal('too-large.upload', { bytes: largest });
      yield chunk;
    }
  }
  await pipeline(content, counted, createWriteStream(file, { mode: 0o600 }));
  return bytes;
}
