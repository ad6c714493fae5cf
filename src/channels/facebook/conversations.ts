import type { Channel } from '../channel.ts';
import type { Connection, FoundThere, Outcome, Outgoing } from '../connection.ts';
import type { Opening } from '../connector.ts';
import { at, textOf, timeOf } from '../json.ts';
import { findAmong, type Own } from '../looking.ts';
import { heardPlainly, isWhole, listOf } from '../meta/entry.ts';
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
const mostPages = 20;
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
        const conversations = await changedSince(list, from);
        return conversations.flatMap((conversation) => foundIn(conversation, self, from));
      },
    }),
    nameOf: () => null,
    send: (outgoing) => sendMessage(mailbox, opening, outgoing),
    find: async (outgoing): Promise<FoundThere> => {
      try {
        if (!outgoing.to) return { kind: 'unsure' };
        const said = await list({ user_id: outgoing.to.handle, limit: 5 });
        const conversations = listOf(at(said, 'data'));
        const own = conversations.flatMap((one) => messagesIn(one).flatMap((m) => ownIn(m, self)));
        // Whoever writes to us has a conversation: none found is another name for theirs.
        const whole =
          conversations.length > 0 &&
          isWhole(said) &&
          conversations.every((one) => isWhole(at(one, 'messages')));
        return await findAmong(own, { ...outgoing, whole }, opening.heardOf);
      } catch {
        return { kind: 'unsure' };
      }
    },
    close: async () => {},
  };
}

type Listing = (more: Readonly<Record<string, string | number>>) => Promise<unknown>;

/** The last changed come first: page after page, until one that did not change since. */
async function changedSince(list: Listing, from: string): Promise<unknown[]> {
  const found: unknown[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const said = await list({ limit: 50, ...(after === null ? {} : { after }) });
    const here = listOf(at(said, 'data'));
    found.push(...here);
    const oldest = timeOf(at(here.at(-1), 'updated_time'));
    after = textOf(at(said, 'paging.cursors.after'));
    if (isWhole(said) || after === null || oldest === null || oldest < from) break;
  }
  return found;
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
  if (id === null) return [];
  const ours = textOf(at(message, 'from.id')) === self;
  const text = textOf(at(message, 'message')) ?? '';
  return [{ externalId: id, text, at: timeOf(at(message, 'created_time')), ours }];
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
