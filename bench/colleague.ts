import { departmentNamed } from '../src/organisation/departments.ts';
import { getEmployeeActor, hire } from '../src/organisation/employees.ts';
import { actAs, type Context, transact } from '../src/platform/context.ts';
import { openDataFolder } from '../src/platform/data-folder.ts';
import { createLogin, openSigning } from '../src/platform/session.ts';
import type { Place } from './place.ts';

const credentials = { email: 'els@waterkracht.example', password: 'dijken en dammen' };

export interface Colleague {
  /** Acts as Els. */
  context: Context;
  /** What her browser sends. */
  cookie: string;
}

/** Hires Els of webcare and signs her in. `department`: where she works; left out: everywhere. */
export async function hireEls({ polder, folder }: Place, department?: string): Promise<Colleague> {
  const { context, databaseUrl } = polder;
  const els = await transact(context, null, async (ctx) => {
    const userId = await createLogin(ctx, { ...credentials, name: 'Els' });
    const departmentId = department ? (await departmentNamed(ctx, department)).id : null;
    const roles = [{ role: 'colleague', departmentId }] as const;
    return hire(ctx, { name: 'Els', email: credentials.email, departmentId, userId, roles });
  });
  const { secrets } = openDataFolder(folder);
  const signing = openSigning({ databaseUrl, secret: secrets.session, baseUrl: 'http://localhost:4400' });
  const { headers } = await signing.signIn(context, new Request('http://localhost/'), credentials);
  await signing.close();
  const cookies = headers.getSetCookie().map((line) => line.split(';')[0]);
  return { context: actAs(context, await getEmployeeActor(context, els.id)), cookie: cookies.join('; ') };
}
