import type { Actor, Context, Role } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { type AskedOf, mayUnder } from './mandates/holding.ts';

export const actions = [
  'inbox.read',
  'conversation.answer',
  'conversation.close',
  'conversation.assign',
  'conversation.approve',
  'customer.read',
  'customer.change',
  'customer.merge',
  'customer.exchange',
  'customer.define',
  'journey.read',
  'journey.manage',
  'message.receive',
  'import.run',
  'model.manage',
  'segment.manage',
  'backoffice.manage',
  'channel.manage',
  'mailing.write',
  'mailing.approve',
  'mail.manage',
  'heard.write',
  'offer.manage',
  'organisation.manage',
  'pilot.read',
  'pilot.manage',
  'privacy.manage',
] as const;
export type Action = (typeof actions)[number];

const webcare: readonly Action[] = [
  'inbox.read',
  'conversation.answer',
  'conversation.close',
  'conversation.assign',
  'customer.read',
  'customer.change',
  'customer.merge',
  'journey.read',
  'pilot.read',
];

const byRole: Readonly<Record<Role, readonly Action[]>> = {
  administrator: actions,
  colleague: webcare,
  community_manager: [
    ...webcare,
    'conversation.approve',
    'journey.manage',
    'pilot.manage',
    'mailing.write',
    'mailing.approve',
    'heard.write',
    'segment.manage',
    'import.run',
    'model.manage',
  ],
  data_manager: [
    'inbox.read',
    'segment.manage',
    'backoffice.manage',
    'customer.read',
    'customer.merge',
    'customer.exchange',
    'customer.define',
    'journey.read',
    'pilot.read',
    'import.run',
    'model.manage',
    'privacy.manage',
    'offer.manage',
  ],
  director: ['journey.read', 'journey.manage', 'pilot.read', 'pilot.manage'],
};

const byScope: Readonly<Record<string, readonly Action[]>> = {
  'conversations:read': ['inbox.read'],
  'conversations:write': ['inbox.read', 'conversation.answer', 'conversation.close', 'conversation.assign'],
  'messages:write': ['message.receive'],
  'journey:read': ['journey.read'],
  'pilots:read': ['pilot.read'],
  'pilots:write': ['pilot.read', 'pilot.manage'],
  'customers:read': ['customer.read'],
  'customers:write': ['customer.read', 'customer.change', 'customer.merge'],
  'customers:exchange': ['customer.exchange'],
  'privacy:write': ['privacy.manage'],
  'organisation:write': ['organisation.manage'],
  'channels:write': ['channel.manage'],
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
  // What somebody may do with their own data is no role: the pages of /mine know whose data it is.
  if (actor.kind === 'person') return [];
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

/** For what is of the whole organisation: who may do it within one department only may not. */
export function requiresEverywhere(actor: Actor, action: Action): void {
  if (reachOf(actor, action) !== 'everywhere') throw new Refusal('forbidden.action', { action });
}

/** Next to the roles, what the mandate matrix says of whoever acts. Programs and the system stand outside it. */
export async function mayByMandate(ctx: Context, asked: Omit<AskedOf, 'at'>): Promise<boolean> {
  if (ctx.actor.kind !== 'employee') return true;
  return mayUnder(ctx, ctx.actor.employeeId, { ...asked, at: ctx.clock.now() });
}
