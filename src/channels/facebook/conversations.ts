import type { Channel } from '../channel.ts';
import type { Connection, FoundThere, Outcome, Outgoing } from '../connection.ts';
import type { Opening } from '../connector.ts';
import { at, textOf, timeOf } from '../json.ts';
import { findAmong, type Own } from '../looking.ts';
import { heardPlainly, listOf } from '../meta/entry.ts';
import type { Graph } from '../meta/graph.ts';
import type { Double } from '../network.ts';
import { type Found, receivesByAsking } from '../polling.ts';

/** Whose conversations, and over which of Meta's services. */
export interface Mailbox {
  readonly channel: Channel;
  readonly graph: Graph;
  readonly owner: string;
  readonly platform: 'messenger' | 'instagram';
  /** Who we are in those conversations, where that is not `owner`. */
  readonly self: string;
  check: Connection['check'];
}

/** After the last message of a customer so long free words may be sent; milliseconds. */
const window = 24 * 3600_000;
const pause = 20_000;
const fields = 'updated_time,messages.limit(25){id,message,from,created_time}';

/** Private messages to a page or a professional account: asked for, because only one address of an app is handed them. */
export function openConversations(mailbox: Mailbox, opening: Opening, double: Double): Connection {
  const { channel, graph, owner, platform, self } = mailbox;
  const list = (more: Readonly<Record<string, string | number>>) =>
    graph.read(`/${owner}/conversations`, { platform, fields, ...more });
  return {
    channel,
    check: mailbox.check,
    ...receivesByAsking({
      clock: opening.clock,
      pause: double.pause ?? pause,
      since: async (from) => {
        const said = await list({ limit: 50 });
        return listOf(at(said, 'data')).flatMap((conversation) => foundIn(conversation, self, from));
      },
    }),
    nameOf: () => null,
    send: (outgoing) => sendMessage(mailbox, opening, outgoing),
    find: async (outgoing): Promise<FoundThere> => {
      try {
        if (!outgoing.to) return { kind: 'unsure' };
        const said = await list({ user_id: outgoing.to.handle, limit: 5 });
        const own = listOf(at(said, 'data')).flatMap((one) => messagesIn(one).flatMap((m) => ownIn(m, self)));
        return await findAmong(own, outgoing, opening.heardOf);
      } catch {
        return { kind: 'unsure' };
      }
    },
    close: async () => {},
  };
}

async function sendMessage(
  { graph, owner }: Mailbox,
  { clock }: Opening,
  outgoing: Outgoing,
): Promise<Outcome> {
  const { to, text, answers } = outgoing;
  if (!to) return { kind: 'refused', answer: 'nothing-to-answer' };
  const last = Date.parse(String(answers?.facts.at ?? ''));
  if (clock.now().epochMilliseconds - last > window) return { kind: 'refused', answer: 'window-closed' };
  return graph.send({
    path: `/${owner}/messages`,
    body: { recipient: { id: to.handle }, messaging_type: 'RESPONSE', message: { text } },
    idIn: (json) => textOf(at(json, 'message_id')),
  });
}

const messagesIn = (conversation: unknown) => listOf(at(conversation, 'messages.data'));

function ownIn(message: unknown, self: string): Own[] {
  const id = textOf(at(message, 'id'));
  if (id === null || textOf(at(message, 'from.id')) !== self) return [];
  return [
    { externalId: id, text: textOf(at(message, 'message')) ?? '', at: timeOf(at(message, 'created_time')) },
  ];
}

function foundIn(conversation: unknown, self: string, from: string): Found[] {
  const thread = textOf(at(conversation, 'id'));
  return messagesIn(conversation).flatMap((message): Found[] => {
    const said = (path: string) => textOf(at(message, path));
    const id = said('id');
    const when = timeOf(at(message, 'created_time'));
    const text = said('message')?.slice(0, 50_000) ?? null;
    const author = said('from.id');
    if (id === null || when === null || when < from || text === null || author === self) return [];
    const heard = heardPlainly({
      ...{ externalId: id, text, author, name: said('from.name') ?? said('from.username'), sentAt: when },
      ...{ replyTo: null, thread: thread ?? author, facts: { at: when } },
    });
    return [{ key: id, at: when, happened: [{ kind: 'said', heard }] }];
  });
}
