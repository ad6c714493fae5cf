import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, hirePerson, type People } from '../../../test/people.ts';
import { transact } from '../../platform/context.ts';
import { fillTokens } from '../../platform/mail/token.ts';
import { createLogin } from '../../platform/session.ts';
import { departmentNamed } from '../departments.ts';
import { addDepartment, boardDepartment, endDepartment, renameDepartment } from './arranging.ts';
import { changeColleague } from './changing.ts';
import { getColleague } from './colleague.ts';
import { endRole, giveRole } from './granting.ts';
import { acceptInvitation, findInvited, invite, inviteAgain } from './inviting.ts';
import { leave } from './leaving.ts';
import { listColleagues, listDepartments } from './overview.ts';

let database: TestDatabase;
let people: People;

beforeAll(async () => {
  database = await testDatabase();
  people = await hirePeople(database.context);
});
afterAll(() => database.close());

const ravi = () => people.ravi.context;

describe('a department', () => {
  it('that is called otherwise is still found by its old name, and no other may take it', async () => {
    const key = await addDepartment(ravi(), 'Facturatie');
    await renameDepartment(ravi(), key, 'Rekeningen');
    const old = await departmentNamed(ravi(), 'facturatie ');
    expect(old).toMatchObject({ key, name: 'Rekeningen' });
    expect((await departmentNamed(ravi(), 'Rekeningen')).id).toBe(old.id);
    await expect(addDepartment(ravi(), 'Rekeningen')).rejects.toMatchObject({
      code: 'conflict.department-name',
    });
    await expect(renameDepartment(ravi(), 'klantenservice', 'FACTURATIE')).rejects.toMatchObject({
      code: 'conflict.department-name',
    });
  });

  it('comes aboard on a date, and ends only when nobody belongs to it', async () => {
    const key = await addDepartment(ravi(), 'Techniek');
    await boardDepartment(ravi(), key, '2026-09-01');
    expect(await listDepartments(ravi())).toContainEqual(
      expect.objectContaining({ key, boardedOn: '2026-09-01', employees: 0 }),
    );
    await expect(endDepartment(ravi(), 'klantenservice')).rejects.toMatchObject({
      code: 'conflict.department-in-use',
    });
    await endDepartment(ravi(), key);
    expect((await listDepartments(ravi())).map((one) => one.key)).not.toContain(key);
  });

  it('is arranged by whoever may everywhere, not by who may in one department', async () => {
    const { departmentId } = people;
    const local = await hirePerson(database.context, {
      name: 'Noor Smit',
      role: 'administrator',
      departmentId,
    });
    await expect(addDepartment(local.context, 'Eigen')).rejects.toMatchObject({ code: 'forbidden.action' });
    await expect(
      giveRole(local.context, local.employee.publicId, { role: 'administrator', department: null }),
    ).rejects.toMatchObject({ code: 'forbidden.action' });
    await expect(addDepartment(people.els.context, 'Eigen')).rejects.toMatchObject({
      code: 'forbidden.action',
    });
  });
});

describe('an invitation', () => {
  it('lets a colleague in once, and a newer one shuts the older', async () => {
    const { publicId, link } = await invite(ravi(), {
      name: 'Sanne Jansen',
      email: 'sanne@waterkracht.example',
      department: 'klantenservice',
      role: 'colleague',
      within: true,
      locale: 'nl',
    });
    const tokenOf = (url: string | null) => new URL(url ?? '').searchParams.get('token') ?? '';
    const again = await inviteAgain(ravi(), publicId);
    expect(await findInvited(database.context, tokenOf(link))).toBeUndefined();
    expect(await findInvited(database.context, tokenOf(again.link))).toMatchObject({ name: 'Sanne Jansen' });
    const email = await acceptInvitation(database.context, tokenOf(again.link), 'een lang wachtwoord');
    expect(email).toBe('sanne@waterkracht.example');
    await expect(
      acceptInvitation(database.context, tokenOf(again.link), 'een lang wachtwoord'),
    ).rejects.toMatchObject({ code: 'forbidden.invitation' });
    await expect(inviteAgain(ravi(), publicId)).rejects.toMatchObject({ code: 'conflict.signs-in-already' });
  });

  it('goes by mail where there is a server, and its token is nowhere in the database', async () => {
    const smtp = { url: 'smtp://127.0.0.1:1', from: 'polder@waterkracht.example', perMinute: 10 };
    const ctx = { ...ravi(), outside: { ...ravi().outside, smtp } };
    const newcomer = {
      name: 'Tom Post',
      email: 'tom@waterkracht.example',
      department: null,
      role: 'director',
      within: false,
      locale: 'en',
    } as const;
    expect((await invite(ctx, newcomer)).link).toBeNull();
    const mail = await transact(ctx, 'security', (ctx) =>
      ctx.database
        .selectFrom('mail')
        .select(['body', 'subject'])
        .where('recipient', '=', newcomer.email)
        .executeTakeFirstOrThrow(),
    );
    expect(mail.subject).toBe('Your invitation to Polder');
    const body = mail.body ?? '';
    const token = /token=(\S+)/.exec(fillTokens(ctx.outside, body))?.[1] ?? '';
    expect(body).not.toContain(token);
    expect(await findInvited(ctx, token)).toMatchObject({ email: newcomer.email });
    database.turn.forward({ hours: 7 * 24 + 1 });
    expect(await findInvited(ctx, token)).toBeUndefined();
  });
});

describe('a role', () => {
  it('is given once, ended and not deleted, with who did both', async () => {
    const id = people.els.employee.publicId;
    const change = { role: 'community_manager', department: 'klantenservice' } as const;
    await giveRole(ravi(), id, change);
    await giveRole(ravi(), id, change);
    await endRole(ravi(), id, change);
    const { roles } = await getColleague(ravi(), id);
    expect(roles.filter(({ role }) => role === 'community_manager')).toEqual([
      expect.objectContaining({ grantedBy: 'Ravi Sewnath', endedBy: 'Ravi Sewnath' }),
    ]);
  });

  it('of the last administrator stays, also when two go at the same moment', async () => {
    const second = await hirePerson(database.context, {
      name: 'Kees Vos',
      role: 'administrator',
      departmentId: null,
    });
    for (const { employee } of [people.ravi, second]) {
      const userId = await createLogin(database.context, { ...employee, password: 'een lang wachtwoord' });
      await database.context.database
        .updateTable('employee')
        .set({ user_id: userId })
        .where('id', '=', employee.id)
        .execute();
    }
    const outcomes = await Promise.allSettled([
      leave(ravi(), second.employee.publicId),
      leave(second.context, people.ravi.employee.publicId),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const left = await listColleagues(database.context);
    const administrators = left.filter(({ roles }) =>
      roles.some(({ role, department }) => role === 'administrator' && department === null),
    );
    expect(administrators).toHaveLength(1);
  });
});

describe('a colleague', () => {
  it('is found by what they speak and know, in one statement', async () => {
    await changeColleague(database.context, people.joost.employee.publicId, {
      name: 'Joost Visser',
      department: 'klantenservice',
      languages: ['nl', 'de'],
      skills: ['Zonnepanelen ', 'zonnepanelen', ''],
      capacity: 12,
    });
    const { capacity } = await getColleague(database.context, people.joost.employee.publicId);
    expect(capacity).toBe(12);
    database.statements();
    const found = await listColleagues(database.context, { search: 'ZONNEP' });
    expect(database.statements()).toHaveLength(1);
    expect(found).toEqual([
      expect.objectContaining({ name: 'Joost Visser', skills: ['zonnepanelen'], languages: ['nl', 'de'] }),
    ]);
    expect(await listColleagues(database.context, { search: '%' })).toEqual([]);
  });

  it.each([0, 501, 2.5])('cannot have %s conversations at once', async (capacity) => {
    const change = { name: 'Joost Visser', department: 'klantenservice', languages: ['nl'], skills: [] };
    await expect(
      changeColleague(people.ravi.context, people.joost.employee.publicId, { ...change, capacity }),
    ).rejects.toMatchObject({ code: 'invalid.capacity' });
  });
});
