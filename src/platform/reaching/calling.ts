import type { IncomingMessage } from 'node:http';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Unreached } from './place.ts';
import { unpacked } from './unpacking.ts';

export interface Answer {
  readonly status: number;
  /** By their names in small letters; no cookies. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Who answered, after all who sent on. */
  readonly url: string;
}

export interface Given {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
  readonly lookup: LookupFunction;
  readonly signal: AbortSignal;
  readonly patience: number;
  readonly largest: number;
}

type Called =
  | (Answer & { readonly why: null })
  | { readonly status: null; readonly why: Unreached | 'too-large' | 'encoding' };

const wrongTls = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/;
/** Bytes of all headers together. */
const longestHead = 32_768;

/** One call to one place that was looked at before. Never throws. */
export function call(given: Given): Promise<Called> {
  const { url, method, headers, body, lookup, signal, patience, largest } = given;
  const bytes = body === undefined ? undefined : Buffer.from(body);
  const late = new AbortController();
  const waiting = setTimeout(() => late.abort(), patience);
  const both = AbortSignal.any([signal, late.signal]);
  return new Promise<Called>((resolve) => {
    const fail = (error: NodeJS.ErrnoException) => resolve({ status: null, why: whyOf(error, both) });
    try {
      const request = url.protocol === 'https:' ? secure : plain;
      const asked = request(
        url,
        {
          method,
          headers: {
            ...headers,
            ...(largest > 0 ? { 'Accept-Encoding': 'gzip, br' } : {}),
            ...(bytes ? { 'Content-Length': String(bytes.length) } : {}),
          },
          signal: both,
          maxHeaderSize: longestHead,
          // A connection of its own, to the address that was looked at.
          agent: false,
          lookup,
        },
        (message) => {
          clearTimeout(waiting);
          read(message, given).then(resolve, fail);
        },
      );
      asked.on('error', fail);
      asked.end(bytes);
    } catch {
      // A sign in a header that no header can hold.
      resolve({ status: null, why: 'url' });
    }
  }).finally(() => clearTimeout(waiting));
}

async function read(message: IncomingMessage, { url, method, largest }: Given): Promise<Called> {
  const status = message.statusCode ?? 0;
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers))
    if (typeof value === 'string') headers[name] = value;
  const around = { status, headers, url: url.href, why: null } as const;
  const isEmpty = method === 'HEAD' || status === 204 || status === 304;
  if (largest === 0 || isEmpty) {
    // It may never end.
    message.destroy();
    return { ...around, body: new Uint8Array() };
  }
  try {
    const body = await unpacked(message, { encoding: headers['content-encoding'], largest });
    return body instanceof Uint8Array ? { ...around, body } : { status: null, why: body };
  } finally {
    message.destroy();
  }
}

function whyOf(error: NodeJS.ErrnoException, signal: AbortSignal): Unreached {
  if (signal.aborted || error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  return wrongTls.test(error.code ?? '') ? 'tls' : 'connection';
}
