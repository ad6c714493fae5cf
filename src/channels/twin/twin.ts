import type { Channel, Sending } from '../channel.ts';
import { type Connection, Outage, type Outcome, type Outgoing } from '../connection.ts';
import type { Fault, World } from './world.ts';

/** How the simulated channel lets itself be used: every combination that real ones have. */
export type TwinSending = Partial<Sending>;

/** The simulated channel as data. */
export function twinChannel(sending: TwinSending = {}): Channel {
  return {
    key: 'twin',
    name: 'Twin',
    receives: 'poll',
    replies: ['public', 'private'],
    edits: true,
    deletes: true,
    hides: false,
    likes: false,
    media: 0,
    maximumLength: null,
    readOnly: false,
    sending: {
      dedupes: false,
      readBack: 'both',
      visibilityLag: 5000,
      longestCall: 30_000,
      rate: { calls: 60, seconds: 60 },
      ...sending,
    },
  };
}

const page = 20;

/**
 * The simulated twin of a channel: it takes and gives messages as real ones do, and misbehaves as its world says. Its
 * cursor is the number of what was told; what was told before may be told again (`World.told`).
 */
export function openTwin(world: World, channel: Channel = twinChannel()): Connection {
  const { sending } = channel;
  if (!sending) throw new Error('the twin sends');
  return {
    channel,
    check: async () => ({ as: 'twin@waterkracht.example', expiresAt: null }),
    receive: async (cursor) => {
      if (world.nextFault() === 'busy') throw new Outage('429', 1);
      const from = cursor === null ? 0 : Number(cursor);
      const happened = world.told.slice(from, from + page);
      const next = from + happened.length;
      return { happened, unreadable: [], cursor: String(next), more: next < world.told.length };
    },
    reread: async (raw) => [JSON.parse(Buffer.from(raw).toString())],
    waitForMore: async () => {},
    nameOf: () => null,
    send: async (outgoing) => sendTo(world, outgoing, sending),
    find: async ({ nonce }) => {
      if (sending.readBack === 'none' || world.lookFails()) return { kind: 'unsure' };
      const found = world.posts.find((post) => post.nonce === nonce && post.visibleAt <= world.now());
      if (found) return { kind: 'there', externalId: found.externalId };
      return { kind: sending.readBack === 'both' ? 'absent' : 'unsure' };
    },
    close: async () => {},
  };
}

const unknown: Outcome = { kind: 'unknown', answer: 'timed out' };

function sendTo(world: World, outgoing: Outgoing, sending: Sending): Outcome {
  const fault = world.nextFault();
  if (fault === 'refused') return { kind: 'refused', answer: '403' };
  if (fault === 'busy') return { kind: 'later', reason: 'busy', answer: '429', after: 3, account: true };
  if (fault === 'timeout-before' || fault === 'error-before') return { ...unknown, answer: fault };
  const externalId = post(world, outgoing, { sending, fault });
  return fault === 'none' ? { kind: 'sent', externalId, answer: '200' } : { ...unknown, answer: fault };
}

/** Puts it there, or finds what was put there under the same key. */
function post(
  world: World,
  { nonce, text, answers }: Outgoing,
  { sending, fault }: { sending: Sending; fault: Fault },
): string {
  const before = sending.dedupes && world.posts.find((one) => one.nonce === nonce);
  if (before) return before.externalId;
  const at = world.now() + (fault === 'timeout-late' ? sending.longestCall : 0);
  const externalId = `twin:${world.posts.length + 1}`;
  world.posts.push({
    externalId,
    nonce,
    text,
    answers: answers?.externalId ?? null,
    at: at + world.skew,
    visibleAt: at + sending.visibilityLag,
  });
  return externalId;
}
