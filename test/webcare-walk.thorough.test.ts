import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../src/conversations/answering.ts';
import { importFile } from '../src/importing.ts';
import { readDemand } from '../src/insights/demand.ts';
import { makePartitions } from '../src/platform/partitions.ts';
import { say } from '../src/web/inbox/fixtures/saying.ts';
import { shownIn } from '../src/web/journey/fixtures/shown.ts';
import { password, type ServedPolder, servePolder } from './browser/serving.ts';
import { type Caller, caller, signedIn } from './over-http.ts';

/**
 * From the advice to the evening, on the running product over HTTP: most questions come in the evening and stay without
 * an answer; webcare in office hours is started from the one next step; the inbox is open within its hours only; scaling
 * opens the evening; and what stays unanswered there falls.
 */
let polder: ServedPolder;
let ravi: Caller;
let els: Caller;

const day = 86_400_000;
const began = Date.parse('2026-10-06T10:00:00Z');

/** Six weeks: each weekday a question at ten, answered on Mondays only, and three at about half past eight in the evening. */
function history(): string {
  const rows: string[] = [];
  const write = (id: string, kind: string, at: number, replyTo: string, text: string) =>
    rows.push(
      [
        id,
        kind === 'customer' ? `Fatima ${id}` : 'Els',
        kind,
        new Date(at).toISOString(),
        replyTo,
        text,
      ].join(';'),
    );
  for (let back = 42; back > 0; back--) {
    const midnight = Math.floor((began - back * day) / day) * day;
    const weekday = new Date(midnight).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    for (const [n, hour] of [8, 18.5, 18.6, 18.7].entries()) {
      const id = `q${back}-${n}`;
      write(
        id,
        'customer',
        midnight + hour * 3_600_000,
        '',
        `@waterkracht waarom is rekening ${back}${n} zo hoog?`,
      );
    }
    if (weekday === 1)
      write(`a${back}`, 'employee', midnight + 9 * 3_600_000, `q${back}-0`, `Wij kijken het na (${back}).`);
  }
  return ['id;author;author_kind;created_at;reply_to;text', ...rows, ''].join('\r\n');
}

beforeAll(async () => {
  polder = await servePolder();
  polder.database.turn.turnTo('2026-10-06T10:00:00Z');
  const folder = mkdtempSync(path.join(tmpdir(), 'polder-walk-'));
  const file = path.join(folder, 'history.csv');
  writeFileSync(file, history());
  await importFile(polder.database.context, file, { channel: 'x', account: '@waterkracht' });
  rmSync(folder, { recursive: true });
  ravi = await signedIn(polder.address, 'ravi@waterkracht.example', password);
  els = await signedIn(polder.address, 'els@waterkracht.example', password);
});
afterAll(() => polder?.close());

const look = async (who: Caller, address: string) => shownIn(await who.get(address));
const eveningAsked = async () => {
  const { turn, context } = polder.database;
  return readDemand(context, turn.now());
};

let pilot = '';

const plan = (people: ServedPolder['people']) => ({
  ...{ act: 'plan', title: 'Webcare in kantooruren', goal: 'Iedereen krijgt antwoord' },
  ...{ owner: people.els.employee.id, sponsor: people.anneke.employee.id, department: people.departmentId },
  ...{ metric: 'RR', metricName: '', type: 'service', unit: 'share', better: 'higher' },
  ...{ baseline: '0,1', target: '0,6', targetOn: '2026-12-01', unitValue: '4', hours: '20', rate: '45' },
  ...{ means: '+ Twee collega’s\n+ Eén kanaal' },
  ...{ 'p1.days': '60', 'p1.channels': 'x', 'p1.hours': 'office', 'p1.approval': 'any' },
  ...{ 'p2.days': '60', 'p2.channels': 'x', 'p2.hours': 'evenings', 'p2.approval': 'any' },
  ...{ 'p3.days': '60', 'p3.channels': 'x, mail', 'p3.hours': 'weekend', 'p3.approval': 'any' },
});

describe('webcare, from the advice to the evening', () => {
  let conversation = '';

  it('is the one next step, filled in with where and when questions stay without an answer', async () => {
    const journey = await ravi.get('/journey');
    const html = await journey.text();
    expect(html).toContain('/pilots/new?template=CX1');
    const shown = await shownIn(new Response(html));
    expect(shown).toContain('Webcare in kantooruren');
    expect(shown).toContain('tussen 18 en 21 uur');
    const { hours, channel, outside } = await eveningAsked();
    expect([hours?.from, channel?.name]).toEqual([18, 'x']);
    expect(outside.unanswered / outside.asked).toBe(1);
  });

  it('starts from there, with a plan', async () => {
    expect(await look(ravi, '/pilots/new?template=CX1')).toContain('Webcare in kantooruren');
    const idea = {
      title: 'Webcare in kantooruren',
      goal: '',
      area: 'experience',
      template: 'CX1',
      recover: '',
    };
    const made = await ravi.post('/pilots/new', { ...idea, capability: 'inbox.webcare' });
    expect(made.status).toBe(303);
    pilot = made.headers.get('location') ?? '';
    expect((await ravi.post(pilot, { act: 'fit' })).status).toBe(303);
    expect((await ravi.post(pilot, plan(polder.people))).status).toBe(303);
    expect((await ravi.post(pilot, { act: 'start' })).status).toBe(303);
  });

  it('opens the inbox within its hours, and not after them', async () => {
    [conversation = ''] = await say(polder.database.context, [
      { author: 'fatima', text: 'Klopt mijn rekening?' },
    ]);
    expect(await look(els, `/conversations/${conversation}`)).not.toContain('Antwoorden kan hier weer vanaf');
    polder.database.turn.turnTo('2026-10-06T18:30:00Z');
    expect(await look(els, `/conversations/${conversation}`)).toContain('Antwoorden kan hier weer vanaf');
    const refused = answer(polder.people.els.context, conversation, { text: 'Wij kijken het na.' });
    await expect(refused).rejects.toMatchObject({ code: 'forbidden.capability' });
    expect(await look(caller(polder.address), '/intentions')).toContain('09:00-17:00');
  });

  it('is scaled to the evenings by one act, and everything follows', async () => {
    expect((await ravi.post(pilot, { act: 'ask', why: '' })).status).toBe(303);
    expect((await ravi.post(pilot, { act: 'scale', why: 'De vraag ligt in de avond' })).status).toBe(303);
    expect(await look(els, `/conversations/${conversation}`)).not.toContain('Antwoorden kan hier weer vanaf');
    expect(await look(caller(polder.address), '/intentions')).toContain('09:00-22:00');
    expect(
      (await answer(polder.people.els.context, conversation, { text: 'Wij kijken het na.' })).messageId,
    ).toBeTruthy();
  });

  it('leaves fewer questions of the evening without an answer, week after week', async () => {
    const before = await eveningAsked();
    for (let n = 1; n <= 28; n++) {
      const evening = new Date(Date.parse('2026-10-06T18:30:00Z') + n * day);
      if (evening.getUTCDay() === 0 || evening.getUTCDay() === 6) continue;
      polder.database.turn.turnTo(evening.toISOString());
      await makePartitions(polder.database.context);
      const asked = [1, 2, 3].map((one) => ({
        author: `henk-${n}-${one}`,
        text: `Waarom is rekening ${n}${one} zo hoog?`,
      }));
      const ids = await say(polder.database.context, asked);
      polder.database.turn.turnTo(new Date(evening.getTime() + 900_000).toISOString());
      for (const id of ids)
        await answer(polder.people.els.context, id, { text: `Wij kijken het na (${id}).` });
    }
    polder.database.turn.turnTo('2026-11-03T19:30:00Z');
    const after = await eveningAsked();
    expect(before.unanswered).toBeGreaterThan(50);
    expect(after.unanswered).toBeLessThan(before.unanswered / 4);
    const shown = await look(ravi, '/journey');
    expect(shown).not.toContain('tussen 18 en 21 uur');
    expect(await look(ravi, pilot)).toContain('Webcare in kantooruren');
  });
});
