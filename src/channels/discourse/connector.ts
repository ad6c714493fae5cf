import { z } from 'zod';
import { type FoundThere, type Outgoing, Refused } from '../connection.ts';
import type { Connector, Opening } from '../connector.ts';
import { type Network, openNetwork } from '../network.ts';
import { isSame, keyOfBytes, receivesPushed, signatureOf } from '../pushed.ts';
import { discourse } from './discourse.ts';
import { hasMark, withMark } from './mark.ts';
import { isMarkedGone, nameOfPost, readEvent } from './reading.ts';
import { discourseSecrets, discourseSettings } from './settings.ts';

const me = z.object({ current_user: z.object({ username: z.string() }) });
/** One that waits for a moderator has no id: whether it will stand there, nobody knows yet. */
const made = z.object({ id: z.number() });

/** A forum that runs Discourse. */
export const discourseConnector: Connector = {
  channel: discourse,
  test: 'none',
  form: discourseSettings.extend(discourseSecrets.shape),
  fields: [
    { name: 'url', kind: 'url', fixed: true },
    { name: 'username', kind: 'text' },
    { name: 'apiKey', kind: 'secret' },
    { name: 'secret', kind: 'secret' },
  ],
  nameOf: ({ url }) => new URL(String(url)).host,
  open: (opening) => {
    const settings = discourseSettings.parse(opening.settings);
    const network = networkOf(opening);
    return {
      channel: discourse,
      check: async () => {
        const { data } = me.safeParse(await network.read('/session/current.json'));
        if (data?.current_user.username.toLowerCase() !== settings.username.toLowerCase())
          throw new Refused('sign-in');
        return { as: data.current_user.username, expiresAt: null };
      },
      ...receivesPushed(opening.deliveries, (delivery) =>
        readEvent(delivery, { us: settings.username, isThere: (id) => isThere(network, id) }),
      ),
      nameOf: () => null,
      send: (outgoing) => sendTo(network, outgoing),
      find: (outgoing) => findIn(network, outgoing),
      close: async () => {},
    };
  },
  pushed: (opening) => {
    const { secret } = discourseSecrets.parse(opening.secrets);
    return {
      largest: 1_000_000,
      keeps: ['x-discourse-event', 'x-discourse-event-type'],
      judge: ({ headers, body }) => {
        const given = headers['x-discourse-event-signature'] ?? '';
        const good = isSame(given, `sha256=${signatureOf(secret, [body], 'hex')}`);
        if (!good) return { kind: 'forged' };
        // Which event it is, is not signed: the same bytes are read again when they come as another one.
        const event = (headers['x-discourse-event'] ?? '').slice(0, 60);
        return { kind: 'taken', key: `${keyOfBytes(body)} ${event}` };
      },
    };
  },
};

function networkOf({ settings, secrets, allowed, clock }: Opening): Network {
  const { url, username } = discourseSettings.parse(settings);
  const { apiKey } = discourseSecrets.parse(secrets);
  const headers = async () => ({ 'Api-Key': apiKey, 'Api-Username': username });
  const meaningOf = ({ status }: { status: number }) => {
    const answer = answers.get(status);
    return answer === undefined ? undefined : ({ kind: 'refused', answer } as const);
  };
  return openNetwork({ origin: url, allowed, clock, headers, meaningOf });
}

const notAllowed = 'not-allowed';
const gone = 'not there (any more)';
const answers = new Map([
  [403, notAllowed],
  [404, gone],
  [410, gone],
]);

/**
 * Gone: it is marked so, or the forum does not show it to us any more. A key that does not work says nothing of it.
 * @throws Outage, Refused
 */
async function isThere(network: Network, id: string): Promise<boolean> {
  try {
    const read = await network.read(`/posts/${encodeURIComponent(id)}.json`);
    const { data } = z
      .object({ deleted_at: z.string().nullish(), user_deleted: z.boolean().nullish() })
      .safeParse(read);
    return data !== undefined && !isMarkedGone(data);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // Not shown to us; unless it is our key that is shut out, which this tells.
    if (error.message === notAllowed) await network.read('/session/current.json');
    if (error.message === notAllowed || error.message === gone) return false;
    throw error;
  }
}

async function sendTo(network: Network, { nonce, text, answers }: Outgoing) {
  const { topic, number } = placeOf(answers);
  if (topic === null) return { kind: 'refused', answer: 'no topic to answer in' } as const;
  return network.send({
    path: '/posts.json',
    body: {
      ...{ raw: withMark(text, nonce), topic_id: Number(topic) },
      ...(number === null ? {} : { reply_to_post_number: Number(number) }),
    },
    idIn: (json) => {
      const { data } = made.safeParse(json);
      return data ? nameOfPost(String(data.id)) : null;
    },
  });
}

function placeOf(answers: Outgoing['answers']): { topic: string | null; number: string | null } {
  const text = (value: unknown) => (/^\d{1,20}$/.test(String(value)) ? String(value) : null);
  return { topic: text(answers?.facts.topic), number: text(answers?.facts.number) };
}

const stream = z.object({ post_stream: z.object({ stream: z.array(z.number()) }) });
const posts = z.object({
  post_stream: z.object({ posts: z.array(z.object({ id: z.number(), raw: z.string() })) }),
});
const newest = 50;

/** Looks among the newest posts of the topic for the one with our mark. That it is not there proves nothing. */
async function findIn(network: Network, { nonce, answers }: Outgoing): Promise<FoundThere> {
  const { topic } = placeOf(answers);
  if (topic === null) return { kind: 'absent' };
  try {
    const all = stream.parse(await network.read(`/t/${topic}.json`)).post_stream.stream.slice(-newest);
    const query = new URLSearchParams([
      ...all.map((id) => ['post_ids[]', String(id)]),
      ['include_raw', 'true'],
    ]);
    const read = posts.parse(await network.read(`/t/${topic}/posts.json?${query}`));
    const found = read.post_stream.posts.find(({ raw }) => hasMark(raw, nonce));
    if (found) return { kind: 'there', externalId: nameOfPost(String(found.id)) };
  } catch {
    // Told below.
  }
  return { kind: 'unsure' };
}
