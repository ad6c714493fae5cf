import { type Method, type Reaching, reach } from './reaching.ts';

const methods: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** A `fetch` for libraries that take one, with the bounds of `reach`. Rejects with a TypeError, as `fetch` does. */
export function fetchWithin(bounds: Omit<Reaching, 'method' | 'headers' | 'body'>): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { method, url, signal, redirect } = request;
    if (!methods.includes(method)) throw new TypeError(`fetch failed: method ${method}`);
    const body = request.body ? { body: new Uint8Array(await request.arrayBuffer()) } : {};
    const reached = await reach(url, {
      ...bounds,
      ...(redirect === 'follow' ? {} : { redirects: 0 }),
      ...body,
      method: method as Method,
      headers: Object.fromEntries(request.headers),
      signal: bounds.signal ? AbortSignal.any([signal, bounds.signal]) : signal,
    });
    if (reached.why !== null) throw new TypeError(`fetch failed: ${reached.why}`, { cause: reached.why });
    const { status, headers } = reached;
    const { 'content-encoding': _, 'content-length': __, ...rest } = headers;
    const said = status === 204 || status === 304 ? null : Buffer.from(reached.body);
    const response = new Response(said, { status, headers: rest });
    // Not settable from outside, and some want to know who answered.
    Object.defineProperty(response, 'url', { value: reached.url });
    return response;
  };
}
