import { Hono, type Context as HonoContext, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { askProofOnSite, getTalk, sayOnSite, type Talk, talkFor } from './conversations/talking/talk.ts';
import { findGuest, type Guest } from './listening/talking/guest.ts';
import { largestFile, lineKey } from './listening/talking/line.ts';
import type { Context } from './platform/context.ts';
import type { RequestVariables } from './platform/http/answering.ts';
import { readRawBody } from './platform/http/raw-body.ts';
import { remoteOf } from './platform/http/remote.ts';
import { Refusal } from './platform/refusal.ts';
import type { TalkLive } from './talking-live.ts';
import { urls } from './urls.ts';

const lineSchema = z.object({
  text: z.string().max(20_000),
  name: z.string().trim().max(80).nullish(),
  locale: z.enum(['nl', 'en']).default('nl'),
  key: z.string().regex(lineKey).nullish(),
  files: z
    .array(z.object({ name: z.string().max(255), type: z.string().max(100), content: z.base64() }))
    .max(3)
    .default([]),
});
const mostOfBody = largestFile * 1.4 + 100_000;
/** A file from a phone that barely has a network, in milliseconds. */
const longestUpload = 60_000;

type Variables = { Variables: RequestVariables & { talk: Talk } };

/** What the chat on the organisation's own site calls, from its own origins only. Guests carry a token, never a cookie. */
export function talking({ context: ctx, live }: { context: Context; live: TalkLive }): Hono<Variables> {
  const door = new Hono<Variables>();
  door.use('/:account/*', fromItsOrigins(ctx));
  door.get('/:account/trial', (c) => c.html(trialPage(c.get('talk'), c.get('nonce'))));
  door.get('/:account/state', async (c) => {
    const guest = await guestOf(ctx, c);
    const locale = c.req.query('locale') === 'en' ? 'en' : 'nl';
    return c.json(await talkFor(ctx, c.get('talk'), { guest, locale, seen: c.req.query('seen') === '1' }));
  });
  door.post('/:account/lines', async (c) => {
    const read = lineSchema.safeParse(await jsonOf(c.req.raw, mostOfBody, longestUpload));
    if (!read.success) throw new Refusal('invalid.line');
    const { text, name, locale, key, files } = read.data;
    const { token } = await sayOnSite(ctx, c.get('talk'), {
      ...{ text, locale, key: key ?? null, name: name || null, token: tokenOf(c), remote: remoteOf(c.env) },
      files: files.map((file) => ({
        ...{ name: file.name, mediaType: file.type, content: Buffer.from(file.content, 'base64') },
      })),
    });
    return c.json({ token }, 201);
  });
  door.post('/:account/address', async (c) => {
    const guest = await guestOf(ctx, c);
    if (!guest) throw new Refusal('forbidden.guest', {}, 401);
    const read = z.object({ address: z.string().max(254) }).safeParse(await jsonOf(c.req.raw, 10_000));
    if (!read.success) throw new Refusal('invalid.mail-address');
    const page = urls.talkProof(c.get('talk').connection.publicId);
    await askProofOnSite(ctx, { guest, given: read.data.address, page });
    return c.body(null, 204);
  });
  door.get('/:account/live', async (c) => {
    const guest = await guestOf(ctx, c);
    if (!guest) throw new Refusal('forbidden.guest', {}, 401);
    return live.stream(guest.id, c.req.raw.signal);
  });
  return door;
}

/** A bare page with the chat on it, as on any site. */
function trialPage({ connection }: Talk, nonce: string): string {
  const account = connection.publicId.replaceAll(/\W/g, '');
  return `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Polder</title><body><polder-talk account="${account}"><a href="${urls.talk(account)}">Polder</a></polder-talk>
<script src="/talk.js" nonce="${nonce}" defer></script>`;
}

async function jsonOf(request: Request, largest: number, longest?: number): Promise<unknown> {
  const bytes = await readRawBody(request, largest, longest);
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    throw new Refusal('invalid.line');
  }
}

function tokenOf(c: HonoContext): string | null {
  return /^Bearer ([\w-]{43})$/.exec(c.req.header('authorization') ?? '')?.[1] ?? null;
}

async function guestOf(ctx: Context, c: HonoContext<Variables>): Promise<Guest | undefined> {
  const token = tokenOf(c);
  return token ? findGuest(ctx, c.get('talk').connection.id, token) : undefined;
}

/** Browsers say on which site the chat stands; what says nothing is no browser, and has no guest's token of its own. */
function fromItsOrigins(ctx: Context): MiddlewareHandler<Variables> {
  const own = new URL(ctx.outside.baseUrl).origin;
  return async (c, next) => {
    const talk = await getTalk(ctx, c.req.param('account') ?? '');
    const origin = c.req.header('origin');
    const isWelcome = origin === undefined || origin === own || talk.origins.includes(origin);
    if (!isWelcome) throw new Refusal('forbidden.origin');
    c.set('talk', talk);
    if (c.req.method === 'OPTIONS') c.res = c.body(null, 204);
    else await next();
    c.header('Vary', 'Origin');
    c.header('Cache-Control', 'no-store');
    if (origin === undefined) return;
    c.header('Access-Control-Allow-Origin', origin);
    c.header('Access-Control-Allow-Methods', 'GET, POST');
    c.header('Access-Control-Allow-Headers', 'Authorization, Content-Type');
    c.header('Access-Control-Max-Age', '600');
  };
}
