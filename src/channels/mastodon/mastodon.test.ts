import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Clock, systemClock, turnedClock } from '../../platform/clock.ts';
import type { Connection, Happened, Outgoing } from '../connection.ts';
import { keepsTheContract } from '../fixtures/contract.ts';
import { type MastodonDouble, mastodonDouble } from './fixtures/double.ts';
import { openMastodon } from './opening.ts';
import { textOf, visibilityOf } from './sending.ts';
import { wordsOf } from './status.ts';

function openAt(
  double: MastodonDouble,
  settings: { tags?: string[]; words?: string[]; token?: string; clock?: Clock } = {},
) {
  const { token = double.token, clock = systemClock, ...rest } = settings;
  return openMastodon({
    settings: { handle: 'waterkracht@waterkracht.example', server: double.url, tags: [], words: [], ...rest },
    secrets: { token },
    clock,
    allowed: [double.host],
  });
}

keepsTheContract('Mastodon that streams', async () => {
  const double = await mastodonDouble();
  const connection = openAt(double);
  return {
    connection,
    say: async (text, answers) => double.say(text, { in_reply_to_id: answers ?? null }).id,
    seen: async () => double.posts.filter(({ account }) => account.id === '1').map(({ text }) => text),
    close: async () => {
      await connection.close();
      await double.close();
    },
  };
});

describe('a server with the API of Mastodon', () => {
  let double: MastodonDouble;
  beforeAll(async () => {
    double = await mastodonDouble({ streams: false });
  });
  afterAll(() => double?.close());

  const answerTo = (id: string, more: Partial<Outgoing> = {}): Outgoing => ({
    ...({ nonce: 'me_1', attempt: 1, audience: 'public', locale: 'nl' } as const),
    text: 'Donderdag tussen 9 en 11 uur.',
    to: { handle: 'fatima@elders.example', name: 'Fatima' },
    answers: { externalId: id, facts: { id, visibility: 'unlisted', acct: 'fatima@elders.example' } },
    writtenAt: new Date().toISOString(),
    ...more,
  });

  async function allAfter(connection: Connection, cursor: string | null) {
    const page = await connection.receive(cursor);
    const ids = page.happened.map((one: Happened) =>
      one.kind === 'said' ? `said ${one.heard.externalId}` : `${one.kind} ${one.externalId}`,
    );
    return { ids, happened: page.happened, cursor: page.cursor, unreadable: page.unreadable };
  }

  test('tells everything that came, however much, from the oldest on', async () => {
    const connection = openAt(double);
    const { cursor } = await allAfter(connection, null);
    const said = Array.from({ length: 70 }, (_, n) => double.say(`Vraag ${n}`).id);
    const page = await allAfter(connection, cursor);
    expect(page.ids).toEqual(said.map((id) => `said ${id}`));
    expect((await allAfter(connection, page.cursor)).ids).toEqual([]);
    await connection.close();
  });

  test('tells hits of tags and words, what changed and what was taken back', async () => {
    const connection = openAt(double, { tags: ['#storing'], words: ['waterkracht'] });
    const { cursor } = await allAfter(connection, null);
    const tagged = double.say('Weer een #storing in de straat', { named: false });
    const worded = double.say('Is Waterkracht goed?', { named: false });
    double.say('Mooi weer', { named: false });
    const first = await allAfter(openAt(double, { tags: ['#storing'], words: ['waterkracht'] }), cursor);
    expect(first.ids).toEqual([`said ${tagged.id}`, `said ${worded.id}`]);
    tagged.content = '<p>Weer een #storing, nu opgelost</p>';
    tagged.edited_at = '2026-11-24T11:00:00Z';
    double.posts.splice(double.posts.indexOf(worded), 1);
    const clock = turnedClock('2026-11-24T10:00:00Z');
    const look = (from: string) =>
      allAfter(openAt(double, { tags: ['#storing'], words: ['waterkracht'], clock }), from);
    const second = await look(first.cursor);
    // Once not there is no proof.
    expect(second.ids).toEqual([`edited ${tagged.id}`]);
    expect(second.happened[0]).toMatchObject({ text: 'Weer een #storing, nu opgelost' });
    expect((await look(second.cursor)).ids).toEqual([]);
    clock.forward({ minutes: 15 });
    tagged.visibility = 'a kind that nobody knows';
    const third = await look(second.cursor);
    expect(third.ids).toEqual([`removed ${worded.id}`]);
    expect((await look(third.cursor)).ids).toEqual([]);
    expect(await connection.gone?.([tagged.id, worded.id])).toEqual([worded.id]);
  });

  test('answers once, in the thread, no wider than what it answers, and names whom it answers', async () => {
    const connection = openAt(double);
    const asked = double.say('Wanneer komt de monteur?', { visibility: 'unlisted' });
    const outgoing = answerTo(asked.id, { nonce: 'me_once' });
    await connection.send(answerTo(asked.id, { nonce: 'me_warm', text: 'Warm' }));
    double.faults.push(200);
    expect((await connection.send(outgoing)).kind).toBe('unknown');
    const cut = answerTo(asked.id, { nonce: 'me_cut' });
    double.faults.push('cut-after');
    expect((await connection.send(cut)).kind).toBe('unknown');
    expect(await connection.find(cut)).toMatchObject({ kind: 'there' });
    expect(await connection.send(cut)).toMatchObject({ kind: 'sent' });
    const stands = double.posts.filter(({ text }) => text.includes('Donderdag'));
    expect(stands).toEqual([
      expect.objectContaining({
        ...{ text: '@fatima@elders.example Donderdag tussen 9 en 11 uur.', visibility: 'unlisted' },
        in_reply_to_id: asked.id,
      }),
    ]);
    expect(await connection.find(answerTo(asked.id, { text: 'Nooit verzonden' }))).toEqual({
      kind: 'unsure',
    });
    for (const theirs of ['public', 'unlisted', 'private', 'direct'])
      expect(
        visibilityOf(answerTo('1', { answers: { externalId: '1', facts: { visibility: theirs } } })),
      ).toBe(theirs);
    expect(visibilityOf({ audience: 'private', answers: null })).toBe('direct');
    expect(visibilityOf({ audience: 'public', answers: { externalId: '1', facts: {} } })).toBe('unlisted');
  });

  test('what only few may read there is told as such', async () => {
    const connection = openAt(double);
    const { cursor } = await allAfter(connection, null);
    for (const visibility of ['public', 'unlisted', 'private', 'direct']) double.say('Vraag', { visibility });
    const { happened } = await allAfter(connection, cursor);
    expect(happened.map((one) => (one.kind === 'said' ? one.heard.audience : one))).toEqual([
      ...[undefined, undefined, 'private', 'private'],
    ]);
  });

  test('a server that gives one post at a time is asked for few of them, in turn', async () => {
    const old = await mastodonDouble({ streams: false, givesMany: false });
    const clock = turnedClock('2026-11-24T10:00:00Z');
    const connection = openAt(old, { clock });
    let { cursor } = await allAfter(connection, null);
    for (let n = 0; n < 12; n += 1) old.say(`Vraag ${n}`);
    for (let n = 0; n < 4; n += 1) {
      clock.forward({ minutes: 1 });
      ({ cursor } = await allAfter(connection, cursor));
    }
    const ones = old.asked.filter((path) => path !== '/api/v1/statuses');
    // The first look has nothing to look for; then five a minute, and the one try for several.
    expect(ones).toHaveLength(15);
    expect(new Set(ones).size).toBeGreaterThan(9);
    expect(old.asked).toHaveLength(16);
    expect(await connection.mostGone?.()).toBe(50);
    expect(await openAt(double).mostGone?.()).toBeNull();
    await old.close();
  });

  test('names whom it answers unless the whole name stands there as a word of its own', () => {
    const named = (acct: string, text: string) =>
      textOf({ text, to: null, answers: { externalId: '1', facts: { acct } } });
    for (const text of [
      ...['Mail info@janssen.nl', 'Zie https://w.example/@jan', 'Dag @jan@elders.example', 'Dag @janneke'],
      ...['Dag @jan.nl', 'Dag jan'],
    ])
      expect(named('jan', text)).toBe(`@jan ${text}`);
    for (const text of ['Dag @Jan.', '@jan, dag', '(@jan)', 'Dag @jan'])
      expect(named('jan', text)).toBe(text);
    expect(named('jan@a.example', 'Dag @jan')).toBe('@jan@a.example Dag @jan');
    expect(named('jan@a.example', 'Dag @jan@a.example.nl')).toContain('@jan@a.example Dag');
    expect(named('jan@a.example', 'Dag @jan@a.example!')).toBe('Dag @jan@a.example!');
  });

  test('says what is wrong: no rights, too busy, too long, a stranger’s key', async () => {
    const connection = openAt(double);
    await connection.check();
    await expect(openAt(double, { token: 'fout' }).check()).rejects.toMatchObject({
      name: 'Refused',
      message: 'sign-in',
    });
    const asked = double.say('Hallo?');
    await connection.send(answerTo(asked.id, { nonce: 'me_first' }));
    double.faults.push(429);
    expect(await connection.send(answerTo(asked.id))).toMatchObject({
      kind: 'later',
      after: 7,
      account: true,
    });
    double.faults.push(429);
    await expect(connection.receive(null)).rejects.toMatchObject({ name: 'Outage', after: 7 });
    const long = answerTo(asked.id, { text: 'a'.repeat(501) });
    expect(await connection.send(long)).toEqual({ kind: 'refused', answer: 'too-long' });
    const gone = answerTo('999', { nonce: 'me_gone' });
    expect(await connection.send(gone)).toMatchObject({ kind: 'refused' });
    const stranger = openMastodon({
      settings: { handle: 'iemand@anders.example', server: double.url, tags: [], words: [] },
      ...{ secrets: { token: double.token }, clock: systemClock, allowed: [double.host] },
    });
    await expect(stranger.check()).rejects.toMatchObject({ name: 'Refused', message: 'other-account' });
  });

  test('reads what servers write: links, names, lines, warnings, and nothing that runs', () => {
    const content =
      '<p><span class="h-card"><a href="https://w.example/@w" class="u-url mention">@<span>waterkracht</span></a></span> kapot<br>Zie <a href="https://w.example/een/heel/lang/pad"><span class="invisible">https://</span><span class="ellipsis">w.example/een</span></a> <a href="https://w.example/tags/storing" class="mention hashtag">#<span>storing</span></a></p><p>Groet<script>alert(1)</script></p>';
    const one = {
      ...{
        id: '1',
        uri: '',
        account: { id: '2', acct: 'f', display_name: '', bot: false },
        visibility: 'public' as const,
      },
      ...{ content, spoiler_text: 'Stroom', created_at: '', edited_at: null, in_reply_to_id: null },
      ...{ in_reply_to_account_id: null, media_attachments: [] },
    };
    const words = wordsOf(one);
    expect(words).toMatch(
      /^Stroom\n\n@waterkracht kapot\nZie .*https:\/\/w\.example\/een\/heel\/lang\/pad.* #storing/,
    );
    expect(words).not.toContain('alert');
    expect(words).not.toContain('tags/storing');
  });
});
