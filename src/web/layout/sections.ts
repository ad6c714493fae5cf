import { type Action, may, reachOf } from '../../organisation/authority.ts';
import type { Actor } from '../../platform/context.ts';
import { neededAt } from '../../switches.ts';
import { urls } from '../../urls.ts';

/** The sections of the house, and what somebody must be allowed to do to open them. */
const needed = {
  inbox: 'inbox.read',
  customers: 'customer.read',
  // Doors beside the customers; the rail draws none of these.
  attributes: 'customer.define',
  exchange: 'customer.exchange',
  backoffices: 'backoffice.manage',
  journey: 'journey.read',
  reports: 'journey.read',
  pilots: 'pilot.read',
  signals: 'inbox.read',
  understanding: 'inbox.read',
  privacy: 'privacy.manage',
  imports: 'import.run',
  mailings: 'mailing.write',
  organisation: 'organisation.manage',
} as const satisfies Record<string, Action>;

export type SectionName = keyof typeof needed;

/** Where a section begins, for those that a capability can close. */
const places: Readonly<Partial<Record<SectionName, string>>> = {
  inbox: urls.inbox(),
  customers: urls.customers(),
  attributes: urls.customerAttributes(),
  exchange: urls.customerFiles(),
  backoffices: urls.backoffices(),
  journey: urls.journey(),
  reports: urls.reports(),
  pilots: urls.pilots(),
  signals: urls.signals(),
  understanding: urls.understanding(),
  imports: urls.imports(),
};

/**
 * What the rail shows: a door that stays shut for somebody is not drawn for them, nor one of a capability that is off
 * (`open` are those that are on for them; left out: all).
 */
export function sectionsFor(actor: Actor, open?: ReadonlySet<string>): SectionName[] {
  return (Object.keys(needed) as SectionName[]).filter((name) => {
    const capability = neededAt('pages', places[name] ?? '');
    if (open && capability && !open.has(capability)) return false;
    return name === 'organisation' ? reachOf(actor, needed[name]) === 'everywhere' : may(actor, needed[name]);
  });
}
