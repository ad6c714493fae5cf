import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { restrictMine } from '../customers/mine/deciding.ts';
import { actAs, transact } from '../platform/context.ts';
import { decide, permissionsOf } from './deciding.ts';
import { joinPermissions } from './joining/joining.ts';

let polder: TestDatabase;
beforeAll(async () => {
  polder = await testDatabase();
});
afterAll(() => polder?.close());

const say = (id: string, told: Parameters<typeof decide>[2]) =>
  transact(polder.context, 'service', (ctx) => decide(ctx, id, told));
const states = (id: string) => transact(polder.context, 'service', (ctx) => permissionsOf(ctx, id));
const lift = { purpose: 'offers', act: 'lift', strength: 4, from: 'restricted' } as const;

describe('lifting, pressed twice', () => {
  test('takes back what stood on the screen and nothing behind it', async () => {
    await say('1', { purpose: 'offers', act: 'object', strength: 0 });
    await say('1', { purpose: 'offers', act: 'restrict', strength: 0 });
    expect([await say('1', lift), await say('1', lift)]).toEqual(['objected', 'objected']);
  });

  test('of everything that was restricted keeps each objection of before', async () => {
    await say('2', { purpose: 'train', act: 'object', strength: 0 });
    await say('2', { purpose: 'improve', act: 'withdraw', strength: 0 });
    const before = await states('2');
    const fatima = actAs(polder.context, { kind: 'person', personId: '2', strength: 4 });
    await restrictMine(fatima, 'restrict');
    expect((await states('2')).get('service')).toBe('restricted');
    await restrictMine(fatima, 'lift');
    await restrictMine(fatima, 'lift');
    expect(await states('2')).toEqual(before);
  });

  test('takes back what stands under another of somebody’s names', async () => {
    await say('3', { purpose: 'offers', act: 'restrict', strength: 0 });
    await transact(polder.context, 'service', (ctx) => joinPermissions(ctx, '4', '3'));
    expect((await states('4')).get('offers')).toBe('restricted');
    await say('4', lift);
    expect((await states('4')).get('offers')).toBe('unknown');
  });
});
