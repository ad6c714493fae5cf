import { capabilities } from '../../pilots/capability.ts';
import type { Grant } from '../../pilots/granting.ts';
import type { Locale } from '../../platform/words.ts';

interface Naming {
  /** Names of calendars by their key. */
  names: ReadonlyMap<string, string>;
  locale: Locale;
}

/** What a running grant switches on, in plain words. */
export function grantView({ key, capabilities: on, scope, basis, grantedAt }: Grant, naming: Naming) {
  const { names, locale } = naming;
  return {
    key,
    name: on[0] ? capabilities[on[0]][locale].name : key,
    sentences: on.map((capability) => capabilities[capability][locale].sentence),
    scope,
    calendar: scope.hours ? (names.get(scope.hours.calendar) ?? scope.hours.calendar) : null,
    basis,
    since: grantedAt.toISOString(),
  };
}

export type GrantView = ReturnType<typeof grantView>;
