import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { settled } from '../../test/settled.ts';
import { meetByMail } from '../customers/fixtures/mailing-people.ts';
import { treatAsMinor } from '../customers/keeping/minor.ts';
import { type Context, transact } from '../platform/context.ts';
import { followAll } from '../platform/following.ts';
import { silentLog } from '../platform/log.ts';
import { reactions } from '../reactions.ts';
import { endMinorities, ofAgeOn } from './coming-of-age.ts';
import { decide, stateOf } from './deciding.ts';
import { joinPermissions } from './joining/joining.ts';
import { isMinor, setMinor } from './minority.ts';

let database: TestDatabase;
let ctx: Context;

beforeAll(async () => {
  database = await testDatabase();
  ctx = database.context;
});
afterAll(() => database?.close());

const legal = <T>(act: (ctx: Context) => Promise<T>) => transact(ctx, 'legal', act);
const minor = (id: string) => legal((ctx) => isMinor(ctx, id));
const state = (id: string) => legal((ctx) => stateOf(ctx, id, 'offers'));
const today = () => ctx.clock.now().toZonedDateTimeISO('UTC').toPlainDate();
/** A child who said yes to offers, and comes of age in so many days. */
async function child(name: string, days: number | null): Promise<string> {
  const { id } = await meetByMail(ctx, name, { allows: 'offers' });
  const ofAgeOn = days === null ? null : today().add({ days }).toString();
  await legal((ctx) => setMinor(ctx, id, { strength: 1, evidence: 'zit in de brugklas', ofAgeOn }));
  return id;
}

it.each([
  ['2010-11-24', '2026-11-24'],
  ['2012-02-29', '2028-02-29'],
  ['2011-02-28', '2027-02-28'],
])('whoever was born on %s comes of age on %s', (born, day) => {
  expect(ofAgeOn(Temporal.PlainDate.from(born)).toString()).toBe(day);
});

describe('a child', () => {
  it('is one until the day, and is asked afresh from then on', async () => {
    const id = await child('bram', 2);
    expect([await minor(id), await state(id)]).toEqual([true, 'denied']);
    database.turn.forward({ hours: 24 });
    expect(await endMinorities(ctx)).toBe(0);
    expect(await minor(id)).toBe(true);
    database.turn.forward({ hours: 24 });
    expect(await endMinorities(ctx)).toBe(1);
    // What they said as a child does not come back.
    expect([await minor(id), await state(id)]).toEqual([false, 'unknown']);
    expect(await endMinorities(ctx)).toBe(0);
    await legal((ctx) => decide(ctx, id, { purpose: 'offers', act: 'give', strength: 3 }));
    expect(await state(id)).toBe('allowed');
  });

  it('of whom nobody knows the day stays one, until it is kept', async () => {
    const id = await child('sanne', null);
    database.turn.forward({ hours: 24 * 30 });
    expect(await endMinorities(ctx)).toBe(0);
    const ofAgeOn = today().toString();
    await legal((ctx) => setMinor(ctx, id, { strength: 1, evidence: 'zag de geboorteakte', ofAgeOn }));
    expect(await endMinorities(ctx)).toBe(1);
    expect(await minor(id)).toBe(false);
  });

  it('under two names stays one while either is a child’s', async () => {
    const [one, other] = [await child('tim', 1), await child('timmie', 5)];
    await legal((ctx) => joinPermissions(ctx, one, other));
    database.turn.forward({ hours: 24 * 2 });
    expect(await endMinorities(ctx)).toBe(0);
    expect([await minor(one), await minor(other)]).toEqual([true, true]);
    database.turn.forward({ hours: 24 * 4 });
    expect(await endMinorities(ctx)).toBe(1);
    expect([await minor(one), await minor(other)]).toEqual([false, false]);
  });

  it('is told once, by mail, that they choose now', async () => {
    await settled(ctx);
    await followAll(ctx, reactions, silentLog);
    const id = await child('noor', 1);
    database.turn.forward({ hours: 48 });
    await endMinorities(ctx);
    await settled(ctx);
    await followAll(ctx, reactions, silentLog);
    const mails = await legal((ctx) =>
      sql<{ subject: string; body: string }>`
        select subject, body from mail where kind = 'of-age' and person_id = ${id}`.execute(ctx.database),
    );
    expect(mails.rows).toHaveLength(1);
    expect(mails.rows[0]?.body).toContain('/mine/contract');
  });

  it('is no child by a birthday that says otherwise', async () => {
    const { id } = await meetByMail(ctx, 'oud');
    const found = await legal((ctx) =>
      sql<{ publicId: string }>`select public_id as "publicId" from person where id = ${id}`.execute(
        ctx.database,
      ),
    );
    const publicId = found.rows[0]?.publicId ?? '';
    const born = Temporal.PlainDate.from('1990-05-05');
    await expect(treatAsMinor(ctx, publicId, { evidence: 'zei zij zelf', born })).rejects.toMatchObject({
      code: 'invalid.of-age',
    });
    expect(await minor(id)).toBe(false);
  });
});
