import { type Action, may, reachOf } from '../../organisation/authority.ts';
import type { Actor } from '../../platform/context.ts';

/** The sections of the house, and what somebody must be allowed to do to open them. */
const needed = {
  inbox: 'inbox.read',
  customers: 'customer.read',
  // Doors beside the customers; the rail draws none of these.
  attributes: 'customer.define',
  exchange: 'customer.exchange',
  backoffices: 'backoffice.manage',
  journey: 'journey.read',
  signals: 'inbox.read',
  understanding: 'inbox.read',
  privacy: 'privacy.manage',
  imports: 'import.run',
  mailings: 'mailing.write',
  organisation: 'organisation.manage',
} as const satisfies Record<string, Action>;

export type SectionName = keyof typeof needed;

/** What the rail shows: a door that stays shut for somebody is not drawn for them. */
export function sectionsFor(actor: Actor): SectionName[] {
  return (Object.keys(needed) as SectionName[]).filter((name) =>
    name === 'organisation' ? reachOf(actor, needed[name]) === 'everywhere' : may(actor, needed[name]),
  );
}
