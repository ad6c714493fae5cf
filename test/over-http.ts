/** Somebody with a browser without script, at a real address: keeps cookies, follows no redirects. */
export interface Caller {
  get(path: string): Promise<Response>;
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
}

export function caller(base: string, locale: 'nl' | 'en' = 'nl'): Caller {
  const jar = new Map<string, string>([['polder_locale', locale]]);
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, 'sec-fetch-site': 'same-origin', origin: base };
    const answer = await fetch(new URL(path, base), { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  };
  return {
    get: (path) => ask(path, {}),
    post: (path, fields) => ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
  };
}

export async function signedIn(base: string, email: string, password: string): Promise<Caller> {
  const one = caller(base);
  const answer = await one.post('/sign-in', { email, password, returnTo: '/' });
  if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`);
  return one;
}
