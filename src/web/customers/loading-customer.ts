import { z } from 'zod';
import { listAssignable } from '../../conversations/assigning.ts';
import { hasOpenCase } from '../../conversations/showing/cases.ts';
import { conversationsNaming } from '../../conversations/showing/naming.ts';
import { ownWordsTo } from '../../conversations/showing/own-words.ts';
import { writtenBy } from '../../conversations/showing/written.ts';
import { type Commerce, commerceOf } from '../../customers/commerce/orders.ts';
import { promisesTo } from '../../customers/commerce/promising.ts';
import type { Customer } from '../../customers/customer.ts';
import { aliasesOf } from '../../customers/identifying/aliases.ts';
import { suggestionsOf } from '../../customers/identifying/suggestions.ts';
import { attributesOf } from '../../customers/keeping/attributes.ts';
import { followUpsOf } from '../../customers/keeping/following-up.ts';
import { minorityOf } from '../../customers/keeping/minor.ts';
import { notesOf } from '../../customers/keeping/noting.ts';
import { relationsOf } from '../../customers/keeping/relating.ts';
import { lookAtCustomer } from '../../customers/looking/looking.ts';
import { correctableRecords } from '../../customers/records.ts';
import { readPlace, timelineKinds, timelineOf, writePlace } from '../../customers/timeline.ts';
import { may } from '../../organisation/authority.ts';
import type { Context, Locale } from '../../platform/context.ts';
import { getContract } from '../../privacy/contract.ts';
import { standingOf } from '../../privacy/standing.ts';
import { timelineSources } from '../../timeline.ts';
import { fallbackTimeZone } from '../layout/time-zone.ts';
import { ledgerView, standingView } from './customer-view.ts';

const pageSize = 20;
const messageAsked = z
  .string()
  .regex(/^\w{1,80}$/)
  .optional()
  .catch(undefined);
const kindAsked = z.enum(timelineKinds).optional().catch(undefined);

interface Asked {
  id: string;
  query: URLSearchParams;
  locale: Locale;
  timeZone: string | undefined;
}

/** Everything on the page of one customer, read in one transaction under the purpose service. */
export async function loadCustomer(ctx: Context, { id, query, locale, timeZone }: Asked) {
  return lookAtCustomer(ctx, { id, purpose: 'service', hasCase: hasOpenCase }, async (ctx, customer) => {
    const { person } = customer;
    const all = person.personIds;
    const kind = kindAsked.parse(query.get('kind') || undefined);
    const before = readPlace(query.get('before'));
    const timeline = await timelineOf(ctx, all, { sources: timelineSources, kind, before, limit: pageSize });
    const mayChange = may(ctx.actor, 'customer.change');
    return {
      person: viewOf(person),
      today: todayIn(ctx, timeZone),
      mayChange,
      mayMerge: may(ctx.actor, 'customer.merge'),
      kind: kind ?? null,
      further: before !== null,
      timeline: timeline.entries.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
      older: timeline.next ? writePlace(timeline.next) : null,
      identities: customer.identities.map(({ id: _, provenAt, ...identity }) => ({
        ...identity,
        provenAt: provenAt?.toISOString() ?? null,
      })),
      records: plain(await correctableRecords(ctx, all)),
      aliases: plain(await aliasesOf(ctx, all)),
      suggestions: plain(await suggestionsOf(ctx, all)),
      notes: plain(await notesOf(ctx, all)),
      followUps: plain(await followUpsOf(ctx, all)),
      attributes: plain(await attributesOf(ctx, all)),
      relations: plain(await relationsOf(ctx, all)),
      ...(await commerceView(ctx, all)),
      ...(await promisesView(ctx, all, { asked: query.get('promise'), mayChange })),
      minority: plain(await minorityOf(ctx, all)),
      written: plain(await writtenBy(ctx, all, 10)),
      colleagues: mayChange ? await listAssignable(ctx, null) : [],
      ...(await contractView(ctx, customer, locale)),
    };
  });
}

export type CustomerView = Awaited<ReturnType<typeof loadCustomer>>;

/** What they bought, with the conversations in which its number was named. */
async function commerceView(ctx: Context, personIds: readonly string[]) {
  const commerce = await commerceOf(ctx, personIds);
  const named = await conversationsNaming(ctx, personIds, numbersOf(commerce));
  return { commerce: plain(commerce), named: plain(Object.fromEntries(named)) };
}

function numbersOf({ orders, invoices, deliveries }: Commerce): string[] {
  return [...new Set([...orders, ...invoices, ...deliveries].map(({ number }) => number))];
}

/** Promises, and the messages of ours in which they stand or may stand. `asked`: the one to begin with. */
async function promisesView(
  ctx: Context,
  personIds: readonly string[],
  { asked, mayChange }: { asked: string | null; mayChange: boolean },
) {
  const promises = await promisesTo(ctx, personIds);
  const begun = asked ? messageAsked.parse(asked) : undefined;
  const also = [...promises.flatMap(({ message }) => message ?? []), ...(begun ? [begun] : [])];
  const words = await ownWordsTo(ctx, personIds, { also, limit: mayChange ? 20 : 0 });
  return {
    promises: plain(promises),
    ownWords: plain(words),
    promising: words.find(({ publicId }) => publicId === begun)?.publicId ?? null,
  };
}

function viewOf({ publicId, name, relation, since }: Customer['person']) {
  return { publicId, name, relation, since: since.toISOString() };
}

async function contractView(ctx: Context, { person, ledger }: Customer, locale: Locale) {
  return {
    standing: (await standingOf(ctx, person.id)).map((one) => standingView(one, locale)),
    version: (await getContract(ctx)).version,
    ledger: ledger.map((row) => ledgerView(row, locale)),
  };
}

/** The day it is where the organisation is. */
export function todayIn(ctx: Context, timeZone: string | undefined): string {
  return ctx.clock
    .now()
    .toZonedDateTimeISO(timeZone ?? fallbackTimeZone)
    .toPlainDate()
    .toString();
}

/** Moments as text, as a page is sent them. */
export type Plain<T> = T extends Date
  ? string
  : T extends readonly (infer Row)[]
    ? Plain<Row>[]
    : T extends object
      ? { [Key in keyof T]: Plain<T[Key]> }
      : T;

export function plain<T>(value: T): Plain<T> {
  return JSON.parse(JSON.stringify(value)) as Plain<T>;
}
