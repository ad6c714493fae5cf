import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../../test/pages.ts';
import { hirePeople, type People } from '../../../../test/people.ts';
import { setRule } from '../../../conversations/approving/ruling.ts';
import { listConflicts } from '../../../conversations/composing/conflicting.ts';
import { type Talk, talk } from '../../../conversations/fixtures/talk.ts';
import { letGo } from '../../../conversations/fixtures/time-passing.ts';
import { openThread } from '../../../conversations/thread.ts';

let database: TestDatabase;
let pages: TestPages;
let people: People;
let els: Visitor;
let joost: Visitor;
let ravi: Visitor;
let asked: Talk;

beforeAll(async () => {
  database = await testDatabase();
  pages = await testPages(database);
  people = await hirePeople(database.context);
  [els, joost, ravi] = await Promise.all([
    pages.visitor(people.els),
    pages.visitor(people.joost),
    pages.visitor(people.ravi),
  ]);
});
afterAll(async () => {
  await pages?.close();
  await database?.close();
});
beforeEach(async () => {
  asked = await talk(database.context, 'Waarom is mijn rekening zo hoog?', { audience: 'public' });
});

const at = () => `/conversations/${asked.id}`;
const version = async () => String((await openThread(people.els.context, asked.id)).version);
const reply = async (text: string, more: Record<string, string> = {}, who = els) =>
  who.post(at(), { act: 'reply', mode: 'public', text, version: await version(), ...more });

async function words(response: Response): Promise<string> {
  const html = (await response.text()).replace(/<script.*?<\/script>/gs, '').replace(/<!--.*?-->/g, '');
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ');
}
const replyIn = async (response: Response) =>
  /name="reply" value="(rp_[^"]+)"/.exec(await response.text())?.[1] ?? '';

describe('three papers', () => {
  it('say what they are, and the one that was written on last lies on top', async () => {
    const page = await words(await els.get(at()));
    for (const one of ['Openbaar antwoord bewaren', 'Privé antwoord bewaren', 'Notitie bewaren'])
      expect(page).toContain(one);
    expect((await els.post(`${at()}/desk`, { do: 'save', mode: 'private', text: 'Dag' })).status).toBe(303);
    const html = await (await els.get(at())).text();
    expect(/<details name="composer" id="reply-private"[^>]*open/.test(html)).toBe(true);
    expect(/<details name="composer" id="reply"[^>]*open/.test(html)).toBe(false);
    expect(html).toContain('>Dag</textarea>');
    expect(await (await joost.get(at())).text()).not.toContain('>Dag</textarea>');
  });

  it('a private conversation has no public one', async () => {
    asked = await talk(database.context, 'Dit is onder ons.');
    expect(await words(await els.get(at()))).not.toContain('Openbaar antwoord bewaren');
    expect((await reply('Dag')).status).toBe(403);
  });
});

describe('without script', () => {
  it('an answer is handed in, taken back, and stands in the field again', async () => {
    expect((await reply('We kijken het na.')).status).toBe(303);
    const id = await replyIn(await els.get(at()));
    expect((await els.post(`${at()}/desk`, { do: 'undo', reply: id })).status).toBe(303);
    const page = await els.get(at());
    expect(await words(page.clone())).toContain('Teruggehaald. Er is niets verstuurd.');
    expect(await page.text()).toContain('>We kijken het na.</textarea>');
    expect(await letGo(database.context)).toBe(0);
  });

  it('a conversation is closed behind an answer on its way at once, and taking that back opens it again', async () => {
    expect(await (await els.get(at())).text()).toContain('Waarom sluit je?');
    await reply('We kijken het na.');
    const html = await (await els.get(at())).text();
    expect(html).toContain('id="close-at-once"');
    expect(html).not.toContain('Waarom sluit je?');
    expect(await (await joost.get(at())).text()).toContain('Waarom sluit je?');
    const closing = { act: 'close', reason: 'answered', version: await version() };
    expect((await els.post(at(), closing)).status).toBe(303);
    expect((await openThread(people.els.context, asked.id)).state).toBe('done');
    const id = await replyIn(await els.get(at()));
    expect((await els.post(`${at()}/desk`, { do: 'undo', reply: id })).status).toBe(303);
    expect((await openThread(people.els.context, asked.id)).state).toBe('open');
    expect(await (await els.get(at())).text()).toContain('>We kijken het na.</textarea>');
  });

  it('an answer to a closed conversation leaves all the same, and it stays closed', async () => {
    await reply('We kijken het na.');
    database.turn.forward({ seconds: 5 });
    const closing = { act: 'close', reason: 'answered', version: await version() };
    expect((await els.post(at(), closing)).status).toBe(303);
    expect(await letGo(database.context)).toBe(1);
    const { state, waitingSince, messages } = await openThread(people.els.context, asked.id);
    expect([state, waitingSince, messages.at(-1)?.kind]).toEqual(['done', null, 'reply']);
  });

  it('the reason is asked when the customer wrote once more, because that is not answered yet', async () => {
    await reply('We kijken het na.');
    database.turn.forward({ minutes: 5 });
    const { author, thread } = asked;
    await talk(database.context, 'En nog iets: wanneer hoor ik het?', { author, thread, audience: 'public' });
    expect(await (await els.get(at())).text()).toContain('Waarom sluit je?');
  });

  it('others see who is writing, and take over knowingly', async () => {
    await els.post(`${at()}/desk`, { do: 'claim' });
    expect(await words(await joost.get(at()))).toContain('Els Bakker schrijft hier');
    const refused = await reply('Ik doe het.', {}, joost);
    expect(refused.status).toBe(409);
    expect(await words(refused)).toContain('Ik weet dat een collega hier schrijft');
    expect((await reply('Ik doe het.', { over: '1' }, joost)).status).toBe(303);
  });

  it('what house rules are about is asked, and goes with a reason that is kept with the rule', async () => {
    const refused = await reply('Mail naar fatima@klant.example, dan krijgt u 25 euro terug!!!');
    expect(refused.status).toBe(409);
    const page = await words(refused);
    expect(page).toContain('Er staan gegevens van iemand in, en iedereen kan meelezen.');
    expect(page).toContain('Je noemt een bedrag dat nog niet in het gesprek stond.');
    const accepted = 'personal-in-public,promise,amount,shouting,link';
    const done = await reply('Mail naar fatima@klant.example, dan krijgt u 25 euro terug!!!', {
      ...{ accepted, why: 'zij vroeg er zelf om' },
    });
    expect(done.status).toBe(303);
    const kept = await listConflicts(people.ravi.context);
    const here = kept.filter(({ conversation }) => conversation === asked.id);
    expect(new Set(here.map(({ outcome }) => outcome))).toEqual(new Set(['stopped', 'sent']));
    expect(here.find(({ outcome }) => outcome === 'sent')?.reason).toBe('zij vroeg er zelf om');
  });

  it('too much for the network does not go', async () => {
    await sql`update channel_account set channel = 'x' where audience = 'public'`.execute(
      database.context.database,
    );
    expect((await reply('a'.repeat(281))).status).toBe(422);
    await sql`update channel_account set channel = 'mail' where audience = 'public'`.execute(
      database.context.database,
    );
  });
});

describe('a second pair of eyes', () => {
  it('sees it with the question, mends it, and it goes as approved', async () => {
    await setRule(people.ravi.context, { kind: 'person', of: people.els.employee.publicId, how: 'always' });
    expect(await words(await els.get(at()))).toContain('Ter goedkeuring geven');
    expect((await reply('We kijken hut na.')).status).toBe(303);
    const id = await replyIn(await ravi.get(at()));
    const decision = { do: 'approve', reply: id, version: await version(), final: 'We kijken het na.' };
    expect((await els.post(`${at()}/desk`, decision)).status).toBe(403);
    expect((await joost.post(`${at()}/desk`, decision)).status).toBe(403);
    expect((await ravi.post(`${at()}/desk`, decision)).status).toBe(303);
    expect(await words(await els.get(at()))).toContain(
      'Aangepast bij het goedkeuren. Dit veranderde: We kijken weg: hut erbij: het na.',
    );
    await letGo(database.context);
    const { messages } = await openThread(people.els.context, asked.id);
    expect(messages.at(-1)).toMatchObject({ text: 'We kijken het na.', author: 'Els Bakker' });
  });

  it('says no and why, and the writer reads that beside the text', async () => {
    await reply('Zoek het zelf uit.');
    const id = await replyIn(await ravi.get(at()));
    const rejected = await ravi.post(`${at()}/desk`, {
      do: 'reject',
      reply: id,
      reason: 'Zo praten wij niet.',
    });
    expect(rejected.status).toBe(303);
    const page = await words(await els.get(at()));
    expect(page).toContain('Een collega keurde dit antwoord af.');
    expect(page).toContain('Zo praten wij niet.');
  });
});
