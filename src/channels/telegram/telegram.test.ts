import { expect, test } from 'vitest';
import type { Attached } from '../channel.ts';
import { happenedIn, type Wanted } from './update.ts';

const asked: Wanted[] = [];
const fetching = async (wanted: readonly Wanted[]): Promise<Attached[]> => {
  asked.push(...wanted);
  return wanted.map(({ name, mediaType, bytes }) => ({
    ...({ name, mediaType, bytes, verdict: 'plain', content: new Uint8Array([1]) } as const),
  }));
};
const fatima = { id: 7001, is_bot: false, first_name: 'Fatima', last_name: 'El A.', username: 'fatima' };
const chat = { id: 7001, type: 'private' };

test('a message in private, with what it answers', async () => {
  const message = {
    ...{ message_id: 12, from: fatima, chat, date: 1_764_000_000, text: 'Hij doet het niet\0' },
    reply_to_message: { message_id: 11 },
  };
  expect(await happenedIn({ update_id: 1, message }, fetching)).toEqual([
    {
      kind: 'said',
      heard: expect.objectContaining({
        ...{ externalId: '7001/12', text: 'Hij doet het niet', author: '7001', authorName: 'Fatima El A.' },
        ...{ replyTo: '7001/11', follows: ['7001/11'], sentAt: '2025-11-24T16:00:00.000Z' },
        facts: { chat: 7001, from: 7001, message: 12, group: false },
      }),
    },
  ]);
});

test('in a group, with a picture: the largest one is asked for, and its words are what stands under it', async () => {
  asked.length = 0;
  const message = {
    ...{
      message_id: 3,
      from: fatima,
      chat: { id: -100, type: 'supergroup', title: 'Straat' },
      date: 1_764_000_000,
    },
    ...{ caption: 'Kijk', photo: [{ file_id: 'klein' }, { file_id: 'groot', file_size: 900 }] },
  };
  const [said] = await happenedIn({ update_id: 2, message }, fetching);
  expect(asked).toEqual([{ id: 'groot', name: 'foto.jpg', mediaType: 'image/jpeg', bytes: 900 }]);
  expect(said).toMatchObject({ heard: { text: 'Kijk', facts: { group: true, chat: -100, from: 7001 } } });
  const bare = await happenedIn({ update_id: 3, message: { ...message, caption: undefined } }, fetching);
  expect(bare).toMatchObject([{ heard: { text: 'foto.jpg' } }]);
});

test('an edit changes what was said; bots, other updates and nonsense say nothing', async () => {
  const edited = {
    message_id: 12,
    from: fatima,
    chat,
    date: 1_764_000_000,
    edit_date: 1_764_000_060,
    text: 'Opgelost',
  };
  expect(await happenedIn({ update_id: 4, edited_message: edited }, fetching)).toEqual([
    { kind: 'edited', externalId: '7001/12', text: 'Opgelost', at: '2025-11-24T16:01:00.000Z' },
  ]);
  const bot = { message_id: 1, from: { ...fatima, is_bot: true }, chat, date: 1, text: 'piep' };
  expect(await happenedIn({ update_id: 5, message: bot }, fetching)).toEqual([]);
  expect(await happenedIn({ update_id: 6, poll: {} }, fetching)).toEqual([]);
  expect(await happenedIn({ update_id: 7, message: { ...bot, from: fatima, text: '' } }, fetching)).toEqual(
    [],
  );
  await expect(happenedIn({ message: 'x' }, fetching)).rejects.toThrow('no-post');
});
