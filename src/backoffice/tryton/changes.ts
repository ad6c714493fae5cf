import type { Kind } from '../backoffice.ts';
import { Refused } from '../backoffice.ts';
import type { Call } from './session.ts';
import { asMoment, momentOf, type Row, type Value } from './values.ts';

export const perPage = 200;

/** How late a change may be committed after the time it is marked with. */
const overlapSeconds = 60;

/**
 * A pass goes through all that changed since `since` by rising id; `upto` is the newest change there was when it
 * began. The next pass starts there, a little earlier for what was committed late: some is told twice, nothing never.
 */
interface Cursor {
  readonly since: string | null;
  readonly after: number;
  readonly upto: string | null;
}

interface Watched {
  readonly model: string;
  /** What belongs to it and changes by itself: field and model. */
  readonly parts: Readonly<Record<string, string>>;
  readonly only: readonly Value[];
}

export const watched: Readonly<Record<Kind, Watched>> = {
  customers: {
    model: 'party.party',
    parts: { addresses: 'party.address', contact_mechanisms: 'party.contact_mechanism' },
    only: [],
  },
  orders: {
    model: 'sale.sale',
    parts: {},
    only: [
      ['state', 'in', ['confirmed', 'processing', 'done', 'cancelled']],
      ['number', '!=', null],
    ],
  },
  invoices: {
    model: 'account.invoice',
    parts: {},
    only: [
      ['type', '=', 'out'],
      ['state', 'in', ['posted', 'paid', 'cancelled']],
      ['number', '!=', null],
    ],
  },
  deliveries: {
    model: 'stock.shipment.out',
    parts: {},
    only: [
      ['state', '!=', 'draft'],
      ['number', '!=', null],
    ],
  },
};

export interface Changes {
  readonly rows: readonly Row[];
  readonly cursor: string;
  readonly more: boolean;
}

/** The next page of what changed. @throws Outage, Refused */
export async function changesOf(
  call: Call,
  kind: Kind,
  { cursor, fields }: { cursor: string | null; fields: readonly string[] },
): Promise<Changes> {
  let from = readCursor(cursor);
  if (from.after === 0) from = { ...from, upto: await newest(call, kind) };
  const found = await call(
    `model.${watched[kind].model}.search_read`,
    [...watched[kind].only, ...changedSince(kind, from.since), ['id', '>', from.after]],
    0,
    perPage,
    [['id', 'ASC']],
    ['id', ...fields],
  );
  const rows = (Array.isArray(found) ? found : []) as readonly Row[];
  const more = rows.length === perPage;
  const next: Cursor = more
    ? { ...from, after: rows.at(-1)?.id ?? 0 }
    : { since: earlier(from.upto) ?? from.since, after: 0, upto: null };
  return { rows, cursor: JSON.stringify(next), more };
}

/** write_date is empty until something is changed for the first time. */
function changedSince(kind: Kind, since: string | null): readonly Value[] {
  if (!since) return [];
  const moment = asMoment(since);
  const paths = ['', ...Object.keys(watched[kind].parts).map((field) => `${field}.`)];
  const either = paths.flatMap((path) => [
    [`${path}write_date`, '>=', moment],
    [`${path}create_date`, '>=', moment],
  ]);
  return [['OR', ...either]];
}

async function newest(call: Call, kind: Kind): Promise<string | null> {
  let best: string | null = null;
  const { model, parts } = watched[kind];
  for (const name of [model, ...Object.values(parts)])
    for (const field of ['write_date', 'create_date']) {
      const newestFirst = [[field, 'DESC']];
      const found = await call(`model.${name}.search_read`, [[field, '!=', null]], 0, 1, newestFirst, [
        field,
      ]);
      const moment = Array.isArray(found) ? momentOf((found[0] as Row | undefined)?.[field]) : null;
      if (moment && (!best || moment > best)) best = moment;
    }
  return best;
}

function earlier(moment: string | null): string | null {
  if (!moment) return null;
  return Temporal.Instant.from(moment)
    .subtract({ seconds: overlapSeconds })
    .toString({ fractionalSecondDigits: 6 });
}

function readCursor(text: string | null): Cursor {
  if (text === null) return { since: null, after: 0, upto: null };
  try {
    const { since, after, upto } = JSON.parse(text);
    if (typeof after === 'number') return { since: since ?? null, after, upto: upto ?? null };
  } catch {}
  throw new Refused('The place to go on from is no longer readable; read everything again.');
}
