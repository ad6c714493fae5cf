import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { acknowledge, ownRules } from './acknowledging.ts';
import { firstRules } from './first-rules.ts';
import { endRule, makeRule, publishRule } from './publishing.ts';
import { getRule, listRules } from './rule-overview.ts';

let database: TestDatabase;
let people: People;
let id: string;

beforeAll(async () => {
  database = await testDatabase();
  people = await hirePeople(database.context);
  id = await makeRule(people.ravi.context, {
    words: firstRules,
    holdsFrom: '2026-11-24',
    reviewOn: '2027-11-24',
  });
});
afterAll(() => database.close());

const els = () => people.els.context;
const version = (holdsFrom: string) => ({ words: firstRules, holdsFrom, reviewOn: '2027-12-31' });

describe('a house rule', () => {
  it('is acknowledged once by each colleague, in the version they saw', async () => {
    expect(await ownRules(els())).toMatchObject([{ publicId: id, version: 1, acknowledgedAt: null }]);
    await expect(acknowledge(els(), { id, version: 2, locale: 'nl' })).rejects.toMatchObject({
      code: 'conflict.rule-changed',
    });
    await acknowledge(els(), { id, version: 1, locale: 'nl' });
    await acknowledge(els(), { id, version: 1, locale: 'en' });
    expect(await listRules(database.context)).toMatchObject([{ acknowledged: 1, colleagues: 4 }]);
    const { readers } = await getRule(database.context, id);
    expect(readers.map(({ name, acknowledgedAt }) => [name.split(' ')[0], acknowledgedAt !== null])).toEqual([
      ['Anneke', false],
      ['Joost', false],
      ['Ravi', false],
      ['Els', true],
    ]);
  });

  it('that gets a new version keeps the old one until its day, in the time zone of the organisation', async () => {
    await publishRule(people.ravi.context, id, version('2026-12-01'));
    expect(await ownRules(els())).toMatchObject([{ version: 1, acknowledgedAt: expect.any(String) }]);
    database.turn.turnTo('2026-11-30T22:59:00Z');
    expect(await ownRules(els())).toMatchObject([{ version: 1 }]);
    database.turn.turnTo('2026-11-30T23:01:00Z');
    expect(await ownRules(els())).toMatchObject([{ version: 2, acknowledgedAt: null }]);
    expect(await listRules(database.context)).toMatchObject([{ version: 2, acknowledged: 0 }]);
  });

  it('never holds in the past, and belongs to whoever arranges the organisation', async () => {
    await expect(publishRule(people.ravi.context, id, version('2026-11-01'))).rejects.toMatchObject({
      code: 'invalid.rule-dates',
    });
    const never = { ...version('2026-12-02'), reviewOn: '2026-12-02' };
    await expect(publishRule(people.ravi.context, id, never)).rejects.toMatchObject({
      code: 'invalid.rule-dates',
    });
    await expect(publishRule(els(), id, version('2026-12-24'))).rejects.toMatchObject({
      code: 'forbidden.action',
    });
    await expect(acknowledge(database.context, { id, version: 2, locale: 'nl' })).rejects.toMatchObject({
      code: 'forbidden.action',
    });
  });

  it('that was ended asks nobody any more', async () => {
    await endRule(people.ravi.context, id);
    expect(await ownRules(els())).toEqual([]);
    await expect(acknowledge(els(), { id, version: 2, locale: 'nl' })).rejects.toMatchObject({
      code: 'not-found.rule',
    });
  });
});
