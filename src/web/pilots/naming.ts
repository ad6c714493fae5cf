import { calendarNames } from '../../organisation/calendars.ts';
import { type Names, readNames } from '../../organisation/names.ts';
import { type Capability, capabilities } from '../../pilots/capability.ts';
import type { Scope } from '../../pilots/scope.ts';
import type { Context, Locale } from '../../platform/context.ts';

export interface Naming extends Names {
  readonly calendars: ReadonlyMap<string, string>;
}

/** What the numbers in a scope are called. Three statements, however many pilots. */
export async function readNaming(ctx: Context): Promise<Naming> {
  return { ...(await readNames(ctx)), calendars: await calendarNames(ctx) };
}

/** The scope with names instead of numbers, as the words of a scope want it. */
export function scopeView(scope: Scope, { calendars, departments, people }: Naming) {
  const named: Scope = {
    ...scope,
    ...(scope.departments && { departments: scope.departments.map((id) => departments.get(id) ?? id) }),
    ...(scope.people && { people: scope.people.map((id) => people.get(id) ?? id) }),
  };
  return {
    scope: named,
    calendar: scope.hours ? (calendars.get(scope.hours.calendar) ?? scope.hours.calendar) : null,
  };
}

export function capabilityNames(keys: readonly Capability[], locale: Locale): string[] {
  return keys.map((key) => capabilities[key][locale].name);
}
