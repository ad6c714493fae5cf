import type { Actor, Role } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';

export const actions = [
  'inbox.read',
  'conversation.answer',
  'conversation.close',
  'conversation.assign',
  'customer.read',
  'journey.read',
  'message.receive',
  'import.run',
  'model.manage',
  'organisation.manage',
] as const;
export type Action = (typeof actions)[number];

const webcare: readonly Action[] = [
  'inbox.read',
  'conversation.answer',
  'conversation.close',
  'conversation.assign',
  'customer.read',
  'journey.read',
];

const byRole: Readonly<Record<Role, readonly Action[]>> = {
  administrator: actions,
  colleague: webcare,
  community_manager: [...webcare, 'import.run', 'model.manage'],
  data_manager: ['inbox.read', 'customer.read', 'journey.read', 'import.run', 'model.manage'],
  director: ['journey.read'],
};

const byScope: Readonly<Record<string, readonly Action[]>> = {
  'conversations:read': ['inbox.read'],
  'conversations:write': ['inbox.read', 'conversation.answer', 'conversation.close', 'conversation.assign'],
  'messages:write': ['message.receive'],
};
export const keyScopes: readonly string[] = Object.keys(byScope);

/** Where an actor may do something: everywhere, or only in these departments. */
export type Reach = 'everywhere' | readonly string[];

/**
 * The one authorisation rule. Pages, API, lists, counts, live stream and downloads all ask it; lists turn the
 * answer into the query, so that a list and a single row can never disagree.
 */
export function reachOf(actor: Actor, action: Action): Reach {
  if (actor.kind === 'system') return 'everywhere';
  if (actor.kind === 'key') return actor.scopes.some((s) => byScope[s]?.includes(action)) ? 'everywhere' : [];
  const grants = actor.roles.filter((grant) => byRole[grant.role].includes(action));
  if (grants.some((grant) => grant.departmentId === null)) return 'everywhere';
  return grants.flatMap((grant) => grant.departmentId ?? []);
}

/** Work without a department is open to whoever may do the action anywhere. */
export function may(actor: Actor, action: Action, departmentId: string | null = null): boolean {
  const reach = reachOf(actor, action);
  if (reach === 'everywhere') return true;
  return departmentId === null ? reach.length > 0 : reach.includes(departmentId);
}

export function requires(actor: Actor, action: Action, departmentId: string | null = null): void {
  if (!may(actor, action, departmentId)) throw new Refusal('forbidden.action', { action });
}
