import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { registerAccount, utterance } from '../../../test/portrait.ts';
import { transact } from '../../platform/context.ts';
import { hear } from '../hearing.ts';
import type { Utterance } from '../message.ts';
import { watchBursts } from './bursting.ts';

const minute = 60_000;
const began = Date.parse('2026-11-21T00:00:00Z');
const matters = ['rekening', 'monteur', 'zonnepanelen', 'contract', 'verhuizing', 'warmtepomp', 'laadpaal'];

const said = (at: number, { author, text }: { author: string; text: string }, id: string): Utterance =>
  utterance(id, { text, author, sentAt: new Date(at) });

/** Three days of ten messages an hour, with two topics that rise, one of them twice, and a night without a word. */
function threeDays(): Utterance[] {
  const ordinary = Array.from({ length: 72 * 10 }, (_, n) =>
    said(
      began + n * 6 * minute + 4 * minute,
      { author: `@klant-${n % 97}`, text: `vraag over ${matters[(n * 5) % 7]} en ${matters[(n * 3) % 7]}` },
      `ordinary-${n}`,
    ),
  ).filter(({ sentAt }) => (sentAt?.getUTCHours() ?? 0) >= 3);
  const rising = [
    { hour: 50, text: 'stroomuitval leeuwarden' },
    { hour: 53, text: 'stroomuitval leeuwarden' },
    { hour: 61, text: 'gaslucht dokkum' },
  ].flatMap(({ hour, text }) =>
    Array.from({ length: 20 }, (_, n) =>
      said(
        began + (hour * 60 + 5) * minute + n * minute,
        { author: `@meld-${n}`, text: `${text} ${['hier', 'alweer', 'help'][n % 3]}` },
        `${text}-${hour}-${n}`,
      ),
    ),
  );
  return [...ordinary, ...rising];
}

/** What was told, when somebody looked at these moments. */
async function toldTo(moments: readonly number[]): Promise<unknown[]> {
  const polder = await testDatabase({ at: '2026-11-24T10:00:00Z' });
  const { context } = polder;
  const account = await registerAccount(context, '@waterkracht');
  await hear(context, { account, utterances: threeDays() });
  for (const moment of moments) {
    polder.turn.turnTo(new Date(moment).toISOString());
    await watchBursts(context);
  }
  const told = await transact(context, 'listen', (ctx) =>
    sql`select language, terms, from_at, last_at, messages, persons, round(expected::numeric, 3) as expected,
      (select count(*)::int from burst_message m where m.burst_id = b.id) as kept
      from burst b order by from_at, id`.execute(ctx.database),
  );
  await polder.close();
  return told.rows;
}

test('many hours read together tell the same as each hour when it is over, and as some now and then', async () => {
  const end = began + 72 * 60 * minute + 3 * minute;
  const hourly = Array.from({ length: 72 }, (_, n) => began + ((n + 1) * 60 + 3) * minute);
  const together = await toldTo([end]);
  expect(together.length).toBeGreaterThanOrEqual(2);
  expect(JSON.stringify(together)).toMatch(/stroomuitval.*gaslucht/s);
  expect(await toldTo(hourly)).toEqual(together);
  expect(await toldTo([...hourly.filter((_, n) => n % 7 === 2), end])).toEqual(together);
});
