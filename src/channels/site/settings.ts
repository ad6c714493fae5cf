import { z } from 'zod';

/** `https://waterkracht.example`, one or more, divided by spaces or lines; no path, and no wildcard. */
const origins = z
  .string()
  .max(2000)
  .transform((given) => given.split(/[\s,]+/).filter(Boolean))
  .pipe(z.array(z.string().transform(originOf)).max(20));

function originOf(given: string, ctx: z.RefinementCtx): string {
  const url = URL.parse(given);
  const isLocal = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1';
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal);
  // It stands in headers that know wildcards and more.
  if (url && isSafe && url.pathname === '/' && /^[a-z0-9.-]+$/.test(url.hostname)) return url.origin;
  ctx.addIssue({ code: 'custom', message: 'origin' });
  return z.NEVER;
}

export const siteForm = z.object({
  name: z.string().trim().min(1).max(80),
  /** Where the chat may stand; none: only on the page of Polder itself. */
  origins,
  greeting: z.string().trim().max(300).default(''),
});

export const siteSettings = z.object({
  name: z.string(),
  origins: z.array(z.string()),
  greeting: z.string(),
});
