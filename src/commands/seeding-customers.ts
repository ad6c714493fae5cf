import { sql } from 'kysely';
import type { CommerceRow, ExampleCommerce } from '../../test/example/commerce.ts';
import { ownWordsTo } from '../conversations/showing/own-words.ts';
import { promise, settlePromise } from '../customers/commerce/promising.ts';
import { getPerson } from '../customers/customer.ts';
import { listCustomers } from '../customers/customers.ts';
import { bring } from '../customers/exchanging/bringing.ts';
import { type ExchangeKind, exchangeKinds } from '../customers/exchanging/kind.ts';
import { merge } from '../customers/identifying/merging.ts';
import { prove } from '../customers/identifying/proving.ts';
import { suggest } from '../customers/identifying/suggesting.ts';
import { listSuggestions } from '../customers/identifying/suggestions.ts';
import { define, setAttribute } from '../customers/keeping/attributes.ts';
import { followUp } from '../customers/keeping/following-up.ts';
import { writeNote } from '../customers/keeping/noting.ts';
import { type Context, transact } from '../platform/context.ts';

/** What the administration of the example knows, brought in as from a file. */
export async function bringCommerce(ctx: Context, commerce: ExampleCommerce): Promise<void> {
  await proveSome(
    ctx,
    commerce.customers.flatMap(({ mail }) => mail ?? []),
  );
  const named = await numbersNamed(ctx, commerce.customers);
  for (const kind of exchangeKinds)
    await bringRows(ctx, kind, { source: commerce.source, rows: commerce[kind].map(numbered(kind, named)) });
  await suggest(ctx);
}

type Named = ReadonlyMap<string, Partial<Record<ExchangeKind, string[]>>>;

/** What customers wrote of as theirs, by their customer number: so the administration knows those numbers too. */
async function numbersNamed(ctx: Context, customers: readonly CommerceRow[]): Promise<Named> {
  const kinds: Readonly<Record<string, ExchangeKind>> = {
    order: 'orders',
    invoice: 'invoices',
    parcel: 'deliveries',
  };
  const found = await transact(ctx, 'service', async (ctx) =>
    sql<{ mail: string; kind: string; value: string }>`
      select distinct on (m.value) i.address as mail, m.kind, m.value from person_mention m
      join identity i on i.person_id = m.person_id and i.address_kind = 'mail'
      where m.kind = any(${Object.keys(kinds)}::text[]) order by m.value, m.message_id`.execute(ctx.database),
  );
  const byMail = Map.groupBy(found.rows, ({ mail }) => mail);
  return new Map(
    customers.map(({ id = '', mail = '' }) => {
      const mine = byMail.get(mail) ?? [];
      const of = (kind: ExchangeKind) =>
        mine.filter((one) => kinds[one.kind] === kind).map(({ value }) => value);
      return [id, { orders: of('orders'), invoices: of('invoices'), deliveries: of('deliveries') }];
    }),
  );
}

function numbered(kind: ExchangeKind, named: Named): (row: CommerceRow) => CommerceRow {
  return (row) => {
    const number = named.get(row.customer ?? '')?.[kind]?.shift();
    return number ? { ...row, number } : row;
  };
}

/** Most who write by mail opened a link that went to their address; the others are only suggested as the same person. */
async function proveSome(ctx: Context, mails: readonly string[]): Promise<void> {
  const known = await transact(ctx, 'service', async (ctx) => {
    const found = await sql<{ id: string; identity: string }>`
      select p.public_id as id, i.public_id as identity from identity i join person p on p.id = i.person_id
      where i.address_kind = 'mail' and i.address = any(${mails}::text[]) order by i.id`.execute(
      ctx.database,
    );
    return found.rows;
  });
  for (const [index, who] of known.entries())
    if (index % 6 !== 5)
      await prove(ctx, who, { proof: 'verified', evidence: 'Opende de link die naar dit adres ging.' });
}

async function bringRows(
  ctx: Context,
  kind: ExchangeKind,
  { source, rows }: { source: string; rows: readonly CommerceRow[] },
): Promise<void> {
  for (let from = 0; from < rows.length; from += 500) {
    const batch = rows.slice(from, from + 500).map((values, i) => ({ line: from + i + 2, values }));
    await bring(ctx, { kind, source, rows: batch });
  }
}

const kept: readonly { text: string; in: number }[] = [
  { text: 'Bellen of de monteur is geweest', in: -3 },
  { text: 'Nagaan of de jaarnota klopt', in: 0 },
  { text: 'Vragen hoe de nieuwe thermostaat bevalt', in: 4 },
  { text: 'Terugkomen op het voorstel voor de warmtepomp', in: 11 },
];
const notes = [
  'Is het liefst na vijf uur te bereiken, in verband met ploegendienst.',
  'Heeft een hoorapparaat: liever schrijven dan bellen.',
  'Woont tijdelijk bij familie tijdens de verbouwing; post mag daarheen.',
];

/** What colleagues kept of some customers, by the acts that they would use. */
export async function keepSome(els: Context, yara: Context): Promise<void> {
  await define(yara, {
    key: 'meter',
    type: 'choice',
    nl: 'Soort meter',
    en: 'Kind of meter',
    category: 'commerce',
    purpose: 'service',
    choices: ['slim', 'digitaal', 'draaischijf'],
  });
  const base = { category: 'commerce', choices: [] };
  await define(yara, {
    ...base,
    key: 'zonnepanelen',
    type: 'number',
    nl: 'Zonnepanelen',
    en: 'Solar panels',
    purpose: 'service',
  });
  await define(yara, {
    ...base,
    key: 'rijdt_elektrisch',
    type: 'yes_no',
    nl: 'Rijdt elektrisch',
    en: 'Drives electric',
    purpose: 'offers',
  });
  const today = els.clock.now().toZonedDateTimeISO('Europe/Amsterdam').toPlainDate();
  for (const [index, { publicId, said }] of (await writersOf(els)).slice(0, 6).entries()) {
    const todo = kept[index % kept.length];
    if (todo)
      await followUp(els, publicId, { text: todo.text, dueOn: today.add({ days: todo.in }).toString() });
    await writeNote(els, publicId, notes[index % notes.length] ?? '');
    await setAttribute(els, publicId, { key: 'meter', value: index % 2 === 0 ? 'slim' : 'digitaal' });
    await setAttribute(els, publicId, { key: 'zonnepanelen', value: String(index * 3) });
    await promiseTo(els, publicId, { index, today, said });
  }
  await mergeOne(els);
}

/** Customers with an address whom we answered, so that their page holds both. */
async function writersOf(ctx: Context): Promise<{ publicId: string; said: string | null }[]> {
  const found: { publicId: string; said: string | null }[] = [];
  let before: string | undefined;
  for (let page = 0; page < 40 && found.length < 6; page++) {
    const { rows, next } = await listCustomers(ctx, before ? { before, limit: 50 } : { limit: 50 });
    for (const row of rows.filter(
      ({ relation, networks }) => relation === 'customer' && networks?.includes('mail'),
    )) {
      const [said] = await transact(ctx, 'service', async (ctx) =>
        ownWordsTo(ctx, (await getPerson(ctx, row.publicId)).personIds, { limit: 1 }),
      );
      if (said) found.push({ publicId: row.publicId, said: said.publicId });
    }
    before = next;
    if (!before) break;
  }
  return found;
}

interface About {
  index: number;
  today: Temporal.PlainDate;
  said: string | null;
}

async function promiseTo(ctx: Context, id: string, { index, today, said }: About): Promise<void> {
  const dueOn = today.add({ days: index * 2 - 5 }).toString();
  const made =
    index % 2 === 0
      ? {
          what: 'Te veel betaald voorschot terug op de rekening',
          dueOn,
          message: said,
          amountMinor: 3150 + index * 995,
        }
      : { what: 'Een monteur belt om een nieuwe afspraak te maken', dueOn, message: said };
  const key = await promise(ctx, id, made);
  if (index === 2)
    await settlePromise(ctx, key, {
      outcome: 'kept',
      evidence: 'Bijgeschreven, gezien in de administratie.',
    });
  if (index === 3)
    await settlePromise(ctx, key, {
      outcome: 'broken',
      evidence: 'De klant belde zelf, niemand had gebeld.',
    });
}

async function mergeOne(ctx: Context): Promise<void> {
  const [first] = (await listSuggestions(ctx)).rows.filter(({ score }) => score < 70);
  if (!first) return;
  await merge(ctx, {
    id: first.one.publicId,
    otherId: first.other.publicId,
    reasons: first.reasons,
    evidence: 'De klant noemde aan de telefoon beide accounts.',
  });
}
