import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const year = 365 * 24 * 3600;

/** What a browser carries from which an account was once signed in to. It opens nothing: it only has its own count. */
interface Ask {
  secret: string;
  email: string;
}

/** Per account a cookie of its own, under a name that does not tell the address. */
function cookieName({ secret, email }: Ask): string {
  return `polder_known_${macOf(secret, `name ${email.toLowerCase()}`).slice(0, 12)}`;
}

function macOf(secret: string, about: string): string {
  return createHmac('sha256', secret).update(`known device ${about}`).digest('hex');
}

/** The number of the device this request comes from, when this account was signed in to there before. */
export function knownDevice(request: Request, ask: Ask): string | undefined {
  const begin = `${cookieName(ask)}=`;
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/);
  const value = cookies.find((one) => one.startsWith(begin))?.slice(begin.length) ?? '';
  const [device = '', mac = ''] = value.split('.');
  const expected = Buffer.from(macOf(ask.secret, `${device} ${ask.email.toLowerCase()}`));
  const given = Buffer.from(mac);
  return given.length === expected.length && timingSafeEqual(given, expected) ? device : undefined;
}

/** The Set-Cookie value that makes a device known for this account, for a year after the last time. */
export function rememberDevice(ask: Ask & { device: string | undefined; secure: boolean }): string {
  const device = ask.device ?? randomBytes(12).toString('hex');
  const value = `${device}.${macOf(ask.secret, `${device} ${ask.email.toLowerCase()}`)}`;
  const secure = ask.secure ? '; Secure' : '';
  return `${cookieName(ask)}=${value}; Max-Age=${year}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}
