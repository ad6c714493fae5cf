import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, withAdmin } from '../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../test/pages.ts';
import { hirePeople, hirePerson, type People, type Person } from '../test/people.ts';
import { serveApiOn } from './api/fixtures/serving.ts';
import { answer } from './conversations/answering.ts';
import { accountNamed } from './listening/account.ts';
import { hear } from './listening/hearing.ts';
import { type Capability, capabilities, everywhere } from './pilots/capability.ts';
import { openFor, openForAnybody, readSwitchedOn } from './pilots/doors.ts';
import { grantFirst, onAmong, switchOn } from './pilots/granting.ts';
import type { Scope } from './pilots/scope.ts';
import type { Context } from './platform/context.ts';
import { isRefusal } from './platform/refusal.ts';
import { schedule, whileOn } from './schedule.ts';
import { doors, neededAt, neededBy } from './switches.ts';
import { say } from './web/inbox/fixtures/saying.ts';

/**
 * Every capability, from inside its scope and from outside, by every door there is: pages, the rail, the API, jobs, and
 * the acts that ask themselves. Outside it nothing may be there.
 */
const all = Object.keys(capabilities) as Capability[];
const switched = all.filter((one) => !everywhere.has(one));

let database: TestDatabase;
let pages: TestPages;
let people: People;
let ravi: Visitor;
let outsider: Person;
let yara: Visitor;
let ctx: Context;

beforeAll(async () => {
  database = await testDatabase();
  ctx = database.context;
  pages = await testPages(database);
  people = await hirePeople(ctx);
  outsider = await hirePerson(ctx, { name: 'Yara Nijhof', role: 'administrator', departmentId: null });
  [ravi, yara] = [await pages.visitor(people.ravi), await pages.visitor(outsider)];
});
afterAll(async () => {
  await pages?.close();
  await database?.close();
});

beforeEach(async () => {
  await withAdmin(database.ownerUrl, (owner) => owner.query('truncate capability_grant'));
});

/** Only this is on, within this scope. */
async function only(capability: Capability, scope: Scope): Promise<void> {
  await switchOn(ctx, { key: `only-${capability}`, capabilities: [capability], scope, pilotId: null });
}

const forRavi = (): Scope => ({ people: [people.ravi.employee.id] });
const status = async (visitor: Visitor, path: string) => (await visitor.get(path)).status;

describe('every capability', () => {
  test('stands in the table of doors once, and no door belongs to two', () => {
    expect(Object.keys(doors).toSorted()).toEqual(all.toSorted());
    const pagesOf = Object.values(doors).flatMap((own) => own.pages ?? []);
    const jobsOf = Object.values(doors).flatMap((own) => own.jobs ?? []);
    expect(new Set(pagesOf).size).toBe(pagesOf.length);
    expect(new Set(jobsOf).size).toBe(jobsOf.length);
    const names = schedule.map(({ name }) => name);
    expect(jobsOf.filter((job) => !names.includes(job))).toEqual([]);
  });

  test('is asked for by name in every act that the table says asks itself', () => {
    for (const [capability, { acts = [] }] of Object.entries(doors))
      for (const file of acts) expect(readFileSync(file, 'utf8'), file).toContain(`'${capability}'`);
  });

  test.each(switched)('%s is on for whoever is inside its scope, and for nobody else', async (capability) => {
    await only(capability, forRavi());
    const on = await readSwitchedOn(ctx);
    const now = ctx.clock.now();
    const open = (person: Person) => openFor(on, { actor: person.context.actor, now }).has(capability);
    expect([open(people.ravi), open(outsider)]).toEqual([true, false]);
    expect(openForAnybody(on, now).has(capability)).toBe(true);
    const acting = await onAmong(ctx, [capability], { person: people.ravi.employee.id });
    const outside = await onAmong(ctx, [capability], { person: outsider.employee.id });
    expect([
      acting.has(capability),
      outside.has(capability),
      (await onAmong(ctx, [capability], {})).size,
    ]).toEqual([true, false, 0]);
    const others = switched.filter((one) => one !== capability);
    expect(others.filter((one) => openFor(on, { actor: people.ravi.context.actor, now }).has(one))).toEqual(
      [],
    );
  });

  test.each([...everywhere])('%s belongs to the house: on without any grant', async (capability) => {
    const on = await readSwitchedOn(ctx);
    expect(openForAnybody(on, ctx.clock.now()).has(capability)).toBe(true);
    expect((await onAmong(ctx, [capability], {})).has(capability)).toBe(true);
  });
});

const withPages = switched.flatMap((one) => (doors[one].pages ?? []).map((page) => [one, page] as const));

describe('the pages', () => {
  test.each(withPages)(
    'of %s at %s are there inside, and outside like an address that does not exist',
    async (capability, page) => {
      await only(capability, forRavi());
      // Some are only where something stands; then both answer as not there, so the way through is looked at as well.
      expect(neededAt('pages', page)).toBe(capability);
      const nowhere = await status(yara, '/nowhere-at-all');
      expect(await status(yara, page)).toBe(nowhere);
      expect(await status(yara, `${page}/deeper`)).toBe(nowhere);
      expect(await status(yara, `${page}.data`)).toBe(await status(yara, '/nowhere-at-all.data'));
      expect((await yara.post(page, { act: 'x' })).status).toBe(
        (await yara.post('/nowhere-at-all', { act: 'x' })).status,
      );
      if (!['/conversations', '/alike', '/answer'].includes(page))
        expect(await status(ravi, page)).toBeLessThan(400);
    },
  );

  test('are drawn in the rail for those inside only', async () => {
    await only('crm.record', forRavi());
    const rail = async (visitor: Visitor) => (await visitor.get('/pilots')).text();
    expect(await rail(ravi)).toContain('href="/customers"');
    expect(await rail(yara)).not.toContain('href="/customers"');
  });

  test('of what is off stand on one quiet page, with the pilots that switch it on', async () => {
    await only('crm.record', forRavi());
    const html = await (await ravi.get('/pilots/next')).text();
    for (const capability of switched.filter((one) => one !== 'crm.record'))
      expect(html, capability).toContain(capabilities[capability].nl.sentence.replaceAll("'", '&#x27;'));
  });
});

const withApi = switched.flatMap((one) => (doors[one].api ?? []).map((path) => [one, path] as const));

describe('the API', () => {
  test.each(withApi)('of %s at %s is not found for a program outside', async (capability, path) => {
    const api = await serveApiOn(database);
    await only(capability, forRavi());
    expect((await api.send('GET', path)).status).toBe(404);
    await withAdmin(database.ownerUrl, (owner) => owner.query('truncate capability_grant'));
    await only(capability, {});
    const inside = await api.send(
      path === '/messages' ? 'POST' : 'GET',
      path,
      path === '/messages' ? { body: {} } : {},
    );
    expect([200, 404, 422]).toContain(inside.status);
    if (path === '/customers' || path === '/conversations') expect(inside.status).toBe(200);
  });
});

const withJobs = switched.flatMap((one) => (doors[one].jobs ?? []).map((job) => [one, job] as const));

describe('the jobs', () => {
  test.each(withJobs)(
    'of %s: %s rests while that is off for everybody, and runs when it is on',
    async (capability, job) => {
      let ran = 0;
      const run = async () => {
        ran += 1;
      };
      const timed = whileOn({ name: job, run });
      await timed.run(ctx, {});
      expect(ran).toBe(0);
      await only(capability, forRavi());
      await timed.run(ctx, {});
      expect(ran).toBe(1);
      expect(neededBy(job)).toBe(capability);
    },
  );
});

async function refusal(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return 'done';
  } catch (error) {
    if (isRefusal(error)) return error.code;
    throw error;
  }
}

describe('the acts', () => {
  test('answering is refused outside the channels, the people and the hours', async () => {
    await grantFirst(ctx);
    const [id = ''] = await say(ctx, [{ author: 'fatima', text: 'Klopt mijn rekening?' }]);
    await withAdmin(database.ownerUrl, (owner) =>
      owner.query('update capability_grant set ended_at = now() where ended_at is null'),
    );
    const answering = () => refusal(answer(people.ravi.context, id, { text: 'Wij kijken het na.' }));
    expect(await answering()).toBe('forbidden.capability');
    for (const scope of [{ channels: ['mail'] }, { people: [outsider.employee.id] }] satisfies Scope[]) {
      await only('inbox.webcare', scope);
      expect(await answering()).toBe('forbidden.capability');
      await withAdmin(database.ownerUrl, (owner) => owner.query('truncate capability_grant'));
    }
    const hours = { calendar: 'default', version: 1 };
    await only('inbox.webcare', { channels: ['x'], hours });
    database.turn.turnTo('2026-11-24T19:00:00Z');
    expect(await answering()).toBe('forbidden.capability');
    database.turn.turnTo('2026-11-24T10:00:00Z');
    expect(await answering()).toBe('done');
  });

  test('hearing is refused outside the channels, and understands nothing where only hearing is on', async () => {
    const utterance = {
      ...{ externalId: 'm1', text: 'Waar blijft mijn pakket?', author: 'henk', authorName: 'Henk' },
      ...{ sentAt: new Date('2026-11-24T09:00:00Z'), direction: 'in' as const, replyTo: null, thread: null },
      ...{ automatic: false, departmentId: null, employeeId: null },
    };
    const account = await accountNamed(ctx, { channel: 'forum', name: 'forum', connector: 'file' });
    const listening = () => refusal(hear(ctx, { account, utterances: [utterance] }));
    await only('listen.sources', { channels: ['x'] });
    expect(await listening()).toBe('forbidden.capability');
    await withAdmin(database.ownerUrl, (owner) => owner.query('truncate capability_grant'));
    await only('listen.sources', { channels: ['forum'] });
    expect(await listening()).toBe('done');
  });

  test('hearing stops at the cap of its pilot, and goes on the day after', async () => {
    const account = await accountNamed(ctx, { channel: 'forum', name: 'forum', connector: 'file' });
    const listening = (externalId: string) =>
      refusal(
        hear(ctx, {
          account,
          utterances: [
            {
              ...{ externalId, text: 'Waar blijft mijn pakket?', author: 'henk', authorName: 'Henk' },
              ...{ sentAt: new Date('2026-11-24T09:00:00Z'), direction: 'in', replyTo: null, thread: null },
              ...{ automatic: false, departmentId: null, employeeId: null },
            },
          ],
        }),
      );
    database.turn.turnTo('2026-11-24T10:00:00Z');
    await only('listen.sources', { channels: ['forum'], volumeCap: { count: 2, per: 'day' } });
    expect(await listening('c1')).toBe('done');
    expect(await listening('c2')).toBe('done');
    expect(await listening('c3')).toBe('forbidden.capability');
    database.turn.turnTo('2026-11-25T10:00:00Z');
    expect(await listening('c3')).toBe('done');
  });
});
