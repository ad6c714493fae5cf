import { randomBytes, randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { Refusal } from '../refusal.ts';
import type { RequestVariables } from './answering.ts';

type Handler = MiddlewareHandler<{ Variables: RequestVariables }>;

/**
 * Names every request and closes what a browser leaves open by default. Scripts run by nonce only; style
 * attributes are allowed (decision 007). `loose` is for the development server, which injects its own scripts.
 */
export function guard({ loose, secure }: { loose: boolean; secure: boolean }): Handler {
  return async (c, next) => {
    const nonce = randomBytes(16).toString('base64');
    c.set('requestId', randomUUID());
    c.set('nonce', nonce);
    await next();
    const headers = c.res.headers;
    headers.set('X-Request-Id', c.get('requestId'));
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', 'same-origin');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    if (secure) headers.set('Strict-Transport-Security', 'max-age=31536000');
    if (!loose) headers.set('Content-Security-Policy', policy(nonce, c.get('frames') ?? []));
  };
}

function policy(nonce: string, frames: readonly string[]): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "worker-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frames.length > 0 ? frames.join(' ') : "'none'"}`,
  ].join('; ');
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site started. Browsers say where a request comes from (Sec-Fetch-Site, or Origin in
 * older ones); what says neither is no browser and carries no cookie of ours. Bearer keys are not sent by browsers.
 */
export const sameOrigin: Handler = async (c, next) => {
  if (!safe.has(c.req.method) && !c.req.header('authorization') && !isSameOrigin(c.req.raw)) {
    throw new Refusal('forbidden.cross-site');
  }
  await next();
};

function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  if (!origin) return true;
  return URL.parse(origin)?.host === request.headers.get('host');
}
