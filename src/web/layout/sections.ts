import { type Action, may } from '../../organisation/authority.ts';
import type { Actor } from '../../platform/context.ts';

/** The sections of the house, and what somebody must be allowed to do to open them. */
const needed = {
  inbox: 'inbox.read',
  customers: 'customer.read',
  journey: 'journey.read',
  understanding: 'inbox.read',
  imports: 'import.run',
} as const satisfies Record<string, Action>;

export type SectionName = keyof typeof needed;

/** What the rail shows: a door that stays shut for somebody is not drawn for them. */
export function sectionsFor(actor: Actor): SectionName[] {
  return (Object.keys(needed) as SectionName[]).filter((name) => may(actor, needed[name]));
}
