/** What an endpoint can hear of, by the name under which it is sent. All are told of a conversation. */
export const types = [
  'conversation.opened',
  'conversation.continued',
  'conversation.answered',
  'conversation.not-sent',
  'conversation.noted',
  'conversation.assigned',
  'conversation.routed',
  'conversation.marked',
  'conversation.prioritised',
  'conversation.handed-over',
  'conversation.snoozed',
  'conversation.woken',
  'conversation.merged',
  'conversation.split',
  'conversation.closed',
  'conversation.reopened',
  'conversation.rated',
] as const;
export type Type = (typeof types)[number];

/** Sent for a rule that names the endpoint, whatever else that hears of; and to see whether it works. */
export const ruleType = 'rule.held';
export const testType = 'webhook.test';

/** What is sent: what happened, when, and how to ask for the rest. No words, no names. */
export interface Payload {
  type: string;
  timestamp: string;
  data: Readonly<Record<string, string | number | null>>;
}

export function bodyOf({ type, timestamp, data }: Payload): string {
  return JSON.stringify({ type, timestamp, data });
}
