import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { transact } from '../../platform/context.ts';
import { decide, stateOf } from '../../privacy/deciding.ts';
import type { Act } from '../../privacy/permission.ts';
import type { Purpose } from '../../privacy/purpose.ts';
import { openCustomer } from '../customer.ts';
import { listCustomers } from '../customers.ts';
import { recognise } from '../recognising.ts';
import { merge, part } from './merging.ts';
import { claim, prove } from './proving.ts';
import { mergeProven, suggest } from './suggesting.ts';
import { dismiss, listSuggestions } from './suggestions.ts';

let polder: TestDatabase;
let people: People;

beforeAll(async () => {
  polder = await testDatabase({ size: 16 });
  people = await hirePeople(polder.context);
});
afterAll(() => polder?.close());

interface Somebody {
  id: string;
  publicId: string;
  identity: string;
}

async function meet(handle: string, { network = 'x', name = handle } = {}): Promise<Somebody> {
  return transact(polder.context, 'listen', async (ctx) => {
    const { recognised } = await recognise(ctx, network, [
      { network, externalId: handle, name, unnamedKey: handle },
    ]);
    const found = await sql<Somebody>`
      select p.id, p.public_id as "publicId", i.public_id as identity from person p join identity i on i.person_id = p.id
      where p.id = ${recognised[0]?.personId}`.execute(ctx.database);
    return found.rows[0] as Somebody;
  });
}

const els = () => people.els.context;
const open = (one: Somebody) =>
  openCustomer(els(), { id: one.publicId, purpose: 'service' }, async (_, { person, identities }) => ({
    shown: person.publicId,
    handles: identities.map(({ handle }) => handle),
  }));
const says = (one: Somebody, purpose: Purpose, act: Act, strength = 4) =>
  transact(polder.context, 'service', (ctx) => decide(ctx, one.id, { purpose, act, strength }));
const stateFor = (one: Somebody, purpose: Purpose) =>
  transact(polder.context, 'service', (ctx) => stateOf(ctx, one.id, purpose));
const rowsOf = () =>
  transact(polder.context, 'service', async (ctx) => {
    const found = await sql<{ rows: unknown }>`select json_build_array(
      (select json_agg(i order by id) from identity i), (select json_agg(s order by person_id) from person_shown s),
      (select json_agg(p order by id) from person p)) as rows`.execute(ctx.database);
    return found.rows[0]?.rows;
  });
const linesOf = (one: Somebody) =>
  transact(polder.context, 'service', async (ctx) => {
    const found = await sql<{ id: string }>`select a.public_id as id from person_alias a
      where a.undone_at is null and (a.person_id = ${one.id} or a.into_id = ${one.id}) order by a.id`.execute(
      ctx.database,
    );
    return found.rows.map(({ id }) => id);
  });

describe('merging', () => {
  test('shows two as the older one, whichever is named first, and moves nothing', async () => {
    const [fatima, other] = [await meet('fatima'), await meet('fatima-op-x')];
    expect(await merge(els(), { id: other.publicId, otherId: fatima.publicId })).toBe(fatima.publicId);
    expect(await open(other)).toEqual({ shown: fatima.publicId, handles: ['fatima', 'fatima-op-x'] });
    const { rows } = await listCustomers(els(), { search: 'fatima-op' });
    expect(rows.map(({ publicId, identities }) => [publicId, identities])).toEqual([[fatima.publicId, 2]]);
  });

  test('undone gives exactly what was, and does not suggest the two again', async () => {
    const [one, other, third] = [await meet('u-1'), await meet('u-2'), await meet('u-3')];
    await merge(els(), { id: one.publicId, otherId: other.publicId });
    const before = await rowsOf();
    await merge(els(), { id: third.publicId, otherId: one.publicId });
    const [, line = ''] = await linesOf(one);
    await part(els(), line);
    expect(await rowsOf()).toEqual(before);
    await part(els(), line);
    expect(await rowsOf()).toEqual(before);
  });

  test('in a chain is one person; taking the middle away leaves two', async () => {
    const [a, b, c] = [await meet('c-1'), await meet('c-2'), await meet('c-3')];
    await merge(els(), { id: a.publicId, otherId: b.publicId });
    const [first = ''] = await linesOf(a);
    await merge(els(), { id: b.publicId, otherId: c.publicId });
    await merge(els(), { id: c.publicId, otherId: a.publicId });
    expect((await open(c)).handles).toEqual(['c-1', 'c-2', 'c-3']);
    await part(els(), first);
    const [left, right] = [await open(a), await open(b)];
    expect([...left.handles, ...right.handles].sort()).toEqual(['c-1', 'c-2', 'c-3']);
  });

  test('takes the stricter permission of the two, and parting gives nobody back what they had', async () => {
    const [strict, loose] = [await meet('p-1'), await meet('p-2')];
    await says(loose, 'offers', 'give');
    await says(strict, 'listen', 'object', 0);
    await merge(els(), { id: loose.publicId, otherId: strict.publicId });
    const states = async () => [
      await stateFor(strict, 'offers'),
      await stateFor(loose, 'offers'),
      await stateFor(strict, 'listen'),
      await stateFor(loose, 'listen'),
    ];
    const together = await states();
    expect(together).toEqual(['unknown', 'unknown', 'objected', 'objected']);
    const [line = ''] = await linesOf(loose);
    await part(els(), line);
    expect(await states()).toEqual(together);
  });

  test('is refused for somebody who does not want to be recognised elsewhere', async () => {
    const [fatima, other] = [await meet('l-1'), await meet('l-2')];
    await says(other, 'link', 'decline');
    await expect(merge(els(), { id: fatima.publicId, otherId: other.publicId })).rejects.toMatchObject({
      code: 'forbidden.link',
    });
  });

  test('at the same moment from all sides ends as one person with as many lines as are needed', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, (_, i) => meet(`r-${i}`)));
    const pairs = all.flatMap((one, i) => all.slice(i + 1).map((other) => [one, other] as const));
    await Promise.all(
      pairs.map(([one, other], i) =>
        merge(i % 2 ? els() : people.joost.context, { id: one.publicId, otherId: other.publicId }),
      ),
    );
    const shown = new Set(await Promise.all(all.map(async (one) => (await open(one)).shown)));
    expect(shown.size).toBe(1);
    const lines = new Set((await Promise.all(all.map(linesOf))).flat());
    expect(lines.size).toBe(all.length - 1);
  });
});

describe('a suggestion', () => {
  test('says why, strongest first, and is kept away once a colleague said that they are two', async () => {
    const [jan, mail] = [
      await meet('s-jan', { name: 'Jan de Vries' }),
      await meet('jan@s.example', { network: 'mail', name: 'Jan de Vries' }),
    ];
    await claim(els(), jan.publicId, {
      network: 'chat',
      handle: 'jan@s.example',
      evidence: 'zei het in de chat',
    });
    await suggest(polder.context);
    const { rows } = await listSuggestions(els());
    const found = rows.find(({ one }) => one.publicId === jan.publicId);
    expect(found).toMatchObject({
      other: { publicId: mail.publicId },
      reasons: ['same_mail', 'same_name'],
      score: 76,
    });
    await dismiss(els(), found?.publicId ?? '');
    await suggest(polder.context);
    expect(
      (await listSuggestions(els())).rows.find(({ one }) => one.publicId === jan.publicId),
    ).toBeUndefined();
  });

  test('is acted upon by Polder itself only when both proved to hold the address', async () => {
    const prove2 = (one: Somebody, proof: 'verified' | 'confirmed') =>
      prove(els(), { id: one.publicId, identity: one.identity }, { proof, evidence: 'code ingevoerd' });
    const [a, b] = [
      await meet('v@v.example', { network: 'mail' }),
      await meet('v@v.example', { network: 'chat' }),
    ];
    const [c, d] = [
      await meet('w@v.example', { network: 'mail' }),
      await meet('w@v.example', { network: 'chat' }),
    ];
    await prove2(a, 'verified');
    await prove2(b, 'verified');
    await prove2(c, 'verified');
    await prove2(d, 'confirmed');
    await suggest(polder.context);
    expect(await mergeProven(polder.context)).toBe(1);
    expect((await open(b)).shown).toBe(a.publicId);
    expect((await open(d)).shown).toBe(d.publicId);
    expect(await mergeProven(polder.context)).toBe(0);
  });

  test('leaves out whoever does not want to be recognised, and addresses that many share', async () => {
    const [one, other] = [
      await meet('q@q.example', { network: 'mail' }),
      await meet('q@q.example', { network: 'chat' }),
    ];
    await says(one, 'link', 'decline');
    for (const network of ['a', 'b', 'c', 'd', 'e', 'f']) await meet('info@q.example', { network });
    await suggest(polder.context);
    const touched = (await listSuggestions(els())).rows.flatMap((row) => [
      ...row.one.handles,
      ...row.other.handles,
    ]);
    expect(touched).not.toContain('q@q.example');
    expect(touched).not.toContain('info@q.example');
    expect(other.id).not.toBe(one.id);
  });
});

test('the list and the suggestions cost two statements, however many persons there are', async () => {
  polder.statements();
  await listCustomers(els(), { search: 'fatima' });
  expect(polder.statements()).toHaveLength(2);
  await listSuggestions(els());
  expect(polder.statements()).toHaveLength(2);
});
