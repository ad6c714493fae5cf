import type { CompiledCalendar } from '../organisation/calendar.ts';
import { isOpenAt } from '../organisation/calendar.ts';
import { containsHours, isAlwaysOpen } from '../organisation/hours-containment.ts';

/** A calendar of `organisation` by key, and the version of it that was agreed on. */
export interface HoursReference {
  readonly calendar: string;
  readonly version: number;
}

/** Who may see it: everybody, members, or those invited. From wide to narrow. */
export type Visibility = 'open' | 'closed' | 'invite';

/** Before sending: every message is approved, a sample, or none. From tight to loose. */
export type Approval = 'always' | 'sample' | 'none';

export type Period = 'day' | 'week' | 'month';

/**
 * Within which bounds a capability is on. Every field is optional and a missing field restricts nothing;
 * all fields must hold at once. `dates` are inclusive local dates ('YYYY-MM-DD').
 */
export interface Scope {
  readonly channels?: readonly string[];
  readonly hours?: HoursReference;
  readonly departments?: readonly string[];
  readonly people?: readonly string[];
  readonly roles?: readonly string[];
  readonly segments?: readonly string[];
  readonly products?: readonly string[];
  readonly topics?: readonly string[];
  readonly languages?: readonly string[];
  readonly regions?: readonly string[];
  readonly visibility?: Visibility;
  readonly approval?: Approval;
  readonly volumeCap?: { readonly count: number; readonly per: Period };
  readonly purposes?: readonly string[];
  readonly dates?: { readonly from?: string; readonly to?: string };
  readonly budget?: { readonly eur?: number; readonly hours?: number };
}

/** Versions never change, so whoever asks may keep compiled calendars. */
export type FindCalendar = (hours: HoursReference) => CompiledCalendar | undefined;

/** What is about to happen. A list holds everything that applies; one match with the scope is enough. */
export interface Situation {
  /** Epoch seconds. */
  readonly at: number;
  /** The organisation's local date at that moment. */
  readonly date: string;
  readonly findCalendar: FindCalendar;
  readonly channel?: string;
  readonly department?: string;
  readonly person?: string;
  readonly roles?: readonly string[];
  readonly segments?: readonly string[];
  readonly products?: readonly string[];
  readonly topics?: readonly string[];
  readonly language?: string;
  readonly region?: string;
  readonly visibility?: Visibility;
  readonly purpose?: string;
  /** How often it was done already in the running day, week, month. */
  readonly done?: Readonly<Record<Period, number>>;
  readonly spent?: { readonly eur: number; readonly hours: number };
}

/**
 * Is the capability on here and now? What the scope restricts and the situation does not state counts as
 * outside: forgetting to pass a fact must never switch something on. Approval says how, not whether.
 */
export function covers(scope: Scope, situation: Situation): boolean {
  return (
    coversPlace(scope, situation) &&
    coversSubject(scope, situation) &&
    coversTime(scope, situation) &&
    coversAmount(scope, situation)
  );
}

/**
 * Could it be on for whoever this is, somewhere at some time? Looks only at what is stated: a door asks this, and what
 * happens behind it asks `covers`.
 */
export function reaches(scope: Scope, stated: Pick<Situation, 'date'> & Partial<Situation>): boolean {
  const lists = ['departments', 'people', 'roles', 'channels', 'languages', 'regions'] as const;
  const facts = [
    stated.department,
    stated.person,
    stated.roles,
    stated.channel,
    stated.language,
    stated.region,
  ];
  const { from = '', to = '\uffff' } = scope.dates ?? {};
  return (
    lists.every((list, i) => facts[i] === undefined || meets(scope[list], facts[i])) &&
    stated.date >= from &&
    stated.date <= to
  );
}

/** Does `wider` hold all of `narrower`, in every field, with an approval that is equal or looser? */
export function contains(wider: Scope, narrower: Scope, findCalendar: FindCalendar): boolean {
  return (
    listFields.every((field) => containsList(wider[field], narrower[field])) &&
    containsTime(wider, narrower, findCalendar) &&
    visibilities.indexOf(wider.visibility ?? 'open') >= visibilities.indexOf(narrower.visibility ?? 'open') &&
    approvals.indexOf(wider.approval ?? 'none') >= approvals.indexOf(narrower.approval ?? 'none') &&
    containsCap(wider, narrower) &&
    (wider.budget?.eur ?? Infinity) >= (narrower.budget?.eur ?? Infinity) &&
    (wider.budget?.hours ?? Infinity) >= (narrower.budget?.hours ?? Infinity)
  );
}

/**
 * Is `next` a scale-up of `before`: containing it in every field and strictly larger in at least one?
 * Anything else is a change, which scaling a pilot refuses.
 */
export function widens(next: Scope, before: Scope, findCalendar: FindCalendar): boolean {
  return contains(next, before, findCalendar) && !contains(before, next, findCalendar);
}

const listFields = [
  'channels',
  'departments',
  'people',
  'roles',
  'segments',
  'products',
  'topics',
  'languages',
  'regions',
  'purposes',
] as const;

const visibilities: readonly Visibility[] = ['invite', 'closed', 'open'];
const approvals: readonly Approval[] = ['always', 'sample', 'none'];

function coversPlace(scope: Scope, situation: Situation): boolean {
  return (
    meets(scope.channels, situation.channel) &&
    meets(scope.departments, situation.department) &&
    meets(scope.people, situation.person) &&
    meets(scope.roles, situation.roles) &&
    meets(scope.languages, situation.language) &&
    meets(scope.regions, situation.region)
  );
}

function coversSubject(scope: Scope, situation: Situation): boolean {
  return (
    meets(scope.segments, situation.segments) &&
    meets(scope.products, situation.products) &&
    meets(scope.topics, situation.topics) &&
    meets(scope.purposes, situation.purpose) &&
    isSeenByNoMoreThan(scope.visibility ?? 'open', situation.visibility)
  );
}

function coversTime({ hours, dates }: Scope, situation: Situation): boolean {
  if (dates?.from !== undefined && situation.date < dates.from) return false;
  if (dates?.to !== undefined && situation.date > dates.to) return false;
  if (hours === undefined) return true;
  const calendar = situation.findCalendar(hours);
  return calendar !== undefined && isOpenAt(calendar, situation.at);
}

function coversAmount({ volumeCap, budget }: Scope, { done, spent }: Situation): boolean {
  if (volumeCap && !(done && done[volumeCap.per] < volumeCap.count)) return false;
  if (budget?.eur !== undefined && !(spent && spent.eur < budget.eur)) return false;
  return budget?.hours === undefined || (spent !== undefined && spent.hours < budget.hours);
}

function meets(
  allowed: readonly string[] | undefined,
  stated: string | readonly string[] | undefined,
): boolean {
  if (allowed === undefined) return true;
  const values = typeof stated === 'string' ? [stated] : (stated ?? []);
  return values.some((value) => allowed.includes(value));
}

function isSeenByNoMoreThan(widest: Visibility, stated: Visibility | undefined): boolean {
  if (widest === 'open') return true;
  return stated !== undefined && visibilities.indexOf(stated) <= visibilities.indexOf(widest);
}

function containsList(
  wider: readonly string[] | undefined,
  narrower: readonly string[] | undefined,
): boolean {
  return wider === undefined || (narrower?.every((value) => wider.includes(value)) ?? false);
}

function containsTime(wider: Scope, narrower: Scope, findCalendar: FindCalendar): boolean {
  return (
    (wider.dates?.from ?? '') <= (narrower.dates?.from ?? '') &&
    (wider.dates?.to ?? '\uffff') >= (narrower.dates?.to ?? '\uffff') &&
    containsReference(wider.hours, narrower.hours, findCalendar)
  );
}

// No hours and a calendar that is open round the clock mean the same, so neither is larger than the other.
function containsReference(
  wider: HoursReference | undefined,
  narrower: HoursReference | undefined,
  findCalendar: FindCalendar,
): boolean {
  if (wider === undefined) return true;
  if (wider.calendar === narrower?.calendar && wider.version === narrower.version) return true;
  const wide = findCalendar(wider);
  if (wide === undefined) return false;
  if (isAlwaysOpen(wide)) return true;
  const narrow = narrower && findCalendar(narrower);
  return narrow !== undefined && containsHours(wide, narrow);
}

// So many a month is also at most so many a day. Weeks and months cross, so those two do not compare.
function containsCap({ volumeCap: wider }: Scope, { volumeCap: narrower }: Scope): boolean {
  if (wider === undefined) return true;
  if (narrower === undefined) return false;
  return wider.count >= narrower.count && (wider.per === narrower.per || wider.per === 'day');
}
