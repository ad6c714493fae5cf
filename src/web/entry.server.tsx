import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import type { ReactNode } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import {
  type EntryContext,
  type HandleErrorFunction,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router';
import { type PageContext, pageContext } from '../platform/http/load-context.ts';
import { words } from '../platform/words.ts';
import { FrameProvider } from './layout/frame.tsx';
import { fallbackTimeZone } from './layout/time-zone.ts';

export const streamTimeout = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  router: EntryContext,
  provider: RouterContextProvider,
): Promise<Response> | Response {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  const page = pageContext(provider);
  const document = (
    <FrameProvider
      words={words(page.locale)}
      locale={page.locale}
      timeZone={page.timeZone ?? fallbackTimeZone}
    >
      <ServerRouter context={router} url={request.url} nonce={page.nonce} />
    </FrameProvider>
  );
  return render(document, page, (stream, failed) => {
    return new Response(stream, { status: failed ? 500 : status, headers });
  });
}

type Answer = (stream: ReadableStream, failed: boolean) => Response;

function render(document: ReactNode, page: PageContext, answer: Answer): Promise<Response> {
  return new Promise((resolve, reject) => {
    let failed = false;
    let sent = false;
    const { pipe, abort } = renderToPipeableStream(document, {
      nonce: page.nonce,
      onShellReady() {
        sent = true;
        const body = new PassThrough({
          final(done) {
            clearTimeout(timer);
            done();
          },
        });
        pipe(body);
        resolve(answer(createReadableStreamFromReadable(body), failed));
      },
      onShellError: reject,
      onError(error) {
        failed = true;
        // Before the shell is out, the router hears of it itself and renders the error page.
        if (sent) page.report?.(error);
      },
    });
    const timer = setTimeout(abort, streamTimeout + 1_000);
    timer.unref();
  });
}

/** Bugs while rendering. Those of loaders and actions are reported where they are caught, in platform/http/pages. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) pageContext(context).report?.(error);
};
