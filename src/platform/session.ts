import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { asDate } from './clock.ts';
import type { Context } from './context.ts';
import { knownDevice, rememberDevice } from './known-device.ts';
import { isRefusal, Refusal } from './refusal.ts';
import { throttleSignIn } from './throttling.ts';

export interface Credentials {
  email: string;
  password: string;
}

/** The flows of signing in and out. Pages get them with the request. */
export interface Signing {
  /**
   * `remote`: where the request came from, when that says anything about who it is.
   * @throws Refusal `sign-in.wrong`, the same for an unknown address and a wrong password; `too-many.sign-in`
   */
  signIn(
    ctx: Context,
    request: Request,
    credentials: Credentials & {
      remote?: string | undefined;
      /** They just used a link that only they could have; then nobody who guesses keeps them out. */
      proven?: true;
    },
  ): Promise<{ headers: Headers }>;
  signOut(request: Request): Promise<{ headers: Headers }>;
  close(): Promise<void>;
}

export interface SigningOptions {
  databaseUrl: string;
  /** From the data folder (0600), made at the first start; losing it signs everybody out and nothing more. */
  secret: string;
  baseUrl: string;
}

const cookiePrefix = 'polder';
const days = 24 * 3600;

/** The sign-in library over its own schema, with a small pool of its own. */
export function openSigning({ databaseUrl, secret, baseUrl }: SigningOptions): Signing {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3, options: '-c search_path=auth' });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const auth = betterAuth({
    database: pool,
    secret,
    baseURL: baseUrl,
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    session: { expiresIn: 7 * days, updateAge: days },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix,
      useSecureCookies: false,
      defaultCookieAttributes: { secure: baseUrl.startsWith('https:') },
    },
  });
  return {
    signIn: async (ctx, request, { email, password, remote, proven }) => {
      const device = knownDevice(request, { secret, email });
      if (!proven) await throttleSignIn(ctx, { email, device, remote });
      try {
        const { headers } = await auth.api.signInEmail({
          body: { email, password },
          headers: request.headers,
          returnHeaders: true,
        });
        const cookies = onlyCookies(headers);
        const secure = baseUrl.startsWith('https:');
        cookies.append('Set-Cookie', rememberDevice({ secret, email, device, secure }));
        return { headers: cookies };
      } catch (error) {
        if (isRefusal(error) || !isAuthError(error)) throw error;
        throw new Refusal('sign-in.wrong');
      }
    },
    signOut: async (request) => {
      const { headers } = await auth.api.signOut({ headers: request.headers, returnHeaders: true });
      return { headers: onlyCookies(headers) };
    },
    close: () => pool.end(),
  };
}

function isAuthError(error: unknown): boolean {
  return error instanceof Error && error.name === 'APIError';
}

function onlyCookies(from: Headers): Headers {
  const headers = new Headers();
  for (const cookie of from.getSetCookie()) headers.append('Set-Cookie', cookie);
  return headers;
}

/**
 * The session token in a request's cookie, when its signature is ours. The hot path: no look-up in the sign-in
 * library, one HMAC here and one named query elsewhere.
 */
export function sessionToken(request: Request, secret: string): string | undefined {
  const cookies = request.headers.get('cookie') ?? '';
  const found = cookies.split(/;\s*/).find((cookie) => cookie.startsWith(`${cookiePrefix}.session_token=`));
  if (!found) return undefined;
  const value = decode(found.slice(found.indexOf('=') + 1));
  const dot = value.lastIndexOf('.');
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

/** Makes the account somebody signs in with, in the transaction of `ctx`. Gives its id. */
export async function createLogin(
  ctx: Context,
  { name, email, password }: Credentials & { name: string },
): Promise<string> {
  const id = randomBytes(16).toString('hex');
  const now = asDate(ctx.clock.now());
  const address = email.toLowerCase();
  const made = await sql`
    insert into auth."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
    values (${id}, ${name}, ${address}, false, ${now}, ${now})
    on conflict ("email") do nothing returning "id"`.execute(ctx.database);
  if (made.rows.length === 0) throw new Refusal('conflict.employee-email', { email });
  const hash = await hashPassword(password);
  await sql`
    insert into auth."account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
    values (${randomBytes(16).toString('hex')}, ${id}, 'credential', ${id}, ${hash}, ${now}, ${now})`.execute(
    ctx.database,
  );
  return id;
}

/** Signs somebody out everywhere, in the transaction of `ctx`. */
export async function endSessions(ctx: Context, userId: string): Promise<void> {
  await sql`delete from auth."session" where "userId" = ${userId}`.execute(ctx.database);
}

/**
 * Another password, in the transaction of `ctx`; every session ends.
 * @throws Refusal `invalid.own-password` when `current` is not the one that holds
 */
export async function changePassword(
  ctx: Context,
  userId: string,
  { current, next }: { current: string; next: string },
): Promise<void> {
  const found = await sql<{ id: string; password: string }>`
    select "id", "password" from auth."account" where "userId" = ${userId} and "providerId" = 'credential'
    for update`.execute(ctx.database);
  const [account] = found.rows;
  const right = account && (await verifyPassword({ hash: account.password, password: current }));
  if (!right) throw new Refusal('invalid.own-password');
  await setPassword(ctx, userId, next);
}

/** Another password without the former, for whoever proved otherwise who they are; every session ends. */
export async function setPassword(ctx: Context, userId: string, password: string): Promise<void> {
  await sql`
    update auth."account" set "password" = ${await hashPassword(password)}, "updatedAt" = ${asDate(ctx.clock.now())}
    where "userId" = ${userId} and "providerId" = 'credential'`.execute(ctx.database);
  await endSessions(ctx, userId);
}
