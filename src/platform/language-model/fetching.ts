import type { AskFailure } from './language-model.ts';

/** More than any answer needs, in bytes. */
const longest = 256 * 1024;

/** What the HTTP exchange of one question showed, where the library's own error would not tell. */
export interface Exchange {
  failure: AskFailure | null;
  /** Milliseconds that a 429 or 503 asks to wait. */
  wait: number;
}

/**
 * A fetch that reaches one origin only, follows no redirect, and reads no more than an answer needs. What was wrong
 * is noted in `exchange`.
 */
export function fetchWithin(origin: string, exchange: Exchange): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== origin) throw noted(exchange, 'unreachable');
    const answer = await fetch(url, { ...init, redirect: 'manual' });
    if (answer.status !== 200) {
      await answer.body?.cancel();
      exchange.failure = failureOf(answer.status);
      exchange.wait = waitOf(answer.headers.get('retry-after'));
      // Whatever an error says stays here: it may repeat what was asked.
      return new Response('{}', { status: answer.ok || answer.status < 400 ? 502 : answer.status, headers });
    }
    if (!/^application\/([\w.+-]*\+)?json\b/i.test(answer.headers.get('content-type') ?? '')) {
      await answer.body?.cancel();
      throw noted(exchange, 'malformed');
    }
    return new Response(await readWithin(answer, exchange), { headers });
  };
}

const headers = { 'content-type': 'application/json' };

function failureOf(status: number): AskFailure {
  if (status === 429) return 'too-many';
  if (status >= 500) return 'failed';
  return status >= 400 ? 'refused' : 'malformed';
}

async function readWithin(answer: Response, exchange: Exchange): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const piece of answer.body ?? []) {
    bytes += piece.byteLength;
    // Leaving the loop closes the connection, also one that would go on for ever.
    if (bytes > longest) throw noted(exchange, 'too-long');
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

/** Seconds; a date is rare and would need trust in the other clock. */
function waitOf(header: string | null): number {
  const seconds = Number(header ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
}

function noted(exchange: Exchange, failure: AskFailure): Error {
  exchange.failure = failure;
  return new Error(failure);
}
