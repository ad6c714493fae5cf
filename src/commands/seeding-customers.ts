import type { CommerceRow, ExampleCommerce } from '../../test/example/commerce.ts';
import { conversationsOf } from '../conversations/showing/history.ts';
import { promise, settlePromise } from '../customers/commerce/promising.ts';
import { getPerson } from '../customers/customer.ts';
import { listCustomers } from '../customers/customers.ts';
import { bring } from '../customers/exchanging/bringing.ts';
import { type ExchangeKind, exchangeKinds } from '../customers/exchanging/kind.ts';
import { merge } from '../customers/identifying/merging.ts';
import { suggest } from '../customers/identifying/suggesting.ts';
import { listSuggestions } from '../customers/identifying/suggestions.ts';
import { define, setAttribute } from '../customers/keeping/attributes.ts';
import { followUp } from '../customers/keeping/following-up.ts';
import { writeNote } from '../customers/keeping/noting.ts';
import { type Context, transact } from '../platform/context.ts';

/** What the administration of the example knows, brought in as from a file. */
export async function bringCommerce(ctx: Context, commerce: ExampleCommerce): Promise<void> {
  for (const kind of exchangeKinds)
    await bringRows(ctx, kind, { source: commerce.source, rows: commerce[kind] });
  await suggest(ctx);
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
  for (const [index, { publicId, talk }] of (await writersOf(els)).slice(0, 6).entries()) {
    const todo = kept[index % kept.length];
    if (todo)
      await followUp(els, publicId, { text: todo.text, dueOn: today.add({ days: todo.in }).toString() });
    await writeNote(els, publicId, notes[index % notes.length] ?? '');
    await setAttribute(els, publicId, { key: 'meter', value: index % 2 === 0 ? 'slim' : 'digitaal' });
    await setAttribute(els, publicId, { key: 'zonnepanelen', value: String(index * 3) });
    await promiseTo(els, publicId, { index, today, talk });
  }
  await mergeOne(els);
}

/** Customers with an address who wrote to us, so that their page holds both. */
async function writersOf(ctx: Context): Promise<{ publicId: string; talk: string | null }[]> {
  const found: { publicId: string; talk: string | null }[] = [];
  let before: string | undefined;
  for (let page = 0; page < 40 && found.length < 6; page++) {
    const { rows, next } = await listCustomers(ctx, before ? { before, limit: 50 } : { limit: 50 });
    for (const row of rows.filter(
      ({ relation, networks }) => relation === 'customer' && networks?.includes('mail'),
    )) {
      const talks = await transact(ctx, 'service', async (ctx) =>
        conversationsOf(ctx, (await getPerson(ctx, row.publicId)).personIds, 1),
      );
      if (talks[0]) found.push({ publicId: row.publicId, talk: talks[0].publicId });
    }
    before = next;
    if (!before) break;
  }
  return found;
}

interface About {
  index: number;
  today: Temporal.PlainDate;
  talk: string | null;
}

async function promiseTo(ctx: Context, id: string, { index, today, talk }: About): Promise<void> {
  const dueOn = today.add({ days: index * 2 - 5 }).toString();
  const made =
    index % 2 === 0
      ? {
          what: 'Te veel betaald voorschot terug op de rekening',
          dueOn,
          message: talk,
          amountMinor: 3150 + index * 995,
        }
      : { what: 'Een monteur belt om een nieuwe afspraak te maken', dueOn, message: talk };
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
