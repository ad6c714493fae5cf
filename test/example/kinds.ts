import type { ExampleMessage, ExampleOrganisation } from './organisation.ts';
import { waterkracht } from './waterkracht.ts';

/** Three organisations out of one half year: one that only sends, one with two pioniers, one that answers for real. */
export const kinds = ['sending', 'pioneers', 'operational'] as const;
export type Kind = (typeof kinds)[number];

/** The two who answered before there was a pilot. */
const pioneers: readonly (string | null)[] = ['els', 'mirjam'];
/** The two at the front desk on whom most of the answering comes down since. */
const carriers: readonly (string | null)[] = ['els', 'joost'];
/** Of the organisation what it would have been, had nobody answered, or only its two pioniers beside their work. */
export function asKind(example: ExampleOrganisation, kind: Kind): ExampleOrganisation {
  if (kind === 'operational') return example;
  const theirs = new Set(
    example.messages.filter(({ employee }) => pioneers.includes(employee)).map(({ thread }) => thread),
  );
  // Where so few answer, fewer people ask.
  const isAsked = ({ thread }: ExampleMessage) =>
    kind === 'sending' || theirs.has(thread) || byChance(thread, 0.65);
  const stays = (message: ExampleMessage) =>
    (message.inbound && isAsked(message)) ||
    isPost(example, message) ||
    (kind === 'pioneers' && pioneers.includes(message.employee));
  return without(example, stays);
}

/** How long ago the two pioniers stopped, where they did. */
export const stoppedWeeks = 13;

/**
 * The half year of the organisation, and after it the months in which its two pioniers answered nobody any more and
 * nobody took it over. Two half years of the same kind laid end to end, the second one without them.
 */
export function whosePioneersStopped(now: Temporal.Instant): ExampleOrganisation {
  const stopped = now.subtract({ hours: stoppedWeeks * 7 * 24 });
  const before = waterkracht(stopped);
  const after = without(
    waterkracht(now, 2),
    ({ inbound, employee, sentAt }) =>
      sentAt >= stopped.toString() && (inbound || !carriers.includes(employee)),
  );
  const later = after.messages.map((message) => ({
    ...message,
    id: `later-${message.id}`,
    thread: `later-${message.thread}`,
    replyTo: message.replyTo === null ? null : `later-${message.replyTo}`,
  }));
  return { ...before, messages: [...before.messages, ...later] };
}

function without(
  example: ExampleOrganisation,
  stays: (message: ExampleMessage) => boolean,
): ExampleOrganisation {
  const messages = example.messages.filter(stays);
  const kept = new Set(messages.map(({ id }) => id));
  return {
    ...example,
    messages: messages.map((message) =>
      message.replyTo !== null && !kept.has(message.replyTo) ? { ...message, replyTo: null } : message,
    ),
    notes: [],
    closures: [],
    assignments: [],
  };
}

/** What nobody asked: the first of its thread. */
function isPost({ messages }: ExampleOrganisation, message: ExampleMessage): boolean {
  return (
    !message.inbound &&
    message.replyTo === null &&
    messages.find(({ thread }) => thread === message.thread) === message
  );
}

/** The same ones every time, whatever order they are asked in. */
function byChance(thread: string, share: number): boolean {
  let hash = 2_166_136_261;
  for (const letter of thread) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619) >>> 0;
  return hash / 2 ** 32 < share;
}
